import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fraction, pChart } from './p-chart.ts';

const fraction = fc
  .tuple(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([denominator, share]) => ({ numerator: Math.round(denominator * share), denominator }));

describe('p chart', () => {
  test('10 of 100 and 30 of 100: centre 40/200 = 0.2, sd √(0.2 × 0.8 / 100) = 0.04, limits 0.08 and 0.32', () => {
    const chart = pChart([of(10, 100), of(30, 100)]);
    expect(chart?.centre).toBe(0.2);
    expect(chart?.prime).toBe(true);
    const plain = pChart([of(18, 100), of(22, 100), of(20, 100)]);
    expect(plain?.lower[0]).toBeCloseTo(0.08, 12);
    expect(plain?.upper[2]).toBeCloseTo(0.32, 12);
  });

  test('the centre is pooled: 1 of 10 and 90 of 90 make 91 of 100, not a mean of 55 %', () => {
    expect(pChart([of(1, 10), of(90, 90)])?.centre).toBe(0.91);
  });

  test('limits are wider where fewer were counted: n 25 has twice the width of n 100', () => {
    const chart = pChart([of(5, 25), of(20, 100)]);
    const width = (index: number) => (chart?.upper[index] ?? 0) - (chart?.centre ?? 0);
    expect(width(0)).toBeCloseTo(2 * width(1), 12);
  });

  test('nothing counted is a gap without limits, and a chart of gaps is no chart', () => {
    expect(pChart([of(0, 0), null, of(5, 10), of(6, 10)])).toMatchObject({
      n: 2,
      counted: 20,
      lower: [null, null, expect.any(Number), expect.any(Number)],
    });
    expect(pChart([of(0, 0), null])).toBeNull();
    expect(pChart([])).toBeNull();
  });

  test('all zero has limits of 0, all one has limits of 1', () => {
    expect(pChart([of(0, 10), of(0, 20)])).toMatchObject({
      centre: 0,
      lower: [0, 0],
      upper: [0, 0],
      sigmaZ: null,
    });
    expect(pChart([of(10, 10), of(20, 20)])).toMatchObject({ centre: 1, lower: [1, 1], upper: [1, 1] });
  });

  test('11 of 10 is refused', () => {
    expect(() => pChart([of(11, 10)])).toThrow('11 of 10');
  });

  test('11 points are a trial, 12 are not', () => {
    const points = Array.from({ length: 12 }, (_, index) => of(5 + (index % 3), 20));
    expect(pChart(points.slice(1))?.trial).toBe(true);
    expect(pChart(points)?.trial).toBe(false);
  });
});

describe('Laney p′', () => {
  test('shares of 0.4 and 0.6 in turn at n 100: z ±2, σz 4 / 1.128 = 3.546, limits 0.5 ± 3 × 0.05 × 3.546', () => {
    const chart = pChart(Array.from({ length: 12 }, (_, index) => of(index % 2 ? 60 : 40, 100)));
    expect(chart?.sigmaZ).toBeCloseTo(4 / 1.128, 10);
    expect(chart?.upper[0]).toBeCloseTo(0.5 + (3 * 0.05 * 4) / 1.128, 10);
  });

  test('less variation than chance never narrows the limits: σz of 0 keeps the p chart', () => {
    const chart = pChart(Array.from({ length: 12 }, () => of(50, 100)));
    expect(chart).toMatchObject({ sigmaZ: 0, prime: false });
    expect(chart?.upper[0]).toBeCloseTo(0.65, 12);
  });
});

test('the centre lies within the limits and among the shares', () => {
  fc.assert(
    fc.property(fc.array(fraction, { minLength: 1, maxLength: 40 }), (points) => {
      const chart = pChart(points);
      if (!chart) throw new Error('something was counted');
      const shares = points.map(({ numerator, denominator }) => numerator / denominator);
      expect(chart.centre).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12);
      expect(chart.centre).toBeLessThanOrEqual(Math.max(...shares) + 1e-12);
      for (const lower of chart.lower) expect(lower).toBeLessThanOrEqual(chart.centre);
      for (const upper of chart.upper) expect(upper).toBeGreaterThanOrEqual(chart.centre);
    }),
  );
});

function of(numerator: number, denominator: number): Fraction {
  return { numerator, denominator };
}
