import type { PathGlyph } from '../charts/path-glyph.ts';
import type { Fragment } from '../search/fragments.ts';

/** One incident in a list, as it is shown. Null is "not known". */
export interface IncidentRow {
  number: number;
  name: string;
  day: string;
  clock: string | null;
  trigger: string;
  topic: string | null;
  product: string | null;
  outcome: string | null;
  channel: string | null;
  team: string | null;
  severity: number | null;
  emotion: { before: number; after: number | null } | null;
  path: { glyph: PathGlyph; words: string } | null;
  /** How long it took to close, or that it is open. */
  close: string | null;
  /** What is shown where somebody asks for it. */
  more: Readonly<Record<MoreColumn, string | number | null>>;
  /** Whether it counts in the numerator of the measure that the list was opened from. */
  marked: boolean;
  /** Where its words say what was looked for; null without a search. */
  found: readonly Fragment[] | null;
}

/** The columns of a list that stand in it for those who chose them. */
export const MORE_COLUMNS = ['level', 'state', 'stage', 'site', 'kind', 'status', 'csat', 'source'] as const;
export type MoreColumn = (typeof MORE_COLUMNS)[number];

/** The columns that are left away where nothing is known in any incident of the list. */
export const OPTIONAL_COLUMNS = [
  'product',
  'channel',
  'team',
  'severity',
  'emotion',
  'path',
  'close',
] as const;
export type OptionalColumn = (typeof OPTIONAL_COLUMNS)[number];
