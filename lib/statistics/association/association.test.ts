import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hypergeometricLowerTail, hypergeometricUpperTail } from '../hypergeometric-tail.ts';
import { association } from './association.ts';
import { fisherExact } from './fisher-exact.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { oddsRatio } from './odds-ratio.ts';
import type { PairCounts } from './pair-counts.ts';
import { riskRatio } from './risk-ratio.ts';

const of = (numerator: number, denominator: number) => ({ numerator, denominator });
const infinite = Number.POSITIVE_INFINITY;
const pairs: fc.Arbitrary<PairCounts> = fc
  .tuple(fc.nat(200), fc.nat(200), fc.nat(200), fc.nat(200))
  .map(([both, first, second, neither]) => ({
    both,
    first: both + first,
    second: both + second,
    all: both + first + second + neither,
  }));

describe('two things in the same cases', () => {
  // The grocery table of the mlxtend documentation: eggs in 4, onions in 3, kidney beans in all 5 baskets.
  test('eggs and onions, 3 of 4 and 3 among 5: support 0.6, confidence 0.75, lift 1.25, conviction 1.6', () => {
    const found = association({ both: 3, first: 4, second: 3, all: 5 });
    expect(found).toMatchObject({ support: 0.6, confidence: 0.75, lift: 1.25, zhang: 1, jaccard: 0.75 });
    expect(found?.leverage).toBeCloseTo(0.12, 12);
    expect(found?.conviction).toBeCloseTo(1.6, 12);
  });

  test('onions and eggs: the lift is the same, confidence 1 and so an infinite conviction, Zhang 0.5', () => {
    const found = association({ both: 3, first: 3, second: 4, all: 5 });
    expect(found).toMatchObject({ confidence: 1, lift: 1.25, conviction: infinite });
    expect(found?.zhang).toBeCloseTo(0.5, 12);
  });

  test('kidney beans are in every basket: lift 1, leverage 0, Zhang 0, conviction 1', () => {
    expect(association({ both: 4, first: 5, second: 4, all: 5 })).toMatchObject({
      confidence: 0.8,
      lift: 1,
      leverage: 0,
      zhang: 0,
      ratio: null,
    });
    expect(association({ both: 4, first: 5, second: 4, all: 5 })?.conviction).toBeCloseTo(1, 12);
  });

  test('what never occurs has no confidence, no lift and no Jaccard; no cases have nothing', () => {
    expect(association({ both: 0, first: 0, second: 0, all: 9 })).toMatchObject({
      support: 0,
      confidence: null,
      lift: null,
      conviction: null,
      zhang: 0,
      jaccard: null,
      p: 1,
    });
    expect(association({ both: 0, first: 0, second: 0, all: 0 })).toBeNull();
  });

  test('a finding takes 5 cases with both and 30 with the first', () => {
    expect(association({ both: 5, first: 30, second: 40, all: 500 })?.enough).toBe(true);
    expect(association({ both: 4, first: 30, second: 40, all: 500 })?.enough).toBe(false);
    expect(association({ both: 5, first: 29, second: 40, all: 500 })?.enough).toBe(false);
  });

  test('counts that do not fit together are refused', () => {
    expect(() => association({ both: 5, first: 4, second: 9, all: 20 })).toThrow('5 with both');
    expect(() => association({ both: 1, first: 9, second: 9, all: 12 })).toThrow('not parts of 12');
    expect(() => fisherExact({ both: 0.5, first: 4, second: 9, all: 20 })).toThrow('0.5 with both');
  });

  test('lift, leverage, Jaccard and p are the same both ways, and above chance all of them say so', () => {
    fc.assert(
      fc.property(pairs, ({ both, first, second, all }) => {
        const one = association({ both, first, second, all });
        const other = association({ both, first: second, second: first, all });
        expect(one?.lift).toBe(other?.lift);
        expect(one?.leverage).toBe(other?.leverage);
        expect(one?.jaccard).toBe(other?.jaccard);
        expect(one?.p ?? 0).toBeCloseTo(other?.p ?? 0, 8);
        expect(Math.sign(one?.leverage ?? 0)).toBe(Math.sign(one?.zhang ?? 0));
        expect(Math.abs(one?.zhang ?? 0)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('ratio of two shares', () => {
  test('7 of 34 by 1 of 34: 7.0000, from 1.1537 to 41.9763, as published', () => {
    // R package contingencytables, MOVER-R Wilson, for Fagerland, Lydersen and Laake 2017.
    const found = riskRatio(of(7, 34), of(1, 34));
    expect(found?.ratio).toBeCloseTo(7, 12);
    expect(found?.interval[0]).toBeCloseTo(1.1537, 4);
    expect(found?.interval[1]).toBeCloseTo(41.9763, 4);
  });

  test('none on the second side leaves it open above, none on the first begins at 0, none on either is nothing', () => {
    expect(riskRatio(of(5, 16), of(0, 72))).toMatchObject({ ratio: infinite });
    expect(riskRatio(of(5, 16), of(0, 72))?.interval[1]).toBe(infinite);
    expect(riskRatio(of(5, 16), of(0, 72))?.interval[0]).toBeGreaterThan(1);
    expect(riskRatio(of(0, 16), of(15, 72))?.interval[0]).toBe(0);
    expect(riskRatio(of(0, 16), of(0, 72))).toBeNull();
    expect(riskRatio(of(0, 0), of(1, 72))).toBeNull();
  });

  test('it holds the ratio and turns round to 1 / ratio', () => {
    const share = fc
      .integer({ min: 1, max: 900 })
      .chain((n) => fc.nat(n - 1).map((count) => of(count + 1, n)));
    fc.assert(
      fc.property(share, share, (first, second) => {
        const found = riskRatio(first, second);
        const turned = riskRatio(second, first);
        if (!found || !turned) throw new Error('both sides have cases');
        expect(found.interval[0]).toBeLessThanOrEqual(found.ratio * (1 + 1e-9));
        expect(found.interval[1]).toBeGreaterThanOrEqual(found.ratio * (1 - 1e-9));
        expect(found.interval[0] * turned.interval[1]).toBeCloseTo(1, 6);
      }),
    );
  });
});

describe('odds ratio', () => {
  test('9 of 13 by 4 of 14: 90 / 16 = 5.625, from 1.0773 to 29.3710', () => {
    const found = oddsRatio(of(9, 13), of(4, 14));
    expect(found?.ratio).toBe(5.625);
    expect(found?.interval[0]).toBeCloseTo(1.07727445, 8);
    expect(found?.interval[1]).toBeCloseTo(29.3709973, 6);
  });

  test('a cell of 0 adds one half to all four: 10 of 10 by 20 of 50 is (10.5 · 30.5) / (0.5 · 20.5) = 31.24', () => {
    const found = oddsRatio(of(10, 10), of(20, 50));
    expect(found?.ratio).toBeCloseTo(31.2439, 4);
    expect(Number.isFinite(found?.interval[1])).toBe(true);
    expect(oddsRatio(of(0, 0), of(1, 2))).toBeNull();
    expect(() => oddsRatio(of(3, 2), of(1, 2))).toThrow('3 of 2');
  });
});

describe('Fisher’s exact test', () => {
  test('3 of 4 cups of tea told rightly, of 8: (1 + 16 + 16 + 1) / 70 = 0.4857', () => {
    expect(fisherExact({ both: 3, first: 4, second: 4, all: 8 })).toBeCloseTo(34 / 70, 10);
  });

  test('8 of 106 against 5 of 120: 0.39191925, and far out 7.3964744e-22, as in scipy', () => {
    expect(fisherExact({ both: 8, first: 106, second: 13, all: 226 })).toBeCloseTo(0.391919248, 8);
    expect(fisherExact({ both: 400, first: 3000, second: 900, all: 10_000 }) * 1e22).toBeCloseTo(
      7.3964744,
      6,
    );
  });

  test('drawing 4 of 8 with 4 marked: 3 or more and 1 or fewer are 17 / 70 each', () => {
    const draw = { drawn: 4, marked: 4, all: 8 };
    expect(hypergeometricUpperTail(3, draw)).toBeCloseTo(17 / 70, 10);
    expect(hypergeometricLowerTail(1, draw)).toBeCloseTo(17 / 70, 10);
    expect(hypergeometricUpperTail(0, draw)).toBe(1);
    expect(hypergeometricUpperTail(5, draw)).toBe(0);
    expect(hypergeometricUpperTail(3, { drawn: 7, marked: 4, all: 8 })).toBe(1);
    expect(() => hypergeometricUpperTail(1, { drawn: 9, marked: 4, all: 8 })).toThrow('9 drawn');
  });

  test('below and from any count on, the whole is 1', () => {
    fc.assert(
      fc.property(pairs, fc.nat(200), ({ first, second, all }, count) => {
        const draw = { drawn: first, marked: second, all };
        const whole = hypergeometricLowerTail(count - 1, draw) + hypergeometricUpperTail(count, draw);
        expect(whole).toBeCloseTo(1, 8);
      }),
    );
  });
});

describe('Mantel-Haenszel', () => {
  // Rothman, Greenland and Lash 2008, Modern Epidemiology, table 15-1, with the 90 % intervals of metafor.
  const tolbutamide = [
    { exposed: of(8, 106), unexposed: of(5, 120) },
    { exposed: of(22, 98), unexposed: of(16, 85) },
  ];
  const z90 = 1.6448536269514722;

  test('tolbutamide by age: difference 0.0349, from −0.0176 to 0.0874 at 90 %', () => {
    const found = mantelHaenszel(tolbutamide, z90);
    expect(found?.difference).toBeCloseTo(0.0349, 4);
    expect(found?.differenceInterval?.[0]).toBeCloseTo(-0.0176, 4);
    expect(found?.differenceInterval?.[1]).toBeCloseTo(0.0874, 4);
  });

  test('tolbutamide by age: ratio 1.3256, from 0.8658 to 2.0296 at 90 %', () => {
    const found = mantelHaenszel(tolbutamide, z90);
    expect(found?.ratio).toBeCloseTo(1.3256, 4);
    expect(found?.ratioInterval?.[0]).toBeCloseTo(0.8658, 4);
    expect(found?.ratioInterval?.[1]).toBeCloseTo(2.0296, 4);
  });

  test('a layer with an empty side compares nothing: left out and counted, with its 7 records', () => {
    const empty = { exposed: of(3, 7), unexposed: of(0, 0) };
    const found = mantelHaenszel([...tolbutamide, empty]);
    expect(found).toEqual({ ...mantelHaenszel(tolbutamide), dropped: 1, droppedRecords: 7 });
    expect(mantelHaenszel([empty])).toBeNull();
    expect(mantelHaenszel([])).toBeNull();
  });

  test('without cases on one side there is no ratio, and where nothing varies no interval', () => {
    expect(mantelHaenszel([{ exposed: of(0, 9), unexposed: of(3, 9) }])).toMatchObject({ ratio: null });
    expect(mantelHaenszel([{ exposed: of(0, 9), unexposed: of(0, 9) }])).toMatchObject({
      difference: 0,
      differenceInterval: null,
      ratio: null,
      ratioInterval: null,
    });
    expect(() => mantelHaenszel([{ exposed: of(4, 3), unexposed: of(0, 9) }])).toThrow('4 of 3');
  });

  test('of one layer it is the plain difference and ratio, and layers may come in any order', () => {
    const share = fc.integer({ min: 1, max: 300 }).chain((n) => fc.nat(n).map((count) => of(count, n)));
    const layer = fc.record({ exposed: share, unexposed: share });
    fc.assert(
      fc.property(layer, layer, (one, other) => {
        const single = mantelHaenszel([one]);
        const p1 = one.exposed.numerator / one.exposed.denominator;
        const p2 = one.unexposed.numerator / one.unexposed.denominator;
        expect(single?.difference).toBeCloseTo(p1 - p2, 10);
        if (single?.ratio) expect(single.ratio / (p1 / p2)).toBeCloseTo(1, 10);
        const straight = mantelHaenszel([one, other])?.difference ?? Number.NaN;
        expect(mantelHaenszel([other, one])?.difference).toBeCloseTo(straight, 10);
      }),
    );
  });
});
