import { sql } from 'drizzle-orm';
import { bigint, boolean, date, integer, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instant } from '@/db/schema/columns.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { unnestInsert } from './unnest-insert.ts';

const { records } = await testDatabase();

const kinds = pgTable('every_kind', {
  id: uuid('id').primaryKey(),
  word: text('word'),
  small: smallint('small'),
  whole: integer('whole'),
  big: bigint('big', { mode: 'number' }),
  truth: boolean('truth'),
  day: date('day', { mode: 'string' }),
  at: instant('at'),
  said: jsonb('said'),
  words: text('words').array(),
  codes: smallint('codes').array(),
});
type Row = typeof kinds.$inferInsert;

/** The rows as the record gives them back, and how many it says to have written. */
async function roundTrip(rows: readonly Row[], conflict = sql``): Promise<{ written: number; rows: Row[] }> {
  return records.transaction(async (tx) => {
    await tx.execute(sql`create temporary table every_kind (id uuid primary key, word text, small smallint,
      whole integer, big bigint, truth boolean, day date, at timestamptz, said jsonb, words text[],
      codes smallint[]) on commit drop`);
    const written = await unnestInsert(tx, kinds, rows, conflict);
    return { written, rows: await tx.select().from(kinds).orderBy(kinds.id) };
  });
}

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const NOTHING = {
  word: null,
  small: null,
  whole: null,
  big: null,
  truth: null,
  day: null,
  at: null,
  said: null,
  words: null,
  codes: null,
};

it('a row of nothing known and one of everything arrive as they were sent', async () => {
  const rows = [
    { id: idOf(1), ...NOTHING },
    {
      id: idOf(2),
      word: 'a, "b" \\ {c}',
      small: -1,
      whole: 2_147_483_647,
      big: 9_007_199_254_740_991,
      truth: false,
      day: '2024-02-29',
      at: new Date('2024-02-29T23:59:59.123Z'),
      said: { a: [1, null, 'x"\\'] },
      words: ['a,b', '"', ''],
      codes: [3, -4],
    },
  ];
  expect(await roundTrip(rows)).toEqual({ written: 2, rows });
});

it('a list without elements stays one: [] in a column of JSON is no object, and no list is null', async () => {
  const rows = [{ id: idOf(1), ...NOTHING, said: [], words: [], codes: [] }];
  expect((await roundTrip(rows)).rows).toEqual(rows);
});

it('of 3 rows with 2 ids, 2 are written where a conflict does nothing', async () => {
  const rows = [1, 2, 2].map((number) => ({ id: idOf(number), word: `${number}` }));
  expect((await roundTrip(rows, sql`on conflict do nothing`)).written).toBe(2);
});

it('no rows are written without a statement', async () => {
  expect(await roundTrip([])).toEqual({ written: 0, rows: [] });
});

it('any text survives, and any JSON', async () => {
  const storable = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\u0000'));
  const json = fc.oneof(
    storable,
    fc.array(storable),
    fc.dictionary(storable, fc.oneof(fc.integer(), storable)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(storable, json), { minLength: 1 }), async (said) => {
      const rows = said.map(([word, value], index) => ({ ...NOTHING, id: idOf(index), word, said: value }));
      expect((await roundTrip(rows)).rows).toEqual(rows);
    }),
    { numRuns: 20 },
  );
});
