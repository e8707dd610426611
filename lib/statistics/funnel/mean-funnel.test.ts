import { describe, expect, test } from 'vitest';
import { meanFunnel } from './mean-funnel.ts';

/** A unit of n values with this mean and a sum of squares that makes its variance 1: n (mean² + 1) − 1, about. */
const unit = (id: string, n: number, mean: number) => ({
  id,
  n,
  sum: n * mean,
  squares: n * mean ** 2 + (n - 1),
});

describe('a funnel of means', () => {
  test('three units of 100 with 3.0, 3.0 and 3.6: target 3.2, z −2, −2 and 4', () => {
    const found = meanFunnel([unit('a', 100, 3), unit('b', 100, 3), unit('c', 100, 3.6)], { widen: false });
    expect(found?.target).toBeCloseTo(3.2, 12);
    const limits = found?.points[0]?.limits;
    expect(limits?.inner[0]).toBeCloseTo(3.2 - 1.959964 * 0.1, 5);
    expect(limits?.outer[1]).toBeCloseTo(3.2 + 3.090232 * 0.1, 5);
    expect(found?.points.map(({ outside }) => outside)).toEqual([
      { level: 'inner', side: 'below' },
      { level: 'inner', side: 'below' },
      { level: 'outer', side: 'above' },
    ]);
  });

  test('variation between units beyond chance widens the limits: then none of them is outside', () => {
    const found = meanFunnel([unit('a', 100, 3), unit('b', 100, 3), unit('c', 100, 3.6)]);
    expect(found?.tau2).toBeGreaterThan(0);
    expect(found?.points.every(({ outside }) => outside === null)).toBe(true);
    expect(found?.few).toBe(true);
  });

  test('limits are narrower for more values, half as wide for four times as many', () => {
    const found = meanFunnel([unit('a', 100, 3), unit('b', 400, 3), unit('none', 0, 0)]);
    const widths = found?.points.map(({ limits }) => limits.outer[1] - limits.outer[0]) ?? [];
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(2, 9);
    expect(found?.leftOut).toEqual(['none']);
  });

  test('one unit, or values that are all the same, make no funnel', () => {
    expect(meanFunnel([unit('a', 100, 3)])).toBeNull();
    expect(
      meanFunnel([
        { id: 'a', n: 2, sum: 6, squares: 18 },
        { id: 'b', n: 2, sum: 6, squares: 18 },
      ]),
    ).toBeNull();
  });
});
