import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newcombeOneSample } from './newcombe.ts';
import { weightedShare, weightedShareDifference } from './weighted-share.ts';
import { wilson } from './wilson.ts';

const equal = (n: number, weight = 1) => ({ sum: n * weight, squares: n * weight ** 2 });

describe('share of a weighted whole', () => {
  test('with equal weights it is Wilson’s interval: 30 of 100 lies between 0.2189 and 0.3958', () => {
    const found = weightedShare(equal(30), equal(100));
    expect(found?.share).toBe(0.3);
    expect(found?.weighs).toBe(100);
    expect(found?.interval?.[0]).toBeCloseTo(0.2189, 4);
    expect(found?.interval?.[1]).toBeCloseTo(0.3958, 4);
  });

  test('weights of 1 and 3, 100 records each: 400² / 1,000 = 160 records, and 0.25 has variance 0.003516', () => {
    // The part are the light ones: (0.75² · 100 + 0.25² · 900) / 400² = 112.5 / 160,000 = 0.000703125.
    const found = weightedShare(equal(100), { sum: 400, squares: 1000 });
    const records = (0.25 * 0.75) / 0.000703125;
    expect(found?.weighs).toBe(160);
    expect(found?.interval).toEqual(wilson(0.25 * records, records));
  });

  test('one record that is nearly everything leaves no range', () => {
    const found = weightedShare({ sum: 900, squares: 810_000 }, { sum: 1000, squares: 810_100 });
    expect(found?.share).toBe(0.9);
    expect(found?.weighs).toBeCloseTo(1.234, 3);
    expect(found?.interval).toBeNull();
  });

  test('a part without weight begins at exactly 0, a whole without weight has no share', () => {
    expect(weightedShare({ sum: 0, squares: 0 }, equal(50))?.interval?.[0]).toBe(0);
    expect(weightedShare(equal(50), equal(50))?.interval?.[1]).toBe(1);
    expect(weightedShare(equal(0), equal(0))).toBeNull();
  });

  test('parts larger than the whole are refused', () => {
    expect(() => weightedShare(equal(6), equal(5))).toThrow('6 is not a part of 5');
    expect(() => weightedShare({ sum: -1, squares: 1 }, equal(5))).toThrow('-1 is not a part');
  });

  test('it holds the share, and the unit of the weights does not matter', () => {
    const weights = fc.array(fc.double({ min: 0.1, max: 50, noNaN: true }), {
      minLength: 40,
      maxLength: 200,
    });
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 39 }), (all, size) => {
        const sums = (values: readonly number[], unit: number) => ({
          sum: values.reduce((sum, value) => sum + value * unit, 0),
          squares: values.reduce((sum, value) => sum + (value * unit) ** 2, 0),
        });
        const found = weightedShare(sums(all.slice(0, size), 1), sums(all, 1));
        const cents = weightedShare(sums(all.slice(0, size), 100), sums(all, 100));
        if (!found?.interval) return;
        expect(found.interval[0]).toBeLessThanOrEqual(found.share);
        expect(found.interval[1]).toBeGreaterThanOrEqual(found.share);
        expect(cents?.interval?.[0]).toBeCloseTo(found.interval[0], 8);
      }),
    );
  });
});

describe('difference of two shares of a weighted whole', () => {
  test('with equal weights it is Newcombe’s: 452 and 431 of 2,412, −0.0154 to 0.0328', () => {
    const found = weightedShareDifference(equal(452, 7), equal(431, 7), equal(2412, 7));
    const [low = 0, high = 0] = newcombeOneSample(452, 431, 2412) ?? [];
    expect(found?.[0]).toBeCloseTo(low, 10);
    expect(found?.[1]).toBeCloseTo(high, 10);
  });

  test('few records carry less: the same shares from records ten times as heavy could change places', () => {
    const whole = (weight: number) => ({ sum: 2400, squares: 2400 * weight });
    const part = (sum: number, weight: number) => ({ sum, squares: sum * weight });
    const light = weightedShareDifference(part(480, 1), part(400, 1), whole(1));
    const heavy = weightedShareDifference(part(480, 10), part(400, 10), whole(10));
    expect(light?.[0]).toBeGreaterThan(0);
    expect(heavy?.[0]).toBeLessThan(0);
  });

  test('too few records, or none, tell nothing', () => {
    expect(weightedShareDifference(equal(9), equal(8), equal(29))).toBeNull();
    expect(weightedShareDifference(equal(0), equal(0), equal(0))).toBeNull();
    expect(() => weightedShareDifference(equal(30), equal(30), equal(50))).toThrow('60 is not a part of 50');
  });
});
