import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialDensity, binomialLowerTail, binomialUpperTail } from './binomial-tail.ts';
import { binomialTest } from './binomial-test.ts';
import { betaBelow, logGamma, normalUpperTail, studentQuantile } from './distributions.ts';
import { poissonLowerTail, poissonUpperTail } from './poisson-tail.ts';

describe('tails of counts', () => {
  test('9 or more heads of 10: 11 / 1024, and 1 or fewer the same', () => {
    expect(binomialUpperTail(9, 10, 0.5)).toBeCloseTo(11 / 1024, 12);
    expect(binomialLowerTail(1, 10, 0.5)).toBeCloseTo(11 / 1024, 12);
  });

  test('3 or more events where 1 is expected: 1 − 2.5 / e = 0.0803; none where 3 are: e⁻³', () => {
    expect(poissonUpperTail(3, 1)).toBeCloseTo(1 - 2.5 / Math.E, 12);
    expect(poissonLowerTail(0, 3)).toBeCloseTo(Math.exp(-3), 12);
  });

  test('far tails keep their digits: 50 events where 5 are expected, 2.18105921e-32', () => {
    expect(poissonUpperTail(50, 5) * 1e32).toBeCloseTo(2.18105921, 7);
    expect(binomialUpperTail(100, 100, 0.01) * 1e200).toBeCloseTo(1, 6);
  });

  test('what cannot be otherwise has probability 1, what cannot be has 0', () => {
    expect(binomialUpperTail(0, 5, 0.2)).toBe(1);
    expect(binomialUpperTail(6, 5, 0.2)).toBe(0);
    expect(binomialUpperTail(5, 5, 1)).toBe(1);
    expect(binomialUpperTail(1, 5, 0)).toBe(0);
    expect(binomialLowerTail(-1, 5, 0.2)).toBe(0);
    expect(poissonUpperTail(1, 0)).toBe(0);
    expect(poissonLowerTail(0, 0)).toBe(1);
    expect(poissonLowerTail(-1, 2)).toBe(0);
  });

  test('impossible questions are refused', () => {
    expect(() => poissonUpperTail(1.5, 2)).toThrow('1.5 events');
    expect(() => poissonLowerTail(1, -2)).toThrow('-2 are expected');
    expect(() => binomialDensity(1, 2, 1.5)).toThrow('probability 1.5');
  });

  test('below and from any count on, the whole is 1', () => {
    const n = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(n, fc.nat(400), fc.double({ min: 0.001, max: 0.999, noNaN: true }), (n, count, share) => {
        expect(binomialLowerTail(count - 1, n, share) + binomialUpperTail(count, n, share)).toBeCloseTo(1, 9);
        const mean = n * share;
        expect(poissonLowerTail(count - 1, mean) + poissonUpperTail(count, mean)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('exact binomial test', () => {
  test('Mendel’s 682 of 925 where three in four are expected: p 0.3825, as in R', () => {
    expect(binomialTest(682, 925, 0.75)).toBeCloseTo(0.3825, 4);
  });

  test('1 of 10 where half are expected: 0, 1, 9 and 10 are as unlikely, 22 / 1024', () => {
    expect(binomialTest(1, 10, 0.5)).toBeCloseTo(22 / 1024, 10);
    expect(binomialTest(9, 10, 0.5)).toBeCloseTo(22 / 1024, 10);
  });

  test('the likeliest count gives 1, and so does nothing of nothing', () => {
    expect(binomialTest(5, 10, 0.5)).toBe(1);
    expect(binomialTest(0, 0, 0.3)).toBe(1);
  });

  test('it is the sum over all counts that are as unlikely', () => {
    const sample = fc.integer({ min: 1, max: 60 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
    fc.assert(
      fc.property(sample, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ([count, n], share) => {
        const limit = binomialDensity(count, n, share) * (1 + 1e-7);
        const densities = Array.from({ length: n + 1 }, (_, value) => binomialDensity(value, n, share));
        const sum = densities.filter((density) => density <= limit).reduce((one, other) => one + other, 0);
        expect(binomialTest(count, n, share)).toBeCloseTo(sum, 8);
      }),
    );
  });
});

describe('distributions behind the one door', () => {
  test('a normal variable exceeds 1.96 with 0.025, −1.96 with 0.975 and 8 with 6.22096057e-16', () => {
    expect(normalUpperTail(1.959963985)).toBeCloseTo(0.025, 9);
    expect(normalUpperTail(-1.959963985)).toBeCloseTo(0.975, 9);
    expect(normalUpperTail(8) * 1e16).toBeCloseTo(6.22096057, 7);
    expect(normalUpperTail(5) / normalUpperTail(4.999999999)).toBeCloseTo(1, 7);
  });

  test('t with 1 degree of freedom is a tangent: 12.7062 = tan(0.475 π); with 10 it is 2.2281', () => {
    expect(studentQuantile(0.975, 1)).toBeCloseTo(Math.tan(0.475 * Math.PI), 6);
    expect(studentQuantile(0.975, 10)).toBeCloseTo(2.2281, 4);
    expect(() => studentQuantile(0.975, 0)).toThrow('degrees of freedom');
  });

  test('a beta (2, 1) variable stays below x with x², and outside 0 to 1 nothing is left to chance', () => {
    expect(betaBelow(0.3, 2, 1)).toBeCloseTo(0.09, 9);
    expect(betaBelow(-1, 2, 1)).toBe(0);
    expect(betaBelow(1, 2, 1)).toBe(1);
  });

  test('gamma of 5 is 4!, and of 0 it is not asked', () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 12);
    expect(() => logGamma(0)).toThrow('above 0');
  });
});
