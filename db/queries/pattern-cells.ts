import { asc, type SQL, sql } from 'drizzle-orm';
import { columnOf } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { whereEither } from '@/db/pattern-conditions.ts';
import { fateOf, tallyColumns } from '@/db/queries/pattern-tallies.ts';
import type { Asked } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import { type Block, type Combination, SCANNED } from '@/lib/analysis/pattern-scan/combinations.ts';
import type { Tally } from '@/lib/analysis/pattern-scan/tally.ts';

/** A combination of known values, with what became of its incidents and how many there were in the other window. */
export interface PatternCell extends Tally {
  combination: Combination;
  before: number;
}

/**
 * Incidents by the combinations of one to three values: those with at least so many in both windows together. The four dimensions of a block are counted together, and its sets of up to three summed up from
 * these counts.
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
  const parts = await Promise.all(
    inStatements(blocks).map((some) => countSome(snapshot, viewer, asked, other, some, least)),
  );
  return parts.flat();
}

/**
 * DuckDB shares out its memory by a product of the sizes of all hash tables that are filled at a time, and each set has
 * one: with a hundred of them it is infinite, and the search for better shares goes on for ever with one core. Four
 * statements run at a time at most, one a thread of the process, so that there are 40 tables or so.
 */
const SETS_A_STATEMENT = 8;

function inStatements(blocks: readonly Block[]): Block[][] {
  const statements: { blocks: Block[]; sets: number }[] = [];
  for (const block of blocks) {
    const last = statements.at(-1);
    if (last && last.sets + block.sets.length <= SETS_A_STATEMENT) {
      last.blocks.push(block);
      last.sets += block.sets.length;
    } else statements.push({ blocks: [block], sets: block.sets.length });
  }
  return statements.map((statement) => statement.blocks);
}

async function countSome(
  { facts }: Snapshot,
  viewer: Viewer,
  asked: Asked,
  other: Asked | null,
  blocks: readonly Block[],
  least: number,
): Promise<PatternCell[]> {
  const named = Object.fromEntries(SCANNED.map((id) => [id, sql`${columnOf[id]}`.as(id)]));
  const counted = facts.$with('counted').as(
    facts
      .select({ ...named, fate: fateOf(asked).as('fate') })
      .from(factIncident)
      .where(whereEither(viewer, asked, other)),
  );
  const cell = facts.$with('cell', COLUMNS).as(
    sql.join(
      blocks.map((block, place) => countBlock(block, place, least)),
      sql` union all `,
    ),
  );
  const rows = await facts
    .with(counted, cell)
    .select({
      block: cell.block,
      one: cell.one,
      two: cell.two,
      three: cell.three,
      four: cell.four,
      incidents: cell.incidents,
      known: cell.known,
      escalated: cell.escalated,
      settled: cell.settled,
      bad: cell.bad,
      before: cell.before,
    })
    .from(cell)
    .orderBy(asc(cell.block), asc(cell.one), asc(cell.two), asc(cell.three), asc(cell.four));
  return rows.map(({ block, one, two, three, four, ...counts }) => ({
    combination: toCombination(blocks[block], [one, two, three, four]),
    ...counts,
  }));
}

const numbered = (name: string) => sql<number>`${sql.identifier(name)}`.mapWith(Number);
const code = (name: string) => sql<number | null>`${sql.identifier(name)}`;

const COLUMNS = {
  block: numbered('block').as('block'),
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

function countBlock({ dimensions, sets }: Block, place: number, least: number): SQL {
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
  return sql`select cast(${place} as integer) as ${sql.identifier('block')}, ${sql.join([...codes, ...tallies], sql`, `)}
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

function toCombination(block: Block | undefined, codes: readonly (number | null)[]): Combination {
  return (block?.dimensions ?? []).flatMap((dimension, index) => {
    const known = codes[index];
    return known === null || known === undefined ? [] : [{ dimension, code: known }];
  });
}
