import { z } from 'zod';
import { Invalid, type Problem } from '../errors.ts';

export const MOST_ROWS_A_REQUEST = 10_000;

/** What a program sends: at most 10,000 rows, each looked at on its own. */
export const volumeRequest = z.object({
  rows: z
    .array(z.unknown(), 'Send an object with an array "rows".')
    .min(1, 'Send at least one row.')
    .max(MOST_ROWS_A_REQUEST, 'Send at most 10,000 rows at a time.'),
});

export const volumeRow = z.strictObject({
  day: z.string('is missing, or no text'),
  team: z.string('is missing, or no text'),
  channel: z.string('is missing, or no text'),
  contacts: z.union([z.string(), z.number()], 'is missing, or no number').transform(String),
});
export type VolumeWords = z.infer<typeof volumeRow>;

/** The body of such a request. Throws Invalid when it is not one. */
export function parseVolumeRequest(body: unknown): unknown[] {
  const parsed = volumeRequest.safeParse(body);
  if (parsed.success) return parsed.data.rows;
  throw new Invalid(parsed.error.issues.map(({ message }) => ({ field: 'rows', message })));
}

/** The words of one row, or what is wrong with its form. */
export function parseVolumeRow(row: unknown): VolumeWords | Problem[] {
  const parsed = volumeRow.safeParse(row);
  if (parsed.success) return parsed.data;
  return parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
}
