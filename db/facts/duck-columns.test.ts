import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { toColumns } from './columns.ts';
import { askDuckDbInColumns } from './duck-columns.ts';
import { askDuckDb, connectDuckDb, openDuckDb } from './duck-db.ts';

test('5,000 rows, more than DuckDB hands over at once, are the same by columns as by rows, also from 2,000 to 2,100', async () => {
  const instance = await openDuckDb(tmpdir());
  const connection = await connectDuckDb(instance);
  // Whole numbers of 32 and 64 bits, fractions, decimals, days; every third is not known.
  const statement = `select cast(i as integer), i * 3000000000, i / 8::double, cast(i / 4::double as decimal(9, 2)),
    date '2024-01-01' + cast(i % 7 as integer), case when i % 3 = 0 then null else cast(i as smallint) end
    from range(5000) as all_rows(i) order by 1`;
  const rows = toColumns(await askDuckDb(connection, statement, []));
  const columns = await askDuckDbInColumns(connection, statement, []);
  connection.closeSync();
  instance.closeSync();
  expect([columns.rows, rows.rows]).toEqual([5000, 5000]);
  for (const column of [0, 1, 2, 3, 5]) expect(columns.numbers(column)).toEqual(rows.numbers(column));
  expect(columns.numbers(1)[4999]).toBe(4999 * 3e9);
  expect([...columns.numbers(5).slice(0, 3)]).toEqual([Number.NaN, 1, 2]);
  for (const column of [4, 5])
    expect(columns.values(column, 2000, 2100)).toEqual(rows.values(column, 2000, 2100));
  expect(columns.values(4, 8, 9)).toEqual(['2024-01-02']);
});
