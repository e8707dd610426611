import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing/test-database.ts';
import { fromArrayLiteral, toArrayLiteral } from './array-types.ts';

const { sql } = await testDatabase();

test('texts with quotes, commas, braces, backslashes, line breaks and nothing at all survive the way out and back', async () => {
  const texts = ['', 'a,b', '"', '\\', '{}', 'NULL', 'null', ' x ', 'line\nbreak', 'é', '\\"{,'];
  const [row] = await sql.unsafe('select $1::text[] as texts, cardinality($1::text[]) as count', [texts]);
  expect(row).toEqual({ texts, count: texts.length });
});

test('a missing element is null, not the word', async () => {
  const [row] = await sql.unsafe('select $1::text[] as texts, $2::int[] as numbers', [
    ['a', null],
    [1, null],
  ]);
  expect(row).toEqual({ texts: ['a', null], numbers: [1, null] });
});

test('numbers come back as numbers, those of bigint as text, truths as truths, and no elements as none', async () => {
  const [row] = await sql`select '{1,-2}'::smallint[] as small, '{0.5}'::float8[] as float,
    '{9007199254740993}'::bigint[] as big, '{t,f}'::boolean[] as truths, '{}'::text[] as none`;
  expect(row).toEqual({
    small: [1, -2],
    float: [0.5],
    big: ['9007199254740993'],
    truths: [true, false],
    none: [],
  });
  expect(await sql.unsafe('select $1::boolean[] as truths', [['t', 'f']])).toEqual([
    { truths: [true, false] },
  ]);
});

test('an array of arrays is written, and refused when it is read', () => {
  expect(toArrayLiteral([['a'], ['b']])).toBe('{{"a"},{"b"}}');
  expect(() => fromArrayLiteral('{{a},{b}}', String)).toThrow('several dimensions');
});

test('writing and reading are inverse for any texts', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.string({ unit: 'binary' }))), (texts) => {
      expect(fromArrayLiteral(toArrayLiteral(texts), String)).toEqual(texts);
    }),
  );
});
