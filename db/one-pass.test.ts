import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { testDatabase } from '@/db/testing/test-database.ts';
import { type Cells, readInOnePass } from './one-pass.ts';

const { records } = await testDatabase();
// 20,000 rows of 40 characters are several pieces of 100 kB.
const many = () => sql`select n, repeat('x', 40) from generate_series(1, 20000) as n`;

async function taken(pieces: AsyncGenerator<Cells[]>): Promise<Cells[]> {
  const all: Cells[] = [];
  for await (const piece of pieces) all.push(...piece);
  return all;
}

it('every sign that a text can have comes back as it was, and what is not known is null', async () => {
  const texts = ['', 'N', '\\N', '\\', 'a\tb', 'a\nb', 'a\r\nb', '\b\f\v', 'é 🌲', '\\t', '\\.'];
  const rows = await taken(
    readInOnePass(
      records,
      () =>
        sql`select * from (values ${sql.join(
          texts.map((text, index) => sql`(${index}, ${text}, null)`),
          sql`, `,
        )}) as v (n, words, nothing) order by n`,
    ),
  );
  expect(rows).toEqual(texts.map((text, index) => [String(index), text, null]));
});

it('20,000 rows come in several pieces, each once and in order', async () => {
  const pieces: number[] = [];
  const numbers: number[] = [];
  for await (const piece of readInOnePass(records, many)) {
    pieces.push(piece.length);
    numbers.push(...piece.map(([number]) => Number(number)));
  }
  expect(pieces.length).toBeGreaterThan(2);
  expect(numbers).toEqual(Array.from({ length: 20_000 }, (_, index) => index + 1));
});

it('a statement that fails in the middle is an error, never a shorter file', async () => {
  const failing = () => sql`select 1 / (15000 - n), repeat('x', 40) from generate_series(1, 20000) as n`;
  await expect(taken(readInOnePass(records, failing))).rejects.toThrow('division by zero');
});

it('a connection that is lost in the middle is an error', async () => {
  const pieces = readInOnePass(
    records,
    () => sql`select n, repeat('x', 1000) from generate_series(1, 100000) as n`,
  );
  await pieces.next();
  await records.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query like 'copy (select n, repeat%' and pid <> pg_backend_pid()`);
  await expect(taken(pieces)).rejects.toThrow();
});

it('who takes too long for a piece finds an error in place of the rest', async () => {
  const pieces = readInOnePass(records, many, { idleMs: 0 });
  await pieces.next();
  await new Promise((go) => setTimeout(go, 1));
  await expect(pieces.next()).rejects.toThrow('too slowly');
});

it('of seven at once five read, and the others when one of those is done', async () => {
  const readers = Array.from({ length: 7 }, () => readInOnePass(records, many));
  const first = readers.map((reader) => reader.next());
  await Promise.all(first.slice(0, 5));
  let isServed = false;
  void first[5]?.then(() => {
    isServed = true;
  });
  expect(isServed).toBe(false);
  await Promise.all(readers.slice(0, 5).map((reader) => reader.return(undefined)));
  expect((await first[5])?.value?.length).toBeGreaterThan(0);
  await Promise.all(
    readers.slice(5).map(async (reader, index) => {
      await first[5 + index];
      await reader.return(undefined);
    }),
  );
});
