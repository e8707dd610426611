import { z } from 'zod';
import type { SourceRow } from '@/lib/analysis/incident-record.ts';

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** Pairs keep the order of the file; an object in the record does not. */
const fieldsSchema = z.union([z.array(z.tuple([z.string(), cell])), z.record(z.string(), cell)]);
const rowsSchema = z.array(z.object({ line: z.number().nullish(), fields: fieldsSchema }));

/** The rows of the source as they are kept with an incident. Throws when the record holds something else. */
export function toSourceRows(stored: unknown): SourceRow[] {
  return rowsSchema.parse(stored ?? []).map(({ line, fields }) => ({
    line: line ?? null,
    fields: toPairs(fields),
  }));
}

/** The fields of one row that an import kept; null where it kept none. */
export function toFields(stored: unknown): SourceRow['fields'] | null {
  return stored === null ? null : toPairs(fieldsSchema.parse(stored));
}

function toPairs(fields: z.infer<typeof fieldsSchema>): [string, string | null][] {
  const pairs = Array.isArray(fields) ? fields : Object.entries(fields);
  return pairs.map(([name, value]) => [name, value === null ? null : String(value)]);
}
