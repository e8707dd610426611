import { expect, test } from 'vitest';
import type { TwinTable } from './chart-model.ts';
import { largestRows } from './largest-rows.ts';

const table = (...counts: readonly number[]): TwinTable => {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return {
    columns: [
      { id: 'name', label: 'Name', form: 'text' },
      { id: 'count', label: 'Incidents', form: 'count' },
      { id: 'share', label: '% of all', form: 'share' },
    ],
    rows: counts.map((count) => ({ cells: ['a', count, count / all], open: null })),
    total: ['Total', all, 1],
  };
};

test('of 50, 25, 15 and 10 the first two stand, the other 2 are 25 of 100', () => {
  const { rows, rest } = largestRows(table(50, 25, 15, 10), 2);
  expect(rows.map(({ cells }) => cells[1])).toEqual([50, 25]);
  expect(rest?.count).toBe(2);
  expect(rest?.cells[0]).toBeNull();
  expect(rest?.cells[1]).toBe(25);
  expect(rest?.cells[2]).toBeCloseTo(0.25, 9);
});

test('nothing is left where all are shown', () => {
  expect(largestRows(table(3, 1), 2).rest).toBeNull();
});
