import { z } from 'zod';
import {
  LONGEST_RETENTION,
  RETENTION_KINDS,
  type Retention,
  type RetentionKind,
} from '../privacy/retention.ts';
import { versionField } from './form-fields.ts';

const MESSAGE = `Give a whole number of months from 1 to ${LONGEST_RETENTION}, or nothing to keep it for good.`;

const months = z
  .string()
  .trim()
  .regex(/^\d{0,4}$/, MESSAGE)
  .transform((text) => (text === '' ? null : Number(text)))
  .refine((value) => value === null || (value >= 1 && value <= LONGEST_RETENTION), MESSAGE);

/** The periods as a form sends them, and the state of the workspace that it was made from. */
export const retentionForm = z.object({
  version: versionField,
  words: months,
  originals: months,
  identities: months,
  remarks: months,
  incidents: months,
});

/**
 * The periods that an address proposes, in the place of those that hold now; null where it proposes none. What cannot
 * be read is left as it is and named.
 */
export function parseProposal(
  params: Readonly<Record<string, string | string[] | undefined>>,
  current: Retention,
): { proposed: Retention | null; ignored: RetentionKind[] } {
  const given = RETENTION_KINDS.filter((kind) => params[kind] !== undefined);
  if (given.length === 0) return { proposed: null, ignored: [] };
  const read = given.map((kind) => [kind, months.safeParse(params[kind])] as const);
  const known = read.flatMap(([kind, result]) => (result.success ? [[kind, result.data] as const] : []));
  return {
    proposed: { ...current, ...Object.fromEntries(known) },
    ignored: read.flatMap(([kind, result]) => (result.success ? [] : [kind])),
  };
}
