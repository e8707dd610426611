import { asc, count, type SQL, sql } from 'drizzle-orm';
import { columnOf } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { whereEither } from '@/db/pattern-conditions.ts';
import { fateOf, tallyColumns } from '@/db/queries/pattern-tallies.ts';
import { PLACES } from '@/db/queries/sums/cut.ts';
import type { Asked } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Block, Combination } from '@/lib/analysis/pattern-scan/combinations.ts';
import type { Tally } from '@/lib/analysis/pattern-scan/tally.ts';

/** A combination of known values, with what became of its incidents and how many there were in the other window. */
export interface PatternCell extends Tally {
  combination: Combination;
  before: number;
}

/**
 * Incidents by the combinations of one to three values of four dimensions: those with at least so many in both windows
 * together. All are counted at once, and the sets of up to three among them summed up from these counts.
 * @param other the window that is compared with, which has no day in common with the one asked for
 */
export async function countCells(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  other: Asked | null,
  { dimensions, sets }: Block,
  least: number,
): Promise<PatternCell[]> {
  const { facts } = snapshot;
  const named = Object.fromEntries(dimensions.map((id) => [id, sql`${columnOf[id]}`.as(id)]));
  const cell = facts.$with('cell').as(
    facts
      .select({ ...named, fate: fateOf(asked).as('fate'), n: sql`${count()}`.as('n') })
      .from(factIncident)
      .where(whereEither(viewer, asked, other))
      .groupBy(...[...PLACES, sql`5`].slice(0, dimensions.length + 1)),
  );
  const [fate, n] = [sql.identifier('fate'), sql.identifier('n')].map((name) => sql`${name}`);
  if (!fate || !n) throw new Error('the counts of a cell have names');
  const codes = Object.fromEntries(dimensions.map((id) => [id, sql<number | null>`${sql.identifier(id)}`]));
  const rows: Record<string, unknown>[] = await facts
    .with(cell)
    .select({ ...codes, ...tallyColumns(fate, n) })
    .from(cell)
    .groupBy(groupingSets(sets))
    .having(
      sql.join(
        [
          // What is not grouped by is null here, what is not known is 0.
          ...dimensions.map((id) => sql`coalesce(${sql.identifier(id)}, 1) > 0`),
          sql`sum(${n}) >= ${least}`,
        ],
        sql` and `,
      ),
    )
    .orderBy(...PLACES.slice(0, dimensions.length).map((place) => asc(place)));
  return rows.map((row) => toCell(row, dimensions));
}

function groupingSets(sets: Block['sets']): SQL {
  const listed = sets.map(
    (set) =>
      sql`(${sql.join(
        set.map((id) => sql.identifier(id)),
        sql`, `,
      )})`,
  );
  return sql`grouping sets (${sql.join(listed, sql`, `)})`;
}

function toCell(row: Record<string, unknown>, dimensions: Block['dimensions']): PatternCell {
  const figure = (name: keyof Tally | 'before') => Number(row[name]);
  return {
    combination: dimensions.flatMap((dimension) => {
      const code = row[dimension];
      return code === null || code === undefined ? [] : [{ dimension, code: Number(code) }];
    }),
    incidents: figure('incidents'),
    known: figure('known'),
    escalated: figure('escalated'),
    settled: figure('settled'),
    bad: figure('bad'),
    before: figure('before'),
  };
}
