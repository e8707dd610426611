import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialUpperTail } from './binomial-tail.ts';
import { dispersedTail } from './dispersed-tail.ts';
import { betaBelow, normalUpperTail } from './distributions.ts';
import { incompleteBeta } from './incomplete-beta.ts';

describe('the incomplete beta function', () => {
  test('nine heads or more of ten are 10/1024 + 1/1024', () => {
    expect(incompleteBeta(0.5, 9, 2)).toBeCloseTo(11 / 1024, 12);
  });

  test('with beta 1 it is a power: 0.001 to the 20th is 1e-60, with its digits', () => {
    expect(incompleteBeta(0.001, 20, 1) / 1e-60).toBeCloseTo(1, 9);
  });

  test('it agrees with jStat where that has digits, and both sides add up to 1', () => {
    const shape = fc.double({ min: 0.3, max: 400, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (x, a, b) => {
        const value = incompleteBeta(x, a, b);
        expect(value).toBeCloseTo(betaBelow(x, a, b), 6);
        expect(value + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 9);
      }),
    );
  });

  test('0 and less is 0, 1 and more is 1; a shape that is not above 0 is refused', () => {
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
    expect(() => incompleteBeta(0.5, 0, 3)).toThrow(RangeError);
  });
});

describe('the tail of counts that come in clumps', () => {
  test('without clumps it is the exact binomial tail, down to 1e-30', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0.01, max: 0.9, noNaN: true }),
        (n, p) => {
          const count = Math.ceil(n * p);
          const exact = binomialUpperTail(count, n, p);
          expect(dispersedTail(count, n, p, 1) / exact).toBeCloseTo(1, 7);
        },
      ),
    );
    expect(dispersedTail(90, 100, 0.3, 1) / binomialUpperTail(90, 100, 0.3)).toBeCloseTo(1, 7);
  });

  test('with a dispersion of 4 and large counts it is the normal tail at half the z: 2.5, not 5', () => {
    const [n, share] = [4_000_000, 0.5];
    const count = n * share + 5 * Math.sqrt(n * share * (1 - share));
    expect(dispersedTail(count, n, share, 4) / normalUpperTail(2.5)).toBeCloseTo(1, 1);
  });

  test('none or more is certain; what cannot be or always is needs no sum', () => {
    expect(dispersedTail(0, 10, 0.2, 1.5)).toBe(1);
    expect(dispersedTail(3, 10, 0, 1.5)).toBe(0);
    expect(dispersedTail(3, 10, 1, 1.5)).toBe(1);
    expect(() => dispersedTail(11, 10, 0.2, 1)).toThrow(RangeError);
  });

  test('more scatter makes the same count less surprising', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 200 }),
        fc.double({ min: 1.01, max: 5, noNaN: true }),
        (n, phi) => {
          const count = Math.ceil(n * 0.4);
          expect(dispersedTail(count, n, 0.2, phi)).toBeGreaterThanOrEqual(dispersedTail(count, n, 0.2, 1));
        },
      ),
    );
  });
});
