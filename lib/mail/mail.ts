import { z } from 'zod';

/** A mail to one person, in both forms: which one is shown is up to whoever reads it. */
export interface Mail {
  /** The bare address. */
  to: string;
  subject: string;
  text: string;
  html: string;
  files?: readonly MailFile[];
}

/** Something that goes along, such as a report. */
export interface MailFile {
  name: string;
  /** "application/pdf" */
  type: string;
  content: Uint8Array | string;
}

/**
 * Throws where a part of a mail that stands in its head could become more than one line of it, or more than one
 * recipient: what people enter ends up there.
 */
export function refuseInjection({ to, subject, files = [] }: Mail): void {
  if (!z.email().safeParse(to).success)
    throw new RangeError('a mail goes to one address, and to nothing else');
  const lines = [subject, ...files.flatMap(({ name, type }) => [name, type])];
  if (lines.some((line) => /\p{Cc}/u.test(line)))
    throw new RangeError('what stands in the head of a mail is one line without control characters');
}
