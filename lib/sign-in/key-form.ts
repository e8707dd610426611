import { z } from 'zod';
import { KEY_SCOPES, type KeyScope } from '../access.ts';
import { line } from '../workspace/form-fields.ts';

export const SCOPE_LABELS: Record<KeyScope, string> = {
  read_reports: 'Read figures',
  read_incidents: 'Read incidents',
  import: 'Import',
};

export const SCOPE_MEANINGS: Record<KeyScope, string> = {
  read_reports: 'Reports as JSON and their panels as files, of all teams.',
  read_incidents: 'The values of filters with their counts, of all teams.',
  import: 'Sends files in, and follows how they go.',
};

/** For how many days a key is valid; null until it is revoked. */
export const KEY_DAYS = { '30': 30, '90': 90, '365': 365, never: null } as const;

/** A key of the API, as a person asks for one. */
export const keyForm = z.object({
  name: line('a name, such as that of the program that uses it', 60),
  scopes: z.preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z.array(z.enum(KEY_SCOPES)).min(1, 'Choose what the key may do.'),
  ),
  days: z
    .enum(['30', '90', '365', 'never'], 'Choose how long the key is valid.')
    .transform((days) => KEY_DAYS[days]),
});
export type KeyEntry = z.infer<typeof keyForm>;
