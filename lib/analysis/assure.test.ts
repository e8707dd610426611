import { expect, test } from 'vitest';
import { MEASURES } from '../measures/measures.ts';
import { assure } from './assure.ts';
import { judge } from './judge.ts';
import type { SeriesPoint } from './series.ts';

/** Twelve weeks of 20 and 40 of 100 in turn: centre 30 %, σ 4.58 %, σz above 1.2, so the limits are Laney's. */
const points = (shares: readonly number[]): SeriesPoint[] =>
  shares.map((count, index) => ({
    start: `2024-01-${String(index + 1).padStart(2, '0')}`,
    window: { from: '2024-01-01', until: '2024-01-08' },
    value: count / 100,
    numerator: count,
    denominator: 100,
    partial: false,
    incidents: 1,
  }));
const steady = judge(
  MEASURES.escalation_rate,
  points(Array.from({ length: 12 }, (_, i) => 28 + (i % 3) * 2)),
);

test('12 weeks of 28, 30 and 32 of 100 have limits 16.3 and 43.7 %: 30 ± 3 × 4.58', () => {
  const newest = steady.chart.points[11];
  expect(newest?.rawLower).toBeCloseTo(0.3 - 3 * Math.sqrt(0.21 / 100), 9);
  expect(newest?.rawUpper).toBeCloseTo(0.3 + 3 * Math.sqrt(0.21 / 100), 9);
});

test('lower is better: a target of 50 % is always met, of 10 % never, of 25 % now and then', () => {
  expect(assure('lower', steady, 0.5)).toBe('pass');
  expect(assure('lower', steady, 0.1)).toBe('fail');
  expect(assure('lower', steady, 0.25)).toBe('hit_or_miss');
});

test('higher is better: the same targets the other way round', () => {
  expect(assure('higher', steady, 0.5)).toBe('fail');
  expect(assure('higher', steady, 0.1)).toBe('pass');
});

test('a target on a limit is met now and then', () => {
  expect(assure('lower', steady, steady.chart.points[11]?.rawUpper ?? 0)).toBe('hit_or_miss');
});

test('nothing is said without a target, a direction, or limits that are more than a trial', () => {
  expect(assure('lower', steady, null)).toBeNull();
  expect(assure('neutral', steady, 0.5)).toBeNull();
  expect(assure('lower', judge(MEASURES.escalation_rate, points([28, 30, 32])), 0.5)).toBeNull();
});
