import { and, asc, count } from 'drizzle-orm';
import { columnOf } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { hasAll } from '@/db/pattern-conditions.ts';
import { fateOf, tallyOf } from '@/db/queries/pattern-tallies.ts';
import { PLACES, weekOf } from '@/db/queries/sums/cut.ts';
import { type Asked, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import { groupBy } from '@/lib/analysis/group-by.ts';
import type { Combination, Scanned } from '@/lib/analysis/pattern-scan/combinations.ts';
import { addTallies, type Tally } from '@/lib/analysis/pattern-scan/tally.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';

/** What happened in a week, by its Monday. */
export interface TallyOfWeek extends Tally {
  start: LocalDate;
}

/** Weeks of each value of a dimension, in the order of its codes; weeks without anything have no row. */
export async function countWeeksByValue(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  dimension: Scanned,
): Promise<{ code: number; weeks: TallyOfWeek[] }[]> {
  const rows = await snapshot.facts
    .select({
      code: columnOf[dimension],
      start: weekOf(factIncident),
      fate: fateOf(asked),
      count: count(),
    })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(...PLACES.slice(0, 3))
    .orderBy(...PLACES.slice(0, 3).map((place) => asc(place)));
  return [...groupBy(rows, ({ code }) => code)].map(([code, own]) => ({ code, weeks: toWeeks(own) }));
}

/** Weeks of the incidents that have all values of a combination, in order. */
export async function countWeeksOfPattern(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  combination: Combination,
): Promise<TallyOfWeek[]> {
  const rows = await snapshot.facts
    .select({ start: weekOf(factIncident), fate: fateOf(asked), count: count() })
    .from(factIncident)
    .where(and(where(viewer, asked), hasAll(combination)))
    .groupBy(...PLACES.slice(0, 2))
    .orderBy(...PLACES.slice(0, 2).map((place) => asc(place)));
  return toWeeks(rows);
}

function toWeeks(rows: readonly { start: LocalDate; fate: number; count: number }[]): TallyOfWeek[] {
  return [...groupBy(rows, ({ start }) => start)].map(([start, own]) => ({
    start,
    ...addTallies(own.map((row) => tallyOf(row.fate, row.count))),
  }));
}
