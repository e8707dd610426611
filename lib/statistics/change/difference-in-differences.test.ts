import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanDifferenceInDifferences, shareDifferenceInDifferences } from './difference-in-differences.ts';
import { shareChange } from './share-change.ts';

const of = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('difference in differences of shares', () => {
  test('40 to 25 of 100, elsewhere 40 to 38 of 100: −0.15 less −0.02 = −0.13, not clear', () => {
    const found = shareDifferenceInDifferences(
      { before: of(40, 100), after: of(25, 100) },
      { before: of(40, 100), after: of(38, 100) },
    );
    expect(found?.effect).toBeCloseTo(-0.13, 12);
    expect(found?.treated).toBeCloseTo(-0.15, 12);
    expect(found?.comparison).toBeCloseTo(-0.02, 12);
    expect(found?.clear).toBe(false);
  });

  test('ten thousand records: near the sum of four variances, −0.13 ± 1.96 √(0.9531 / 10,000)', () => {
    const found = shareDifferenceInDifferences(
      { before: of(4000, 10_000), after: of(2500, 10_000) },
      { before: of(4000, 10_000), after: of(3800, 10_000) },
    );
    const variance = 0.24 + 0.1875 + 0.24 + 0.2356;
    const reach = 1.96 * Math.sqrt(variance / 10_000);
    expect(found?.interval[0]).toBeCloseTo(-0.13 - reach, 4);
    expect(found?.interval[1]).toBeCloseTo(-0.13 + reach, 4);
    expect(found?.clear).toBe(true);
  });

  test('shares of 0 on all sides still leave a range, and an empty group leaves nothing', () => {
    const nothing = { before: of(0, 20), after: of(0, 20) };
    const found = shareDifferenceInDifferences(nothing, nothing);
    expect(found?.effect).toBe(0);
    expect(found?.interval[1]).toBeGreaterThan(0.1);
    expect(found?.detectable).toBeNull();
    expect(shareDifferenceInDifferences({ before: of(0, 0), after: of(1, 2) }, nothing)).toBeNull();
    expect(shareDifferenceInDifferences(nothing, { before: of(1, 2), after: of(0, 0) })).toBeNull();
  });

  test('it holds its effect, is less sure than the change of the treated alone, and turns its sign', () => {
    const share = fc.integer({ min: 1, max: 900 }).chain((n) => fc.nat(n).map((count) => of(count, n)));
    const side = fc.record({ before: share, after: share });
    fc.assert(
      fc.property(side, side, (treated, comparison) => {
        const found = shareDifferenceInDifferences(treated, comparison);
        const turned = shareDifferenceInDifferences(comparison, treated);
        const alone = shareChange(treated.before, treated.after);
        if (!found || !turned || !alone) throw new Error('every group has records');
        expect(found.interval[0]).toBeLessThanOrEqual(found.effect + 1e-12);
        expect(found.interval[1]).toBeGreaterThanOrEqual(found.effect - 1e-12);
        expect(found.interval[0]).toBeCloseTo(-turned.interval[1], 10);
        const width = ([low, high]: readonly [number, number]) => high - low;
        expect(width(found.interval)).toBeGreaterThanOrEqual(width(alone.interval) - 1e-12);
      }),
    );
  });
});

describe('difference in differences of means', () => {
  const group = (mean: number, n = 50, variance = 4) => ({ n, mean, variance });

  test('10 to 8, elsewhere 10 to 9.5, variance 4 of 50 each: −1.5 ± t(196) √(4 · 4/50) = 1.9721 · 0.5657', () => {
    const found = meanDifferenceInDifferences(
      { before: group(10), after: group(8) },
      { before: group(10), after: group(9.5) },
    );
    expect(found?.effect).toBe(-1.5);
    expect(found?.interval[0]).toBeCloseTo(-1.5 - 1.972141 * 0.5656854, 5);
    expect(found?.interval[1]).toBeCloseTo(-1.5 + 1.972141 * 0.5656854, 5);
    expect(found?.detectable?.drop).toBeCloseTo((2.801585 * 1.1156115) / 1.959964 / 10, 5);
  });

  test('one value, or no variation at all, cannot tell', () => {
    const steady = { before: group(10, 50, 0), after: group(9, 50, 0) };
    expect(meanDifferenceInDifferences(steady, steady)).toBeNull();
    expect(
      meanDifferenceInDifferences(
        { before: group(10, 1), after: group(9) },
        { before: group(1), after: group(2) },
      ),
    ).toBeNull();
  });
});
