import { asc, type SQL, sql } from 'drizzle-orm';
import { columnOf } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { whereEither } from '@/db/pattern-conditions.ts';
import { fateOf, tallyColumns } from '@/db/queries/pattern-tallies.ts';
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
 * Incidents by the combinations of one to three values: those with at least so many in both windows together. The four
 * dimensions of a block are counted together, and its sets of up to three summed up from these counts.
 *
 * A block is a statement of its own: DuckDB shares out its memory by a product of the sizes of all hash tables that are
 * filled at a time, and each set has one. With a hundred of them it is infinite, and the search for better shares goes
 * on for ever with one core.
 * @param other the window that is compared with, which has no day in common with the one asked for
 */
export async function countCells(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  other: Asked | null,
  blocks: readonly Block[],
  least: number,
): Promise<PatternCell[]> {
  const cells = blocks.map((block) => countBlock(snapshot, viewer, asked, other, block, least));
  return (await Promise.all(cells)).flat();
}

async function countBlock(
  { facts }: Snapshot,
  viewer: Viewer,
  asked: Asked,
  other: Asked | null,
  block: Block,
  least: number,
): Promise<PatternCell[]> {
  const named = Object.fromEntries(block.dimensions.map((id) => [id, sql`${columnOf[id]}`.as(id)]));
  const counted = facts.$with('counted').as(
    facts
      .select({ ...named, fate: fateOf(asked).as('fate') })
      .from(factIncident)
      .where(whereEither(viewer, asked, other)),
  );
  const cell = facts.$with('cell', COLUMNS).as(sumUp(block, least));
  const { one, two, three, four } = cell;
  const rows = await facts
    .with(counted, cell)
    .select({
      one,
      two,
      three,
      four,
      incidents: cell.incidents,
      known: cell.known,
      escalated: cell.escalated,
      settled: cell.settled,
      bad: cell.bad,
      before: cell.before,
    })
    .from(cell)
    .orderBy(asc(one), asc(two), asc(three), asc(four));
  return rows.map(({ one, two, three, four, ...counts }) => ({
    combination: toCombination(block, [one, two, three, four]),
    ...counts,
  }));
}

const numbered = (name: string) => sql<number>`${sql.identifier(name)}`.mapWith(Number);
const code = (name: string) => sql<number | null>`${sql.identifier(name)}`;

const COLUMNS = {
  one: code('one').as('one'),
  two: code('two').as('two'),
  three: code('three').as('three'),
  four: code('four').as('four'),
  incidents: numbered('incidents').as('incidents'),
  known: numbered('known').as('known'),
  escalated: numbered('escalated').as('escalated'),
  settled: numbered('settled').as('settled'),
  bad: numbered('bad').as('bad'),
  before: numbered('before').as('before'),
};
const CODES = ['one', 'two', 'three', 'four'] as const;

function sumUp({ dimensions, sets }: Block, least: number): SQL {
  const names = dimensions.map((id) => sql.identifier(id));
  const [fate, n] = [sql`${sql.identifier('fate')}`, sql`${sql.identifier('n')}`];
  const codes = CODES.map((name, index) => {
    const dimension = names[index];
    // Of what is not grouped by, the code is null; of what is not known it is 0.
    return sql`cast(${dimension ?? sql`null`} as integer) as ${sql.identifier(name)}`;
  });
  const tallies = Object.entries(tallyColumns(fate, n)).map(
    ([name, sum]) => sql`cast(${sum} as integer) as ${sql.identifier(name)}`,
  );
  const known = names.map((name) => sql`coalesce(${name}, 1) > 0`);
  const all = sql.join(names, sql`, `);
  return sql`select ${sql.join([...codes, ...tallies], sql`, `)}
    from (select ${all}, ${fate}, count(*) as ${n} from ${sql.identifier('counted')} group by ${all}, ${fate}) as ${sql.identifier('piece')}
    group by ${groupingSets(sets)}
    having ${sql.join([...known, sql`sum(${n}) >= ${least}`], sql` and `)}`;
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

function toCombination({ dimensions }: Block, codes: readonly (number | null)[]): Combination {
  return dimensions.flatMap((dimension, index) => {
    const known = codes[index];
    return known === null || known === undefined ? [] : [{ dimension, code: known }];
  });
}
