import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossTable } from './cross-table.ts';
import { countStep, countSteps, shareStep } from './heat-steps.ts';

test('10, 22, 95 and 263 of 452 are 2, 5, 21 and 58 %: tones 1, 2, 5 and 7', () => {
  expect([10, 22, 95, 263].map((count) => shareStep(count, 452))).toEqual([1, 2, 5, 7]);
});

test('a step begins on its percentage: 4 of 100 is tone 2, 3 of 100 tone 1, none has no tone', () => {
  expect([0, 3, 4, 55, 100].map((count) => shareStep(count, 100))).toEqual([0, 1, 2, 7, 7]);
});

test('a map up to 123 changes tone at 10, 20, 30, 40, 55 and 80; 123 has the darkest', () => {
  const steps = countSteps(123);
  expect(steps).toEqual([10, 20, 30, 40, 55, 80]);
  expect([0, 9, 10, 123].map((count) => countStep(count, steps))).toEqual([0, 1, 2, 7]);
});

test('counts of 1 have one tone, counts up to 3 two', () => {
  expect(countSteps(1)).toEqual([]);
  expect(countStep(1, countSteps(1))).toBe(1);
  expect([1, 2, 3].map((count) => countStep(count, countSteps(3)))).toEqual([1, 2, 2]);
});

test('steps grow, and the largest count has the highest tone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (largest) => {
      const steps = countSteps(largest);
      expect(steps).toEqual([...new Set(steps)].sort((one, other) => one - other));
      expect(steps.length).toBeLessThanOrEqual(6);
      expect(countStep(largest, steps)).toBe(steps.length + 1);
    }),
  );
});

test('a full table has zeros where nothing was counted, and its totals agree', () => {
  const table = crossTable(
    [
      { row: 1, column: 7, count: 2 },
      { row: 2, column: 7, count: 3 },
    ],
    [1, 2],
    [6, 7],
  );
  expect(table).toEqual({
    counts: [
      [0, 2],
      [0, 3],
    ],
    rowTotals: [2, 3],
    columnTotals: [0, 5],
    total: 5,
  });
  expect(() => crossTable([{ row: 3, column: 6, count: 1 }], [1, 2], [6, 7])).toThrow('row 3');
});
