import { asc, count, type SQL, sql } from 'drizzle-orm';
import { factIncident } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { hasAll } from '@/db/pattern-conditions.ts';
import { fateOf, tallyOf } from '@/db/queries/pattern-tallies.ts';
import { PLACES } from '@/db/queries/sums/cut.ts';
import { type Asked, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import { groupBy } from '@/lib/analysis/group-by.ts';
import type { Combination } from '@/lib/analysis/pattern-scan/combinations.ts';
import { addTallies, type Tally } from '@/lib/analysis/pattern-scan/tally.ts';

/** Incidents that have the same of some patterns: which ones, by their places. */
export interface Overlap extends Tally {
  members: readonly number[];
}

/** Patterns whose places fit into one whole number of both engines. */
const A_NUMBER = 30;

/** Incidents by which of up to sixty patterns they have; those with none are left out. */
export async function countOverlaps(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  patterns: readonly Combination[],
): Promise<Overlap[]> {
  if (patterns.length > 2 * A_NUMBER)
    throw new RangeError(`${patterns.length} patterns are too many at once`);
  const first = patterns.slice(0, A_NUMBER);
  const second = patterns.slice(A_NUMBER);
  const rows = await snapshot.facts
    .select({ first: membersOf(first), second: membersOf(second), fate: fateOf(asked), count: count() })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(...PLACES.slice(0, 3))
    .orderBy(...PLACES.slice(0, 3).map((place) => asc(place)));
  const groups = groupBy(rows, (row) => `${row.first} ${row.second}`);
  return [...groups.values()].flatMap((group) => {
    const [one] = group;
    const members = one
      ? [...placesIn(one.first), ...placesIn(one.second).map((place) => place + A_NUMBER)]
      : [];
    const tallies = group.map((row) => tallyOf(row.fate, row.count));
    return members.length > 0 ? [{ members, ...addTallies(tallies) }] : [];
  });
}

/** A number whose binary digits say which patterns an incident has. */
function membersOf(patterns: readonly Combination[]): SQL<number> {
  const digits = patterns.map(
    (pattern, place) => sql`case when ${hasAll(pattern)} then ${2 ** place} else 0 end`,
  );
  return sql<number>`${digits.length > 0 ? sql.join(digits, sql` + `) : sql`0`}`.mapWith(Number);
}

function placesIn(digits: number): number[] {
  return Array.from({ length: A_NUMBER }, (_, place) => place).filter((place) => (digits >> place) & 1);
}
