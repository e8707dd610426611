import type { DimensionId } from '../filters/dimensions.ts';
import type { Filters, LocalDate } from '../filters/filters.ts';
import type { Condition, MeasureColumn } from '../measures/condition.ts';
import type { Measure } from '../measures/measure.ts';
import type { EditableSet } from './editable-sets.ts';
import { recountsPast, type TaxonomyChange } from './taxonomy-changes.ts';

/** A change of a vocabulary after which something is counted, or coded, otherwise than before. */
export interface SeriesBreak {
  eventId: number;
  day: LocalDate;
  change: TaxonomyChange;
  set: EditableSet;
  /** The value, and the one that it was merged into or taken out of. */
  ids: readonly string[];
  /** "Trigger “Outage” merged into “Technical issue”" */
  words: string;
}

/**
 * Whether a series is counted otherwise since a break: its measure is made of what the break changed, or its filters name
 * one of the values.
 */
export function isBrokenBy(
  { set, change, ids }: SeriesBreak,
  measure: Measure,
  { selections }: Pick<Filters, 'selections'>,
): boolean {
  const { recounted = [], coded = [] } = REACH[set];
  const columns = recountsPast(change) ? recounted : coded;
  return columns.some((column) => columnsOf(measure).has(column)) || namesOneOf(selections, set, ids);
}

/** Whether filters name one of these values, by itself or as part of a path. */
export function namesOneOf(
  selections: Filters['selections'],
  set: EditableSet,
  ids: readonly string[],
): boolean {
  return selections.some(({ dimension, values }) =>
    values.some((value) => isOneOf(dimension, value, set, ids)),
  );
}

/** The same of one value of a dimension. */
export function isOneOf(
  dimension: DimensionId,
  value: string,
  set: EditableSet,
  ids: readonly string[],
): boolean {
  return REACH[set].dimensions.includes(dimension) && value.split('~').some((part) => ids.includes(part));
}

interface Reach {
  /** The dimensions whose values are of this vocabulary, or made of them. */
  dimensions: readonly DimensionId[];
  /** What is derived from its values, and so counted anew when they are. */
  recounted?: readonly Counted[];
  /** What depends on how incidents are coded from a day on. */
  coded?: readonly Counted[];
}

/** A column of a measure, or contacts, whose channels may be merged. */
type Counted = MeasureColumn | 'contacts';

const PATH = ['path', 'level', 'levelRank', 'escalated', 'bounced'] as const;

const REACH: Readonly<Record<EditableSet, Reach>> = {
  trigger: { dimensions: ['trigger'], recounted: ['daysSincePrevious'], coded: ['trigger'] },
  level: { dimensions: ['level', 'path'], recounted: PATH, coded: PATH },
  technique: { dimensions: ['technique'] },
  root_cause: { dimensions: ['cause'] },
  channel: { dimensions: ['channel'], recounted: ['contacts'] },
  journey_stage: { dimensions: ['stage'] },
  product: { dimensions: ['product'] },
};

function columnsOf({ denominator, numerator, beside, column }: Measure): ReadonlySet<Counted> {
  const conditions = [...denominator, ...numerator, ...beside.flatMap(({ holds }) => holds)];
  return new Set([...conditions.flatMap(namedBy), ...(column ? [column] : [])]);
}

function namedBy(condition: Condition): Counted[] {
  if ('column' in condition) return [condition.column];
  return condition.is === 'among_contacts' ? ['contacts'] : [];
}
