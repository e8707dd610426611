import { expect, test } from 'vitest';
import type { SeriesPoint } from '../analysis/series.ts';
import { daysBetween, shiftDays, shiftMonths } from '../filters/local-dates.ts';
import { timeAxis } from './control-axes.ts';

const startingAt = (starts: readonly string[]) =>
  starts.map((start) => ({ start, window: { from: start, until: shiftMonths(start, 1) } }) as SeriesPoint);
const months = (first: string, count: number) =>
  startingAt(Array.from({ length: count }, (_, index) => shiftMonths(first, index)));

test('a month begins at its own bucket: after January 2006 come 12 months before 2007', () => {
  const points = months('2006-01-01', 48);
  expect(timeAxis(points, 'month').map(({ index, label }) => [label, points[index]?.start])).toEqual([
    ['Jan 2006', '2006-01-01'],
    ['2007', '2007-01-01'],
    ['2008', '2008-01-01'],
    ['2009', '2009-01-01'],
  ]);
});

test('a month within a week begins so many sevenths into its bucket', () => {
  const points = startingAt([0, 7, 14, 21, 28].map((days) => shiftDays('2024-01-15', days)));
  const february = timeAxis(points, 'week').find(({ label }) => label === 'Feb');
  expect(february?.index).toBeCloseTo(daysBetween('2024-01-15', '2024-02-01') / 7, 9);
});
