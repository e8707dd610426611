import { MORE_COLUMNS } from '../analysis/incident-row.ts';

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
  ...MORE_COLUMNS,
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

/** The columns as the form sends them. */
export function writeColumns(columns: ListPreferences['columns']): string {
  return columns === null ? 'first' : columns.join(',');
}
