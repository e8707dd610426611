import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cChart } from './c-chart.ts';
import { mrChart } from './mr-chart.ts';
import { RULE_SETS } from './rules.ts';
import { uChart } from './u-chart.ts';

describe('c chart', () => {
  // Nonconformities of 26 samples: Montgomery, example 7.3.
  const counts = [
    21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15,
  ];

  test('516 in 26: centre 19.85, limits 6.48 and 33.21, the 6th and the 20th beyond', () => {
    const chart = cChart(counts);
    expect(chart.segments[0]?.centre).toBeCloseTo(516 / 26, 12);
    expect(chart.points[0]?.lower).toBeCloseTo(6.481447, 6);
    expect(chart.points[0]?.upper).toBeCloseTo(33.210861, 6);
    expect(chart.patterns.filter(({ rule }) => rule === 'beyond').map(({ points }) => points)).toEqual([
      [5],
      [19],
    ]);
  });

  test('without those two 472 in 24: centre 19.67, limits 6.36 and 32.97', () => {
    const exclusions = [
      { index: 5, reason: 'New inspector' },
      { index: 19, reason: 'Temperature' },
    ];
    const chart = cChart(counts, { exclusions });
    expect(chart.segments[0]).toMatchObject({ centre: 472 / 24, baseline: { n: 24 }, n: 26 });
    expect(chart.points[0]?.lower).toBeCloseTo(6.362532, 6);
    expect(chart.points[0]?.upper).toBeCloseTo(32.970801, 6);
  });

  test('none in any has limits of 0, and a lower limit is never below 0', () => {
    expect(cChart(Array<number>(12).fill(0))).toMatchObject({
      segments: [{ centre: 0, constant: true }],
      patterns: [],
    });
    const [point] = cChart([1, 2, 1, 0]).points;
    expect(point).toMatchObject({ lower: 0, rawLower: expect.closeTo(1 - 3, 12) });
  });

  test('−1 events are refused', () => {
    expect(() => cChart([1, -1])).toThrow('-1 is not a count');
  });
});

describe('u chart', () => {
  const rate = (numerator: number, denominator: number) => ({ numerator, denominator });

  test('6 in 100 and 2 in 300: centre 8 / 400 = 0.02, sd √(0.02 / 100) and √(0.02 / 300)', () => {
    const chart = uChart([rate(6, 100), rate(2, 300)], { widening: 'never' });
    expect(chart.segments[0]?.centre).toBe(0.02);
    expect(chart.points[0]?.sigma).toBeCloseTo(Math.sqrt(0.02 / 100), 12);
    expect(chart.points[1]?.upper).toBeCloseTo(0.02 + 3 * Math.sqrt(0.02 / 300), 12);
  });

  test('per 1,000 everything is a thousandfold', () => {
    const points = [rate(6, 100), rate(2, 300), rate(4, 200)];
    const [one, many] = [uChart(points), uChart(points, { per: 1000 })];
    expect(many.segments[0]?.centre).toBeCloseTo(1000 * (one.segments[0]?.centre ?? 0), 9);
    expect(many.points[1]?.rawLower).toBeCloseTo(1000 * (one.points[1]?.rawLower ?? 0), 9);
    expect(many.method.per).toBe(1000);
  });

  test('rates of 4 and 6 in 100 at denominators of 10,000 vary by 2: z ±10, σz 20 / 1.128, u′ limits', () => {
    const points = Array.from({ length: 12 }, (_, index) => rate(index % 2 ? 600 : 400, 10_000));
    const sigma = Math.sqrt(0.05 / 10_000);
    const chart = uChart(points);
    expect(chart.kind).toBe('u_prime');
    expect(chart.method.sigmaZ).toBeCloseTo(0.02 / sigma / 1.128, 8);
    expect(chart.points[0]?.rawUpper).toBeCloseTo(0.05 + (3 * 0.02) / 1.128, 10);
    expect(chart.patterns).toEqual([]);
    expect(uChart(points, { widening: 'never' }).patterns.length).toBeGreaterThan(0);
  });

  test('each stretch is widened by its own σz, and the kind is that of the newest', () => {
    const wide = Array.from({ length: 12 }, (_, index) => rate(index % 2 ? 600 : 400, 10_000));
    const calm = Array.from({ length: 12 }, () => rate(500, 10_000));
    const chart = uChart([...wide, ...calm], { rebases: [{ index: 12, reason: 'New line' }] });
    expect(chart.segments.map(({ prime }) => prime)).toEqual([true, false]);
    expect(chart.kind).toBe('u');
  });

  test('no contacts are a gap, and no point of a run', () => {
    const chart = uChart([rate(1, 10), rate(0, 0), rate(2, 10), null]);
    expect(chart.points.map(({ value }) => value)).toEqual([0.1, null, 0.2, null]);
    expect(chart.method).toMatchObject({ n: 2, counted: 20 });
    expect(chart.segments[0]?.runs?.useful).toBe(2);
  });

  test('a rate may exceed 1, a negative side and a rate per 0 are refused', () => {
    expect(uChart([rate(12, 10), rate(11, 10)]).points[0]?.value).toBe(1.2);
    expect(() => uChart([rate(-1, 10)])).toThrow('not a rate');
    expect(() => uChart([rate(1, 10)], { per: 0 })).toThrow('per 0');
  });
});

describe('moving range chart', () => {
  test('of the 20 loans: mean range 7.79, upper limit 25.45 (Montgomery, example 6.5)', () => {
    const costs = [
      310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304,
    ];
    const chart = mrChart(costs);
    expect(chart.points[0]?.value).toBeNull();
    expect(chart.points[1]?.value).toBe(22);
    expect(chart.segments[0]?.centre).toBeCloseTo(7.789474, 6);
    expect(chart.points[1]).toMatchObject({ lower: 0, upper: expect.closeTo(25.448211, 6) });
    expect(chart.patterns).toEqual([]);
  });

  test('a gap has no range on either side, a rebase none across it', () => {
    const rebases = [{ index: 5, reason: 'New script' }];
    const { points } = mrChart([1, 3, null, 4, 6, 20, 21], { rebases });
    expect(points.map(({ value }) => value)).toEqual([null, 2, null, null, 2, null, 1]);
  });

  test('an outlier stays in the mean and is told: 1 and 2 in turn with one 10 has ranges of 8 and 9 beyond 6.15', () => {
    const chart = mrChart([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]);
    expect(chart.segments[0]?.centre).toBeCloseTo((15 + 8 + 9) / 17, 12);
    expect(chart.patterns.map(({ points }) => points)).toEqual([[4], [5]]);
    expect(chart.method.screening).toBe(false);
  });

  test('of the rules only the first holds, for neighbouring ranges are not independent', () => {
    const chart = mrChart([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 40], { rules: RULE_SETS.nelson });
    expect(new Set(chart.patterns.map(({ rule }) => rule))).toEqual(new Set(['beyond']));
    expect(chart.method.rules.shift).toBeNull();
  });

  test('excluded points let their neighbours meet in the mean', () => {
    const chart = mrChart([4, 6, 50, 4, 6], { exclusions: [{ index: 2, reason: 'Strike' }] });
    expect(chart.segments[0]?.centre).toBe(2);
    expect(chart.points[2]?.value).toBe(44);
  });
});

test('a u chart per like denominators has the limits of a c chart', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 30 }), (counts) => {
      const u = uChart(
        counts.map((numerator) => ({ numerator, denominator: 1 })),
        { widening: 'never' },
      );
      const c = cChart(counts);
      for (const [index, point] of c.points.entries()) {
        expect(u.points[index]?.rawUpper).toBeCloseTo(point.rawUpper ?? Number.NaN, 9);
        expect(u.points[index]?.rawLower).toBeCloseTo(point.rawLower ?? Number.NaN, 9);
      }
    }),
  );
});
