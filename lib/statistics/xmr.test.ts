import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movingRange } from './moving-range.ts';
import { xmr } from './xmr.ts';

describe('limits', () => {
  test('4, 6, 3, 5, 7, 4, 6, 5: mean 5, ranges 2 3 2 2 3 2 1 = 15/7, limits 5 ± 2.66 × 15/7', () => {
    const limits = xmr([4, 6, 3, 5, 7, 4, 6, 5]);
    expect(limits?.centre).toBe(5);
    expect(limits?.averageMovingRange).toBeCloseTo(15 / 7, 12);
    expect(limits?.lower).toBeCloseTo(5 - (2.66 * 15) / 7, 12);
    expect(limits?.upper).toBeCloseTo(5 + (2.66 * 15) / 7, 12);
  });

  test('an outlier is screened once: 1, 2 repeated with one 10 has limits −0.72 and 4.60 instead of −3.06 and 6.95', () => {
    const values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];
    const screened = xmr(values);
    expect(screened).toMatchObject({ screened: 2, n: 18, trial: false });
    expect(screened?.centre).toBeCloseTo(35 / 18, 12);
    expect(screened?.lower).toBeCloseTo(35 / 18 - 2.66, 12);
    expect(screened?.upper).toBeCloseTo(35 / 18 + 2.66, 12);
    const raw = xmr(values, { screen: false });
    expect(raw?.upper).toBeCloseTo(35 / 18 + 2.66 * ((15 + 8 + 9) / 17), 12);
  });

  test('a constant series has its value as centre and limits, and says so', () => {
    expect(xmr(Array(20).fill(0.1))).toMatchObject({ centre: 0.1, lower: 0.1, upper: 0.1, constant: true });
  });

  test('a series that is flat but for one point keeps its ranges: 0 × 12 and one 4 has limits above 0', () => {
    const limits = xmr([0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0]);
    expect(limits?.averageMovingRange).toBeCloseTo(8 / 12, 12);
    expect(limits?.screened).toBe(0);
  });
});

describe('too little', () => {
  test('no point, one point and two points apart have no limits', () => {
    expect(xmr([])).toBeNull();
    expect(xmr([5])).toBeNull();
    expect(xmr([5, null, 7])).toBeNull();
  });

  test('two neighbours have limits that are a trial, 11 points too, 12 are not', () => {
    expect(xmr([5, 7])).toMatchObject({ centre: 6, trial: true });
    expect(xmr([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])?.trial).toBe(true);
    expect(xmr([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])?.trial).toBe(false);
  });

  test('a gap is never bridged: 1, 2, gap, 9, 10 has two ranges of 1 and none of 7', () => {
    expect(movingRange([1, 2, null, 9, 10])).toEqual({ average: 1, ranges: 2, screened: 0 });
  });

  test('two flat stretches at different heights across a gap cannot show variation', () => {
    expect(xmr([1, 1, null, 2, 2])).toBeNull();
  });
});

describe('identities', () => {
  const series = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 60 });

  test('limits lie as far above the mean as below it, and the mean is that of the values', () => {
    fc.assert(
      fc.property(series, (values) => {
        const limits = xmr(values);
        if (!limits) throw new Error('two neighbours always have limits');
        expect(limits.upper - limits.centre).toBeCloseTo(limits.centre - limits.lower, 6);
        expect(limits.centre).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 9);
      }),
    );
  });

  test('shifting and stretching a series shifts and stretches its limits', () => {
    fc.assert(
      fc.property(
        series,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: -50, max: 50 }),
        (values, times, plus) => {
          const before = xmr(values);
          const after = xmr(values.map((value) => value * times + plus));
          expect(after?.upper).toBeCloseTo((before?.upper ?? Number.NaN) * times + plus, 6);
        },
      ),
    );
  });

  test('screening never widens the limits', () => {
    fc.assert(
      fc.property(series, (values) => {
        const upper = (screen: boolean) => xmr(values, { screen })?.upper ?? Number.NaN;
        expect(upper(true)).toBeLessThanOrEqual(upper(false));
      }),
    );
  });
});
