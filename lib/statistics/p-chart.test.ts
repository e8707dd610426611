import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fraction, pooled } from './fraction.ts';
import { pChart } from './p-chart.ts';

const fraction = fc
  .tuple(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([denominator, share]) => ({ numerator: Math.round(denominator * share), denominator }));

describe('p chart', () => {
  test('10 of 100 and 30 of 100: centre 40/200 = 0.2, sd √(0.2 × 0.8 / 100) = 0.04, limits 0.08 and 0.32', () => {
    const chart = pChart([of(10, 100), of(30, 100)]);
    expect(chart.segments).toMatchObject([{ centre: 0.2, prime: true }]);
    const plain = pChart([of(18, 100), of(22, 100), of(20, 100)]);
    expect(plain.points[0]?.lower).toBeCloseTo(0.08, 12);
    expect(plain.points[2]?.upper).toBeCloseTo(0.32, 12);
    expect(plain.points[2]?.sigma).toBeCloseTo(0.04, 12);
  });

  test('the centre is pooled: 1 of 10 and 90 of 90 make 91 of 100, not a mean of 55 %', () => {
    expect(pChart([of(1, 10), of(90, 90)]).segments[0]?.centre).toBe(0.91);
  });

  test('limits are wider where fewer were counted: n 25 has twice the width of n 100', () => {
    const chart = pChart([of(5, 25), of(20, 100)]);
    const width = (index: number) => 3 * (chart.points[index]?.sigma ?? 0);
    expect(width(0)).toBeCloseTo(2 * width(1), 12);
  });

  test('nothing counted is a gap without limits, and a chart of gaps has none', () => {
    const chart = pChart([of(0, 0), null, of(5, 10), of(6, 10)]);
    expect(chart.method).toMatchObject({ n: 2, counted: 20 });
    expect(chart.points.map(({ value, lower }) => [value, lower === null])).toEqual([
      [null, true],
      [null, true],
      [0.5, false],
      [0.6, false],
    ]);
    expect(pChart([of(0, 0), null]).segments).toMatchObject([{ n: 0, centre: null }]);
    expect(pChart([])).toMatchObject({ points: [], segments: [{ n: 0, centre: null }] });
  });

  test('one point has no limits', () => {
    expect(pChart([of(3, 10)]).points).toMatchObject([
      { value: 0.3, centre: null, lower: null, upper: null },
    ]);
  });

  test('all zero has limits of 0, all one has limits of 1', () => {
    const none = pChart([of(0, 10), of(0, 20)]);
    expect(none.segments).toMatchObject([{ centre: 0, constant: true, sigmaZ: null }]);
    expect(none.points).toMatchObject([
      { lower: 0, upper: 0 },
      { lower: 0, upper: 0 },
    ]);
    const all = pChart([of(10, 10), of(20, 20)]);
    expect(all.segments).toMatchObject([{ centre: 1, constant: true }]);
    expect(all.points).toMatchObject([
      { lower: 1, upper: 1 },
      { lower: 1, upper: 1 },
    ]);
  });

  test('limits are cut at 0 and 1 and kept raw beside it: 1 of 10 about 0.1 is 0.1 ± 3 × 0.0949', () => {
    const [point] = pChart([of(1, 10), of(1, 10)]).points;
    expect(point).toMatchObject({ lower: 0, rawLower: expect.closeTo(0.1 - 3 * Math.sqrt(0.009), 12) });
    const [high] = pChart([of(9, 10), of(9, 10)]).points;
    expect(high).toMatchObject({ upper: 1, rawUpper: expect.closeTo(0.9 + 3 * Math.sqrt(0.009), 12) });
  });

  test('denominators need not be whole: 5 of 12.5 is 0.4', () => {
    expect(pChart([of(5, 12.5), of(5, 12.5)]).segments[0]?.centre).toBe(0.4);
  });

  test('11 of 10 is refused', () => {
    expect(() => pChart([of(11, 10)])).toThrow('11 of 10');
  });

  test('11 points are a trial, 12 are not', () => {
    const points = Array.from({ length: 12 }, (_, index) => of(5 + (index % 3), 20));
    expect(pChart(points.slice(1)).segments[0]?.trial).toBe(true);
    expect(pChart(points).segments[0]?.trial).toBe(false);
  });
});

describe('Laney p′', () => {
  test('shares of 0.4 and 0.6 in turn at n 100: z ±2, σz 4 / 1.128 = 3.546, limits 0.5 ± 3 × 0.05 × 3.546', () => {
    const chart = pChart(Array.from({ length: 12 }, (_, index) => of(index % 2 ? 60 : 40, 100)));
    expect(chart.method).toMatchObject({ chart: 'p_prime', sigmaZ: expect.closeTo(4 / 1.128, 10) });
    expect(chart.points[0]?.rawUpper).toBeCloseTo(0.5 + (3 * 0.05 * 4) / 1.128, 10);
  });

  test('less variation than chance never narrows the limits: σz of 0 keeps the p chart', () => {
    const chart = pChart(Array.from({ length: 12 }, () => of(50, 100)));
    expect(chart.segments).toMatchObject([{ sigmaZ: 0, prime: false }]);
    expect(chart.points[0]?.upper).toBeCloseTo(0.65, 12);
    const forced = pChart(
      Array.from({ length: 12 }, () => of(50, 100)),
      { widening: 'always' },
    );
    expect(forced.kind).toBe('p_prime');
    expect(forced.points[0]?.upper).toBeCloseTo(0.65, 12);
  });

  test('never widened when told so: 0.4 and 0.6 in turn keep 0.5 ± 3 × 0.05', () => {
    const shares = Array.from({ length: 12 }, (_, index) => of(index % 2 ? 60 : 40, 100));
    const chart = pChart(shares, { widening: 'never' });
    expect(chart.kind).toBe('p');
    expect(chart.points[0]?.upper).toBeCloseTo(0.65, 12);
  });
});

test('the centre lies within the limits and among the shares', () => {
  fc.assert(
    fc.property(fc.array(fraction, { minLength: 1, maxLength: 40 }), (points) => {
      const centre = pooled(points) ?? Number.NaN;
      const shares = points.map(({ numerator, denominator }) => numerator / denominator);
      expect(centre).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12);
      expect(centre).toBeLessThanOrEqual(Math.max(...shares) + 1e-12);
      const chart = pChart(points);
      expect(chart.segments[0]?.centre).toBe(points.length > 1 ? centre : null);
      for (const { rawLower, rawUpper, lower, upper } of chart.points) {
        expect(rawLower ?? 0).toBeLessThanOrEqual(centre);
        expect(rawUpper ?? 1).toBeGreaterThanOrEqual(centre);
        expect(lower ?? 0).toBeGreaterThanOrEqual(0);
        expect(upper ?? 1).toBeLessThanOrEqual(1);
      }
    }),
  );
});

function of(numerator: number, denominator: number): Fraction {
  return { numerator, denominator };
}
