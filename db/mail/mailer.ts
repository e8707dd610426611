import { createTransport } from 'nodemailer';
import { env } from '@/lib/env.ts';
import type { MailSettings } from '@/lib/env-mail.ts';
import { type Mail, refuseInjection } from '@/lib/mail/mail.ts';
import { MailFailed, toMailProblem } from '@/lib/mail/mail-failure.ts';

/** The way to the mail server. */
export interface Mailer {
  /** Resolves once the server has taken the mail. Throws MailFailed. */
  send(mail: Mail): Promise<void>;
  /** Signs in and sends nothing. Throws MailFailed. */
  check(): Promise<void>;
}

const ANSWER_MS = 10_000;
const WHOLE_MS = 30_000;

/** The mailer of this process by its settings; null where mail is off. */
export function theMailer(): Mailer | null {
  const { mail } = env();
  if (mail === null) return null;
  own ??= openMailer(mail);
  return own;
}

let own: Mailer | undefined;

/** What the console says of a mailer that does not work at present; null of one that does, or where mail is off. */
export async function mailProblem(mailer: Mailer | null): Promise<string | null> {
  try {
    await mailer?.check();
    return null;
  } catch (error) {
    const why = error instanceof MailFailed ? error.message : String(error);
    return `Mail cannot be sent at present: ${why} Links to accounts are shown to be copied meanwhile.`;
  }
}

/**
 * A mailer for a server. Each mail has a connection of its own: there are few, and none is left open. The server is named
 * by the settings alone, never by anything that people enter.
 */
export function openMailer({ host, port, secure, mayBePlain, signIn, from }: MailSettings): Mailer {
  const transport = createTransport({
    host: host.replace(/^\[|\]$/g, ''),
    port,
    secure,
    requireTLS: !secure && !mayBePlain,
    ...(signIn ? { auth: { user: signIn.user, pass: signIn.password } } : {}),
    connectionTimeout: ANSWER_MS,
    greetingTimeout: ANSWER_MS,
    socketTimeout: WHOLE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      refuseInjection(mail);
      const { to, subject, text, html, files = [] } = mail;
      const attachments = files.map(({ name, type, content }) => ({
        filename: name,
        contentType: type,
        content: typeof content === 'string' ? content : Buffer.from(content),
      }));
      await failing(
        transport.sendMail({ from, to: { name: '', address: to }, subject, text, html, attachments }),
      );
    },
    check: async () => {
      await failing(transport.verify());
    },
  };
}

async function failing(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw new MailFailed(toMailProblem(error), { cause: error });
  }
}
