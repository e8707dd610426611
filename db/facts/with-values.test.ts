import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askDuckDb } from './duck-db.ts';
import { withValues } from './with-values.ts';

test('numbers, truth values and days are written into the statement; a text stays a parameter, and is the first one then', () => {
  const { statement, parameters } = withValues('where a > $1 and b = $2 and c >= $3 and d = $4 and e < $5', [
    7,
    true,
    '2024-02-29',
    "it's",
    0.25,
  ]);
  expect(statement).toBe(
    `where a > 7 and b = true and c >= date '2024-02-29' and d = $1 and e < 0.25::double`,
  );
  expect(parameters).toEqual(["it's"]);
});

test('a parameter that is mentioned twice is one, the eleventh is not the first and a one, and less than zero is no comment', () => {
  const values = ['a', 1, 2, 3, 4, 5, 6, 7, 8, 9, -10];
  expect(withValues('$1 $1 $11-$11', values)).toEqual({ statement: '$1 $1 (-10)-(-10)', parameters: ['a'] });
});

test('what looks like a parameter within a text or a name is none', () => {
  const statement = `select '$1', 'it''s $1', "$1", "a""$1" where b = `;
  expect(withValues(`${statement}$1`, [3]).statement).toBe(`${statement}3`);
});

test('what cannot be written stays a parameter: no number, no day, nothing', () => {
  const values = [Number.NaN, Number.POSITIVE_INFINITY, '2024-02-29 ', "2024-02-29'", null, undefined, {}];
  const places = values.map((_, place) => `$${place + 1}`).join();
  expect(withValues(places, values)).toEqual({ statement: places, parameters: values });
});

test('whatever the values are, DuckDB reads them as they were', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const value = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.boolean(),
    fc.string(),
    fc.constantFrom('2024-02-29', '1999-12-31'),
  );
  await fc.assert(
    fc.asyncProperty(value, value, async (one, other) => {
      const [row] = await askDuckDb(connection, 'select $2, $1, $2', [one, other]);
      expect(row).toEqual([other, one, other]);
    }),
    { numRuns: 100 },
  );
  connection.closeSync();
  instance.closeSync();
});
