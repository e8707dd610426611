import { describe, expect, test } from 'vitest';
import { MEASURES } from '../measures/measures.ts';
import { judge } from './judge.ts';
import type { SeriesPoint } from './series.ts';

const { incidents, escalation_rate } = MEASURES;

describe('counts', () => {
  test('12 whole weeks are judged, 11 are a trial without patterns', () => {
    const values = [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 12];
    expect(judge(incidents, counts(values)).patterns).toMatchObject([{ rule: 'beyond', points: [11] }]);
    const short = judge(incidents, counts(values.slice(1)));
    expect(short.limits?.trial).toBe(true);
    expect(short.patterns).toEqual([]);
  });

  test('a part week lies outside limits and rules, and is not the newest', () => {
    const points = counts([5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 1]).map((point, index) => ({
      ...point,
      partial: index === 12,
    }));
    const judgement = judge(incidents, points);
    expect(judgement).toMatchObject({ n: 12, newest: 11, patterns: [] });
    expect(judgement.limits?.centre).toBe(5.5);
    expect(judgement.chart.points[12]?.lower).toBeNull();
  });

  test('a constant series has limits and no pattern', () => {
    const judgement = judge(incidents, counts(Array(14).fill(0)));
    expect(judgement.limits).toMatchObject({ constant: true, centre: 0 });
    expect(judgement.patterns).toEqual([]);
  });

  test('one point and none have no limits', () => {
    expect(judge(incidents, counts([4]))).toMatchObject({ n: 1, limits: null, newest: 0 });
    expect(judge(incidents, [])).toMatchObject({ n: 0, limits: null, newest: null });
  });
});

describe('shares', () => {
  test('10 of 100 for 12 weeks, then 40 of 100: beyond the p′ limits, a gap has no limits', () => {
    const shares = [10, 12, 9, 11, 10, 8, 12, 10, 11, 9, 10, 12, null, 40];
    const judgement = judge(
      escalation_rate,
      shares.map((numerator) => share(numerator)),
    );
    expect(judgement.chart.kind).toMatch(/^p/);
    expect(judgement.chart.points[12]?.upper).toBeNull();
    expect(judgement.byPoint[13]?.[0]).toMatchObject({ rule: 'beyond', direction: 'up' });
  });

  test('none of any is constant and has no pattern', () => {
    const judgement = judge(
      escalation_rate,
      Array.from({ length: 15 }, () => share(0)),
    );
    expect(judgement.limits?.constant).toBe(true);
    expect(judgement.patterns).toEqual([]);
  });
});

function counts(values: readonly number[]): SeriesPoint[] {
  return values.map((value) => ({ ...point, value, numerator: value, denominator: value }));
}

function share(numerator: number | null): SeriesPoint {
  if (numerator === null) return { ...point, value: null, numerator: 0, denominator: 0 };
  return { ...point, value: numerator / 100, numerator, denominator: 100 };
}

const point = {
  start: '2024-01-01',
  window: { from: '2024-01-01', until: '2024-01-08' },
  partial: false,
  incidents: 1,
};

test('no limit of a score lies above 5 or below 1, however much it varies', () => {
  const weeks = Array.from({ length: 14 }, (_, index) => (index % 2 === 0 ? 1.5 : 4.9));
  const { chart } = judge(MEASURES.csat, counts(weeks));
  expect(chart.points.map(({ lower, upper }) => [lower, upper])).toEqual(weeks.map(() => [1, 5]));
});
