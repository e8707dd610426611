import { describe, expect, test } from 'vitest';
import { MEASURES } from '../measures/measures.ts';
import { judge } from './judge.ts';
import type { SeriesPoint } from './series.ts';

const { incidents, escalation_rate, csat, documentation_completeness, incident_rate, compensation_cost } =
  MEASURES;

describe('counts', () => {
  test('12 whole weeks are judged by limits, 11 by their runs, 9 have trial limits and no patterns', () => {
    const values = [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 19];
    const twelve = judge(incidents, counts(values));
    expect(twelve.isJudged).toBe(true);
    expect(twelve.patterns.at(-1)).toMatchObject({ rule: 'beyond', points: [11] });
    const eleven = judge(incidents, counts([...Array(5).fill(4), 5, ...Array(5).fill(8)]));
    expect(eleven.chart.kind).toBe('run');
    expect(eleven).toMatchObject({ isJudged: true, patterns: [{ rule: 'few_crossings' }] });
    const nine = judge(incidents, counts(values.slice(3)));
    expect(nine.limits?.trial).toBe(true);
    expect(nine).toMatchObject({ isJudged: false, patterns: [] });
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

  test('fewer than one a week are not judged by weeks, unless somebody asks for another chart of them', () => {
    const rare = counts([0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
    const judgement = judge(incidents, rare);
    expect(judgement.choice.needs).toBe('time_between');
    expect(judgement).toMatchObject({ isTooRare: true, isJudged: false, patterns: [] });
    expect(judgement.byPoint).toEqual(rare.map(() => []));
    expect(judge(incidents, rare, { kind: 'c' })).toMatchObject({ isTooRare: false, isJudged: true });
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

describe('the kind of chart', () => {
  const inTurn = (one: number, other: number, length = 12) =>
    Array.from({ length }, (_, index) => (index % 2 ? other : one));

  test('counts of 48 and 52 in turn are a c chart, of 30 and 70 an XmR chart: σz 40 / √50 / 1.128 = 5.0', () => {
    expect(judge(incidents, counts(inTurn(48, 52))).chart.kind).toBe('c');
    const wild = judge(incidents, counts(inTurn(30, 70)));
    expect(wild.chart.kind).toBe('xmr');
    expect(wild.choice.sigmaZ).toBeCloseTo(40 / Math.sqrt(50) / 1.128, 9);
  });

  test('means of 10 and 30 answers are i′, of 10 and 12 XmR; both cut at 1 and 5, raw beside it', () => {
    const scores = (sizes: readonly number[]) =>
      sizes.map((size, index): SeriesPoint => {
        const value = index % 2 ? 1.5 : 4.9;
        return { ...point, value, numerator: value * size, denominator: size };
      });
    const unlike = judge(csat, scores(inTurn(10, 30)));
    expect(unlike.chart.kind).toBe('i_prime');
    expect(judge(csat, scores(inTurn(10, 12))).chart.kind).toBe('xmr');
    const { upper, lower, rawUpper, rawLower } = unlike.chart.points[0] ?? {};
    expect([lower, upper]).toEqual([1, 5]);
    expect(rawUpper).toBeGreaterThan(5);
    expect(rawLower).toBeLessThan(1);
  });

  test('six things documented are a share: 5.9 of 6 on the mean has no limit above 100 %', () => {
    const points = inTurn(59, 58).map(
      (sum): SeriesPoint => ({ ...point, value: sum / 60, numerator: sum, denominator: 10 }),
    );
    const { chart } = judge(documentation_completeness, points);
    expect(chart.points[0]?.value).toBeCloseTo(59 / 60, 12);
    expect(chart.points[0]?.upper).toBeLessThanOrEqual(1);
  });

  test('rates of contacts are told per 1,000 and money as single values', () => {
    const rates = counts(inTurn(5, 7)).map((each) => ({ ...each, denominator: 1000, value: each.numerator }));
    expect(judge(incident_rate, rates)).toMatchObject({ chart: { kind: 'u' }, limits: { centre: 6 } });
    expect(judge(compensation_cost, counts(inTurn(500, 700))).chart.kind).toBe('xmr');
  });

  test('one that is asked for is drawn where it can be, and the one that fits is still known', () => {
    const points = counts(inTurn(48, 52));
    expect(judge(incidents, points, { kind: 'run' })).toMatchObject({
      asked: 'run',
      chart: { kind: 'run' },
      choice: { chart: 'c' },
    });
    for (const kind of ['p', 'mr', 'c'] as const)
      expect(judge(incidents, points, { kind })).toMatchObject({ asked: null, chart: { kind: 'c' } });
  });

  test('after a re-basing of 12 weeks or more the newest stretch decides: a step is no wider variation', () => {
    const steps = counts([...inTurn(30, 70), ...inTurn(98, 102)]).map((each, index) => ({
      ...each,
      start: `2024-${String(index + 1).padStart(3, '0')}`,
    }));
    const rebases = [{ day: '2024-013', reason: 'two lines merged' }];
    expect(judge(incidents, steps).chart.kind).toBe('xmr');
    expect(judge(incidents, steps, { rebases }).chart.kind).toBe('c');
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
  const scores = weeks.map((value) => ({ ...point, value, numerator: value * 10, denominator: 10 }));
  const { chart } = judge(MEASURES.csat, scores);
  expect(chart.points.map(({ lower, upper }) => [lower, upper])).toEqual(weeks.map(() => [1, 5]));
});
