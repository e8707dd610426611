import { z } from 'zod';

/** What a list can show of an incident beside its name, in the order in which it does unless somebody chose another. */
export const LIST_COLUMNS = [
  'occurred',
  'trigger',
  'topic',
  'product',
  'outcome',
  'channel',
  'team',
  'severity',
  'emotion',
  'path',
  'close',
  'level',
  'state',
  'stage',
  'site',
  'kind',
  'status',
  'csat',
  'source',
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** Those that stand there unless somebody chose: the rest is there to be asked for. */
export const FIRST_COLUMNS: readonly ListColumn[] = LIST_COLUMNS.slice(0, LIST_COLUMNS.indexOf('level'));

export const COLUMN_LABELS: Record<ListColumn, string> = {
  occurred: 'Occurred',
  trigger: 'Trigger',
  topic: 'Topic',
  product: 'Product',
  outcome: 'Outcome',
  channel: 'Channel',
  team: 'Team',
  severity: 'Severity',
  emotion: 'Emotion',
  path: 'Path',
  close: 'To close',
  level: 'Level reached',
  state: 'Customer state',
  stage: 'Journey stage',
  site: 'Site',
  kind: 'Kind',
  status: 'Status',
  csat: 'Satisfaction',
  source: 'Source',
};

export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

export const PAGE_SIZES = [50, 100, 200, 500] as const;
export type PageSize = (typeof PAGE_SIZES)[number];

/** How somebody wants the list of incidents to look, on whatever device. */
export interface ListPreferences {
  /** The columns in their order; null where nobody chose. */
  columns: readonly ListColumn[] | null;
  density: Density;
  rows: PageSize;
}

export const DEFAULT_LIST_PREFERENCES: ListPreferences = { columns: null, density: 'comfortable', rows: 50 };

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

/** The columns as the form sends them. */
export function writeColumns(columns: ListPreferences['columns']): string {
  return columns === null ? 'first' : columns.join(',');
}
