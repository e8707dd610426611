import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Interval } from '../wilson.ts';
import { toChange } from './change.ts';
import { detectable } from './detectable.ts';
import { meanChange, toMeanSample } from './mean-change.ts';
import { medianChange } from './median-change.ts';
import { medianRanks, toMedianSample } from './median-sample.ts';
import { rateChange } from './rate-change.ts';
import { shareChange } from './share-change.ts';

const of = (numerator: number, denominator: number) => ({ numerator, denominator });
const none: Interval = [Number.NaN, Number.NaN];

describe('change of a share', () => {
  test('1 of 34 before, 7 of 34 after: 0.1765, from 0.0189 to 0.3404, as published', () => {
    // Perondi et al. 2004, in Fagerland, Lydersen and Laake, Statistical Analysis of Contingency Tables, ch. 4.
    const found = shareChange(of(1, 34), of(7, 34));
    expect(found?.effect).toBeCloseTo(0.1765, 4);
    expect(found?.interval[0]).toBeCloseTo(0.0189, 4);
    expect(found?.interval[1]).toBeCloseTo(0.3404, 4);
    expect(found?.clear).toBe(true);
    expect(found?.n).toEqual({ before: 34, after: 34 });
  });

  test('none of 40 and none of 50: no difference, not clear, and a drop from 0 cannot be told', () => {
    const found = shareChange(of(0, 40), of(0, 50));
    expect(found?.effect).toBe(0);
    expect(found?.clear).toBe(false);
    expect(found?.detectable).toBeNull();
  });

  test('without records on one side there is no change to speak of', () => {
    expect(shareChange(of(0, 0), of(1, 2))).toBeNull();
    expect(shareChange(of(1, 2), of(0, 0))).toBeNull();
  });
});

describe('change of a rate', () => {
  test('60 in 51,477.5 before and 30 in 54,308.7 after: 1 / 2.11 = 0.474, from 0.307 to 0.732', () => {
    const found = rateChange(of(60, 51477.5), of(30, 54308.7));
    expect(found?.effect).toBeCloseTo(1 / 2.10999757175465, 9);
    expect(found?.interval[0]).toBeCloseTo(1 / 3.2593061, 5);
    expect(found?.clear).toBe(true);
    expect(found?.n).toEqual({ before: 60, after: 30 });
  });

  test('5 events before and none after: a ratio of 0 is clear, but nothing can be said of what could be seen', () => {
    const found = rateChange(of(5, 100), of(0, 100));
    expect(found?.effect).toBe(0);
    expect(found?.interval[0]).toBe(0);
    expect(found?.detectable).toBeNull();
    expect(rateChange(of(0, 100), of(0, 100))).toBeNull();
  });
});

describe('change of a mean', () => {
  test('n 10, mean 38.3, variance 66.3 and n 12, 35, 40: t −1.0455 and p 0.3106 agree with −3.3 ± 6.66', () => {
    const found = meanChange({ n: 10, mean: 38.3, variance: 66.3 }, { n: 12, mean: 35, variance: 40 });
    expect(found?.effect).toBeCloseTo(-3.3, 12);
    expect(found?.interval[0]).toBeCloseTo(-9.96435, 5);
    expect(found?.interval[1]).toBeCloseTo(3.36435, 5);
    expect(found?.clear).toBe(false);
  });

  test('equal variances and sizes give n₁ + n₂ − 2 degrees of freedom: ± 2.1009 √(2/10)', () => {
    const side = { n: 10, variance: 1 };
    const found = meanChange({ ...side, mean: 0 }, { ...side, mean: 1 });
    expect(found?.interval[1]).toBeCloseTo(1 + 2.100922 * Math.sqrt(0.2), 6);
    expect(found?.detectable).toBeNull();
  });

  test('1, 2, 6 have mean 3 and variance 7; one value has no variance', () => {
    expect(toMeanSample([1, 2, 6])).toEqual({ n: 3, mean: 3, variance: 7 });
    expect(toMeanSample([5])).toBeNull();
  });

  test('a single value, values without any variation and negative variances say nothing', () => {
    expect(meanChange({ n: 1, mean: 3, variance: 0 }, { n: 5, mean: 3, variance: 1 })).toBeNull();
    expect(meanChange({ n: 5, mean: 3, variance: 0 }, { n: 5, mean: 4, variance: 0 })).toBeNull();
    expect(() => meanChange({ n: 5, mean: 3, variance: -1 }, { n: 5, mean: 4, variance: 0 })).toThrow(
      '-1 is not a variance',
    );
  });
});

describe('change of a median', () => {
  // The worked examples of the R package statpsych, ci.median2.
  const one = [70, 394, 43, 95, 62, 128, 2, 203, 81, 436, 85, 35, 156, 1, 3, 27, 63, 181, 184, 18];
  const other = [
    102, 120, 78, 78, 417, 124, 86, 171, 176, 129, 230, 194, 100, 157, 306, 411, 164, 103, 193, 312,
  ];
  const sample = (values: readonly number[]) => {
    const found = toMedianSample(values);
    if (found === null) throw new Error('too few values for a median');
    return found;
  };

  test('medians 160.5 and 75.5 of 20 values each: −85, from −157.7441 to −12.25589', () => {
    const found = medianChange(sample(other), sample(one));
    expect(found?.effect).toBe(-85);
    expect(found?.interval[0]).toBeCloseTo(-157.7441, 4);
    expect(found?.interval[1]).toBeCloseTo(-12.25589, 5);
  });

  test('medians 43 and 34.5 of 10 values each: −8.5, standard error 4.316291', () => {
    const found = medianChange(
      sample([36, 44, 47, 42, 49, 39, 46, 31, 33, 48]),
      sample([32, 39, 26, 35, 43, 27, 40, 37, 34, 29]),
    );
    expect(found?.effect).toBe(-8.5);
    expect(found?.interval[0]).toBeCloseTo(-16.95977, 5);
    expect(found?.interval[1]).toBeCloseTo(-0.04022524, 6);
  });

  test('of 10 values ranks 2 and 9 are asked, of a million ranks 499,001 and 501,000, of 4 none', () => {
    expect(medianRanks(10)).toMatchObject({ low: 2, high: 9 });
    expect(medianRanks(1_000_000)).toMatchObject({ low: 499_001, high: 501_000 });
    expect(medianRanks(5)).toMatchObject({ low: 1, high: 5 });
    expect(medianRanks(4)).toBeNull();
    expect(toMedianSample([1, 2, 3, 4])).toBeNull();
  });

  test('values that are all the same leave nothing to compare, and their order does not matter', () => {
    expect(medianChange(sample([7, 7, 7, 7, 7]), sample([9, 9, 9, 9, 9]))).toBeNull();
    expect(sample([...one].reverse())).toEqual(sample(one));
  });
});

describe('what could have been seen', () => {
  test('−0.10 to −0.02 on 0.34: standard error 0.08 / 3.92 = 0.0204, times 2.8016 is 0.0572, or 17 %', () => {
    const found = detectable('difference', [-0.1, -0.02], 0.34);
    expect(found?.drop).toBeCloseTo(0.1682, 4);
    expect(found?.rise).toBe(found?.drop);
  });

  test('a ratio from 0.5 to 2: ln 4 / 3.92 = 0.3537, times 2.8016 is 0.9908; a drop to 37 % of it', () => {
    const found = detectable('ratio', [0.5, 2], 1);
    expect(found?.drop).toBeCloseTo(1 - Math.exp(-0.9908), 4);
    expect(found?.rise).toBeCloseTo(Math.exp(0.9908) - 1, 3);
  });

  test('an interval that ends at 0 or has no end tells nothing of a ratio', () => {
    expect(detectable('ratio', [0, 2], 1)).toBeNull();
    expect(detectable('ratio', [0.5, Number.POSITIVE_INFINITY], 1)).toBeNull();
    expect(detectable('difference', [-1, 1], 0)).toBeNull();
  });

  test('an effect as large as what could be seen is always clear', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 5000 }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (n, variance) => {
          const same = meanChange({ n, mean: 10, variance }, { n, mean: 10, variance });
          const drop = (same?.detectable?.drop ?? Number.NaN) * 10;
          const less = meanChange({ n, mean: 10, variance }, { n, mean: 10 - drop, variance });
          expect(same?.clear).toBe(false);
          expect(less?.clear).toBe(true);
        },
      ),
    );
  });
});

test('an interval that ends exactly at "nothing changed" is not clear', () => {
  const found = { method: 'welch', before: 1, after: 2, effect: 1, n: { before: 9, after: 9 } } as const;
  expect(toChange({ ...found, scale: 'difference', interval: [0, 2] }).clear).toBe(false);
  expect(toChange({ ...found, scale: 'ratio', interval: [1, 2] }).clear).toBe(false);
  expect(toChange({ ...found, scale: 'ratio', interval: [1.001, 2] }).clear).toBe(true);
});

test('every interval holds its effect', () => {
  const share = fc.integer({ min: 1, max: 900 }).chain((n) => fc.nat(n).map((count) => of(count, n)));
  fc.assert(
    fc.property(share, share, (before, after) => {
      for (const found of [shareChange(before, after), rateChange(before, after)]) {
        if (found === null) continue;
        const [low, high] = found.interval ?? none;
        expect(low).toBeLessThanOrEqual(found.effect + 1e-12);
        expect(high).toBeGreaterThanOrEqual(found.effect - 1e-12);
      }
    }),
  );
});
