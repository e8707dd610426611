import { z } from 'zod';
import {
  DEFAULT_LIST_PREFERENCES,
  DENSITIES,
  LIST_COLUMNS,
  type ListPreferences,
  PAGE_SIZES,
} from './list-columns.ts';

const columnSchema = z.enum(LIST_COLUMNS);
const densitySchema = z.enum(DENSITIES);
const rowsSchema = z.union(PAGE_SIZES.map((size) => z.literal(size)));

/**
 * Reads what was kept. Never throws: what this version does not know, such as a column that there is no more, is left
 * out, and the rest stands.
 */
export function readListPreferences(kept: unknown): ListPreferences {
  const { columns, density, rows } = looseSchema.safeParse(kept).data ?? {};
  const known = Array.isArray(columns)
    ? columns.map((column) => columnSchema.safeParse(column).data).filter((column) => column !== undefined)
    : null;
  return {
    columns: known && [...new Set(known)],
    density: densitySchema.safeParse(density).data ?? DEFAULT_LIST_PREFERENCES.density,
    rows: rowsSchema.safeParse(rows).data ?? DEFAULT_LIST_PREFERENCES.rows,
  };
}

const looseSchema = z.object({ columns: z.unknown(), density: z.unknown(), rows: z.unknown() }).partial();

/** What a form sends: the columns in a row with commas between them, `first` for those that nobody chose. */
export const listPreferencesForm = z.object({
  columns: z.string().transform((text, context): ListPreferences['columns'] => {
    if (text === 'first') return null;
    const read = z.array(columnSchema).safeParse(text === '' ? [] : text.split(','));
    const columns = read.data ?? [];
    if (read.success && new Set(columns).size === columns.length) return columns;
    context.addIssue({ code: 'custom', message: 'Choose columns of the list, each one once.' });
    return z.NEVER;
  }),
  density: densitySchema,
  rows: z.coerce.number().pipe(rowsSchema),
});
