import { expect, test } from 'vitest';
import { shiftDays } from '../filters/local-dates.ts';
import { toStretchStarts } from './rebases.ts';
import type { SeriesPoint } from './series.ts';

const weeks: SeriesPoint[] = Array.from({ length: 4 }, (_, index) => {
  const start = shiftDays('2024-01-01', index * 7);
  const window = { from: start, until: shiftDays(start, 7) };
  return { start, window, value: 1, numerator: 1, denominator: 1, partial: false, incidents: 1 };
});
const at = (...days: string[]) =>
  toStretchStarts(
    days.map((day) => ({ day, reason: `since ${day}` })),
    weeks,
  );

test('a Monday begins its own week, a Tuesday the next one', () => {
  expect(at('2024-01-08')).toEqual([{ index: 1, reason: 'since 2024-01-08' }]);
  expect(at('2024-01-09')).toEqual([{ index: 2, reason: 'since 2024-01-09' }]);
});

test('two days that begin the same week are one stretch with both reasons', () => {
  expect(at('2024-01-10', '2024-01-09')).toEqual([
    { index: 2, reason: 'since 2024-01-10; since 2024-01-09' },
  ]);
});

test('days before the second week or after the last begin nothing', () => {
  expect(at('2023-06-01', '2024-01-01', '2024-03-01')).toEqual([]);
});
