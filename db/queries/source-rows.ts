import { z } from 'zod';
import type { SourceRow } from '@/lib/analysis/incident-record.ts';

const fieldsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const rowsSchema = z.array(z.object({ line: z.number().nullish(), fields: fieldsSchema }));

/** The rows of the source as they are kept with an incident. Throws when the record holds something else. */
export function toSourceRows(stored: unknown): SourceRow[] {
  return rowsSchema.parse(stored ?? []).map(({ line, fields }) => ({
    line: line ?? null,
    fields: Object.entries(fields).map(([name, value]) => [name, value === null ? null : String(value)]),
  }));
}
