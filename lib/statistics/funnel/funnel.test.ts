import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilson } from '../wilson.ts';
import { type FunnelUnit, funnel } from './funnel.ts';
import { limitsAt, Z_OUTER } from './funnel-limits.ts';
import { overdispersion } from './overdispersion.ts';

const units = (...pairs: readonly (readonly [number, number])[]): FunnelUnit[] =>
  pairs.map(([numerator, denominator], index) => ({ id: `team ${index + 1}`, numerator, denominator }));

// The units of FunnelPlotR's own tests (test-funnel_plot.R), figures computed from its formulas with numpy.
const six = units([100, 108], [150, 112], [180, 165], [80, 95], [120, 100], [225, 220]);

describe('variation between units', () => {
  test('z 2, 2, −2, −2 of errors ½: φ 16 / 4, τ² (16 − 3) / (16 − 4); z 0, 2, −2, 0 are drawn in to 1.4', () => {
    // Ten per cent from either end of four values reach 0.3 of the way to the next one.
    const drawnIn = overdispersion([0, 2, -2, 0], [0.5, 0.5, 0.5, 0.5], 'winsorise');
    expect(drawnIn).toMatchObject({ phi: expect.closeTo((2 * 1.4 ** 2) / 4, 12), n: 4 });
    const flat = overdispersion([2, 2, -2, -2], [0.5, 0.5, 0.5, 0.5], 'winsorise');
    expect(flat).toMatchObject({ phi: 4, tau2: expect.closeTo(13 / 12, 12) });
  });

  test('drawn in or left out: the six on the log scale have φ 2.149 of 6, or 1.331 of 4', () => {
    expect(funnel('ratio', six)).toMatchObject({
      transform: 'log',
      phi: expect.closeTo(2.149053099, 8),
      tau2: expect.closeTo(0.012118491, 8),
      judged: 6,
    });
    expect(funnel('ratio', six, { outliers: 'trim' })).toMatchObject({
      phi: expect.closeTo(1.331029324, 8),
      tau2: expect.closeTo(0.005418311, 8),
      judged: 4,
    });
  });

  test('on the scale of square roots φ 2.327, τ² 0.003440, outer limits 0.5861 and 1.5238 of the first', () => {
    const found = funnel('ratio', six, { transform: 'square_root' });
    expect(found?.phi).toBeCloseTo(2.327178258, 8);
    expect(found?.tau2).toBeCloseTo(0.00343978, 8);
    expect(found?.points[0]?.limits.outer[0]).toBeCloseTo(0.58610959, 6);
    expect(found?.points[0]?.limits.outer[1]).toBeCloseTo(1.52379781, 6);
  });

  test('units that differ less than chance have τ² 0 and the limits of chance', () => {
    const alike = funnel('ratio', units([100, 100], [201, 200], [149, 150]));
    expect(alike).toMatchObject({ tau2: 0 });
    expect(alike?.phi).toBeLessThan(1);
    expect(alike?.points[0]?.limits.inner[0]).toBeCloseTo(0.81363991, 7);
  });

  test('can be told and left out of the limits', () => {
    const found = funnel('ratio', six, { widen: false });
    expect(found?.phi).toBeCloseTo(2.149053099, 8);
    expect(found?.tau2).toBe(0);
  });

  test('nobody left has none', () => {
    expect(overdispersion([1, 1], [1, 1], 'trim')).toEqual({ phi: 0, tau2: 0, n: 0 });
  });
});

describe('shares', () => {
  const twelve = units(
    [12, 100],
    [30, 150],
    [45, 140],
    [9, 90],
    [22, 120],
    [60, 200],
    [18, 130],
    [40, 170],
    [25, 100],
    [33, 160],
    [5, 60],
    [50, 150],
  );

  test('without variation between them 22.2 % ± 3.09 √(0.222 × 0.778 / n)', () => {
    const found = funnel('share', twelve, { widen: false });
    expect(found?.target).toBeCloseTo(349 / 1570, 12);
    expect(found?.points[0]?.limits.outer[0]).toBeCloseTo(0.09380516, 7);
    expect(found?.points[2]?.limits.outer[1]).toBeCloseTo(0.33088504, 7);
    expect(found?.points.filter(({ outside }) => outside?.level === 'outer').map(({ id }) => id)).toEqual([
      'team 12',
    ]);
  });

  test('with it φ 4.57, τ² 0.00766, and none is outside what chance and that explain', () => {
    const found = funnel('share', twelve);
    expect(found).toMatchObject({ transform: 'arcsine', phi: expect.closeTo(4.566213656, 7), few: false });
    expect(found?.tau2).toBeCloseTo(0.007664244, 8);
    expect(found?.points[0]?.limits.outer[1]).toBeCloseTo(0.51711693, 6);
    expect(found?.points[10]?.limits.outer[0]).toBeCloseTo(0.02378542, 6);
    expect(found?.points.every(({ outside }) => outside?.level !== 'outer')).toBe(true);
  });

  test('a unit is beyond its limits where its Wilson interval does not hold the target', () => {
    const pair = fc
      .tuple(fc.integer({ min: 5, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([n, share]) => [Math.round(n * share), n] as const);
    fc.assert(
      fc.property(fc.array(pair, { minLength: 2, maxLength: 15 }), (pairs) => {
        const found = funnel('share', units(...pairs), { widen: false });
        for (const { numerator, denominator, outside } of found?.points ?? []) {
          const [low, high] = wilson(numerator, denominator, Z_OUTER) ?? [0, 1];
          const target = found?.target ?? 0;
          // On the line itself rounding decides.
          if (Math.abs(low - target) < 1e-9 || Math.abs(high - target) < 1e-9) continue;
          expect(outside?.level === 'outer').toBe(target < low || target > high);
        }
      }),
    );
  });

  test('limits are cut at 0 and 100 %, and are no limits where all are none or all', () => {
    expect(limitsAt({ form: 'share', target: 0.1, transform: 'arcsine', tau2: 0 }, 2).outer[0]).toBe(0);
    expect(limitsAt({ form: 'share', target: 0.9, transform: 'arcsine', tau2: 0.5 }, 2).outer[1]).toBe(1);
    const none = funnel('share', units([0, 10], [0, 30]));
    expect(none?.points.map(({ limits, outside }) => [limits.outer, outside])).toEqual([
      [[0, 0], null],
      [[0, 0], null],
    ]);
  });
});

describe('ratios and rates', () => {
  test('exact limits of 1, 10 and 100 expected (chi-square quantiles)', () => {
    const scale = { form: 'ratio', target: 1, transform: 'log', tau2: 0 } as const;
    const near = (expected: number, inner: readonly number[], outer: readonly number[]) => {
      const limits = limitsAt(scale, expected);
      for (const side of [0, 1] as const) {
        expect(limits.inner[side]).toBeCloseTo(inner[side] ?? Number.NaN, 6);
        expect(limits.outer[side]).toBeCloseTo(outer[side] ?? Number.NaN, 6);
      }
    };
    near(1, [0.0253178, 5.5716434], [0.0010005, 9.2334135]);
    near(10, [0.4795389, 1.8390356], [0.296052, 2.4133971]);
    near(100, [0.8136399, 1.2162679], [0.719214, 1.3492432]);
  });

  test('5 events where 1 is expected are beyond 95 %, 8 beyond 99.8 %: exact below 10 events', () => {
    const found = funnel('ratio', units([5, 1], [8, 1], [3, 1], [100, 104]), { widen: false });
    expect(found?.points.map(({ outside }) => outside?.level ?? null)).toEqual([
      'inner',
      'outer',
      null,
      null,
    ]);
  });

  test('a rate is held against the events expected of its denominator at the pooled rate', () => {
    const teams = units([20, 1000], [30, 1000], [90, 1500]);
    const rate = funnel('rate', teams, { widen: false });
    const ratio = funnel(
      'ratio',
      teams.map((unit) => ({ ...unit, denominator: (unit.denominator * 140) / 3500 })),
      { widen: false },
    );
    expect(rate?.target).toBe(0.04);
    expect(rate?.points[2]?.limits.outer[1]).toBeCloseTo(0.04 * (ratio?.points[2]?.limits.outer[1] ?? 0), 12);
    expect(rate?.points.map(({ outside }) => outside)).toEqual(ratio?.points.map(({ outside }) => outside));
    expect(rate?.phi).toBeCloseTo(ratio?.phi ?? Number.NaN, 10);
  });

  test('a unit without events takes the scale of square roots; the log scale is refused then', () => {
    const withNone = units([0, 5], [9, 8], [12, 10]);
    expect(funnel('ratio', withNone)).toMatchObject({ transform: 'square_root' });
    expect(() => funnel('ratio', withNone, { transform: 'log' })).toThrow('no logarithm');
    expect(() => funnel('ratio', withNone, { transform: 'arcsine' })).toThrow('no arcsine scale');
  });

  test('nothing anywhere is no rate to differ by', () => {
    const none = funnel('rate', units([0, 10], [0, 30]));
    expect(none).toMatchObject({ target: 0, phi: 0, tau2: 0 });
    expect(none?.points.every(({ outside }) => outside === null)).toBe(true);
  });
});

describe('units', () => {
  test('one is no funnel, nine are few, ten are not', () => {
    const many = (count: number) =>
      units(...Array.from({ length: count }, (_, index) => [index + 5, 50] as const));
    expect(funnel('share', many(1))).toBeNull();
    expect(funnel('share', many(9))?.few).toBe(true);
    expect(funnel('share', many(10))?.few).toBe(false);
  });

  test('without a denominator are left out and named', () => {
    expect(funnel('share', units([3, 10], [0, 0], [4, 10]))).toMatchObject({ leftOut: ['team 2'] });
    expect(funnel('rate', units([3, 10], [0, 0]))).toBeNull();
  });

  test('a target of one’s own, and one that is none', () => {
    expect(
      funnel('share', units([3, 10], [4, 10]), { target: 0.9, widen: false })?.points[0]?.outside,
    ).toEqual({
      level: 'outer',
      side: 'below',
    });
    expect(() => funnel('share', units([3, 10], [4, 10]), { target: 1.2 })).toThrow('not a target');
  });

  test('of the same size have the same limits, larger ones narrower', () => {
    const found = funnel('share', units([3, 10], [4, 10], [30, 100]));
    const width = (index: number) => {
      const [low, high] = found?.points[index]?.limits.outer ?? [0, 0];
      return high - low;
    };
    expect(width(0)).toBe(width(1));
    expect(width(2)).toBeLessThan(width(0));
  });
});
