import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newcombe, newcombeOneSample } from './newcombe.ts';
import { wilson } from './wilson.ts';

const counted = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe('Wilson interval', () => {
  test('2 of 200 lies between 0.002746658 and 0.035721762', () => {
    const [low, high] = wilson(2, 200) ?? [];
    expect(low).toBeCloseTo(0.002746658, 8);
    expect(high).toBeCloseTo(0.035721762, 8);
  });

  test('0 of 77 begins at exactly 0 and 77 of 77 ends at exactly 1', () => {
    expect(wilson(0, 77)?.[0]).toBe(0);
    expect(wilson(77, 77)?.[1]).toBe(1);
  });

  test('0 of 0 has no interval, 3 of 2 is refused', () => {
    expect(wilson(0, 0)).toBeNull();
    expect(() => wilson(3, 2)).toThrow('3 of 2');
  });

  test('it holds the share, stays within 0 to 1 and mirrors', () => {
    fc.assert(
      fc.property(counted, ([count, n]) => {
        const [low, high] = wilson(count, n) ?? [Number.NaN, Number.NaN];
        const [mirroredLow, mirroredHigh] = wilson(n - count, n) ?? [Number.NaN, Number.NaN];
        expect(low).toBeLessThanOrEqual(count / n);
        expect(high).toBeGreaterThanOrEqual(count / n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeCloseTo(1 - mirroredHigh, 9);
        expect(high).toBeCloseTo(1 - mirroredLow, 9);
      }),
    );
  });
});

describe('Newcombe interval of two samples', () => {
  test('56 of 70 less 48 of 80: 0.0524 to 0.3339, as published', () => {
    const [low, high] =
      newcombe({ numerator: 56, denominator: 70 }, { numerator: 48, denominator: 80 }) ?? [];
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });

  test('without records on one side there is none', () => {
    expect(newcombe({ numerator: 0, denominator: 0 }, { numerator: 1, denominator: 2 })).toBeNull();
  });
});

describe('Newcombe interval of two shares of one sample', () => {
  test('452 and 431 of 2,412 could change places: −0.0154 to 0.0328 holds 0', () => {
    const [low, high] = newcombeOneSample(452, 431, 2412) ?? [];
    expect(low).toBeCloseTo(-0.015445, 6);
    expect(high).toBeCloseTo(0.032846, 6);
  });

  test('431 and 341 of 2,412 could not: 0.0148 to 0.0598', () => {
    const [low, high] = newcombeOneSample(431, 341, 2412) ?? [];
    expect(low).toBeCloseTo(0.014758, 6);
    expect(high).toBeCloseTo(0.059831, 6);
  });

  test('shares of one whole differ more surely than the halves of one coin: 30 and 30 of 60 reach from −0.24 to 0.24', () => {
    // The second share is 1 − the first, so the difference is 2p − 1 and its interval twice the Wilson interval.
    const [low, high] = newcombeOneSample(30, 30, 60) ?? [];
    const [wilsonLow, wilsonHigh] = wilson(30, 60) ?? [Number.NaN, Number.NaN];
    expect(low).toBeCloseTo(2 * wilsonLow - 1, 10);
    expect(high).toBeCloseTo(2 * wilsonHigh - 1, 10);
  });

  test('two parts larger than the whole are refused, and of nothing there is no interval', () => {
    expect(() => newcombeOneSample(7, 6, 12)).toThrow('parts of 12');
    expect(newcombeOneSample(0, 0, 0)).toBeNull();
  });

  test('it holds the difference and turns its sign with the order', () => {
    const parts = fc
      .tuple(fc.nat(400), fc.nat(400), fc.nat(400))
      .filter(([first, second, rest]) => first + second + rest > 0);
    fc.assert(
      fc.property(parts, ([first, second, rest]) => {
        const n = first + second + rest;
        const [low, high] = newcombeOneSample(first, second, n) ?? [Number.NaN, Number.NaN];
        const [turnedLow, turnedHigh] = newcombeOneSample(second, first, n) ?? [Number.NaN, Number.NaN];
        expect(low).toBeLessThanOrEqual((first - second) / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual((first - second) / n - 1e-12);
        expect(low).toBeCloseTo(-turnedHigh, 10);
        expect(high).toBeCloseTo(-turnedLow, 10);
      }),
    );
  });
});
