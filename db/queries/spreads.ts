import { eq, sql } from 'drizzle-orm';
import { columnIn, filtersOf, incidentFilters, type RecordGrain, viewOf } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { toDenominator } from '@/db/measure-conditions.ts';
import { countDistinctWhere, countWhere } from '@/db/queries/sums/sum-columns.ts';
import { type Asked, where, whereRecords } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { OneValued } from '@/lib/filters/dimensions.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';

/** The values of a mean or median measure among the records of one value of a dimension. */
export interface SpreadOfValue {
  code: number;
  /** How many there are, their sum, and that of their squares. */
  count: number;
  sum: number;
  squares: number;
  /** How many are above a threshold. */
  above: number;
  incidents: number;
}

/**
 * How the values of a measure that has a column lie in each value of a dimension, and how many are above a threshold.
 * Squares are taken of small numbers alone, such as scores: of lengths of time they would be too large, and are 0.
 */
export async function spreadBy(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  id: MeasureId,
  dimension: OneValued,
  threshold: number,
): Promise<SpreadOfValue[]> {
  const { grain, column, unit } = MEASURES[id];
  const of = grain as RecordGrain;
  if (column === undefined) throw new RangeError(`${id} has no values to be spread`);
  const view = viewOf[of];
  const own = filtersOf[of];
  const isOwn = view === factIncident;
  const alone = isOwn ? where(viewer, asked) : whereRecords(viewer, asked, own);
  const isJoined = alone === null || own[dimension] === undefined;
  const code = (isJoined ? incidentFilters : own)[dimension];
  if (!code) throw new RangeError(`the records of ${id} have no ${dimension}`);
  const counts = toDenominator(id, asked);
  const value = columnIn(grain, column);
  const isLength = unit === 'minutes';
  const sumOf = (values: ReturnType<typeof sql>) =>
    sql<number>`coalesce(sum(${values}) filter (where ${counts}), 0)`.mapWith(Number);
  const selected = snapshot.facts
    .select({
      code: sql<number>`${code}`.mapWith(Number),
      count: countWhere(counts),
      sum: sumOf(sql`${value}`),
      squares: isLength ? sql<number>`0`.mapWith(Number) : sumOf(sql`cast(${value} as integer) * ${value}`),
      above: countWhere(sql`${counts} and ${value} > ${threshold}`),
      incidents: countDistinctWhere(isOwn ? factIncident.number : view.number, counts),
    })
    .from(view);
  const found =
    isJoined && !isOwn
      ? selected.innerJoin(factIncident, eq(view.number, factIncident.number)).where(where(viewer, asked))
      : selected.where(alone ?? undefined);
  return found.groupBy(sql`1`).orderBy(sql`1`);
}
