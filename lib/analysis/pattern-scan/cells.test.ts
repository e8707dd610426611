import { expect, test } from 'vitest';
import { type Counts, makeCells, NO_COUNTS } from './cells.ts';
import type { Combination } from './combinations.ts';

const counts = (now: number): Counts => ({ ...NO_COUNTS, now, before: 2 * now, known: now });
const pair: Combination = [
  { dimension: 'trigger', code: 7 },
  { dimension: 'team', code: 2_000_000 },
];

test('what was added is found again by its values, and nothing else is', () => {
  const cells = makeCells();
  cells.add(pair, counts(31));
  cells.add([{ dimension: 'team', code: 2_000_000 }], {
    ...counts(40),
    contacts: 5_000_000_000,
    contactsBefore: 0,
  });
  expect(cells.size).toBe(2);
  expect(cells.find(pair)).toEqual(counts(31));
  expect(cells.find([{ dimension: 'team', code: 2_000_000 }])).toMatchObject({ contacts: 5_000_000_000 });
  expect(cells.find([{ dimension: 'trigger', code: 7 }])).toBeNull();
  expect(cells.find([{ dimension: 'product', code: 7 }])).toBeNull();
});

test('two thousand combinations come back as they went in, also when the columns have to grow', () => {
  const cells = makeCells();
  for (let code = 1; code <= 2000; code++) cells.add([{ dimension: 'product', code }], counts(code));
  const seen: [number | undefined, number][] = [];
  cells.each(([value], { before }) => seen.push([value?.code, before]));
  expect(seen).toEqual(Array.from({ length: 2000 }, (_, index) => [index + 1, 2 * (index + 1)]));
});

test('the same combination added twice has the later counts', () => {
  const cells = makeCells();
  cells.add(pair, counts(1));
  cells.add(pair, counts(2));
  expect([cells.size, cells.find(pair)?.now]).toEqual([1, 2]);
});
