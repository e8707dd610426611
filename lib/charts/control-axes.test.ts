import { expect, test } from 'vitest';
import type { SeriesPoint } from '../analysis/series.ts';
import { daysBetween, shiftDays, shiftMonths } from '../filters/local-dates.ts';
import { MEASURES } from '../measures/measures.ts';
import { axisSentence, timeAxis, valueAxis } from './control-axes.ts';

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

test('a score stands between 1 and 5, a share ends at 1, and money begins at 0', () => {
  expect(valueAxis(MEASURES.csat, [3.2, 4.9])).toEqual({ domain: [1, 5], yTicks: [1, 2, 3, 4, 5] });
  expect(valueAxis(MEASURES.resolution_rate, [0.97]).domain).toEqual([0, 1]);
  expect(valueAxis(MEASURES.compensation_cost, [26_009]).domain).toEqual([0, 30_000]);
});

test('lines of shares from 86 to 98 % begin at 86 % and say so; from 60 % on, and bars, they begin at 0', () => {
  const near = valueAxis(MEASURES.documentation_completeness, [0.861, 0.98], true);
  expect(near.domain).toEqual([0.86, 0.98]);
  expect(near.yTicks.at(0)).toBe(0.86);
  expect(axisSentence(MEASURES.documentation_completeness, near.domain)).toBe(
    'The axis begins at 86\u00a0%.',
  );
  const far = valueAxis(MEASURES.documentation_completeness, [0.6, 0.98], true);
  expect(far.domain).toEqual([0, 1]);
  expect(axisSentence(MEASURES.documentation_completeness, far.domain)).toBeNull();
  expect(valueAxis(MEASURES.documentation_completeness, [0.861, 0.98]).domain).toEqual([0, 1]);
  expect(axisSentence(MEASURES.csat, [1, 5])).toBeNull();
});

test('values that are all the same, and shares up to 100 %, keep to what a share can be', () => {
  expect(valueAxis(MEASURES.resolution_rate, [1, 1], true).domain).toEqual([0, 1]);
  expect(valueAxis(MEASURES.resolution_rate, [0.801, 1], true).domain).toEqual([0.8, 1]);
});
