import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benjaminiHochberg, benjaminiYekutieli } from './false-discovery.ts';

const near = (found: readonly (number | null)[], expected: readonly number[]) => {
  expect(found.length).toBe(expected.length);
  for (const [index, value] of expected.entries()) expect(found[index]).toBeCloseTo(value, 12);
};

// R package multtest, mt.rawp2adjp, as statsmodels tests itself against it.
const ten = [0.001, 0.002, 0.003, 0.004, 0.005, 0.05, 0.06, 0.07, 0.08, 0.09];

test('of 100 comparisons the three smallest have the q that they have among all of them', () => {
  const small = [0.0004, 0.001, 0.02];
  const others = Array.from({ length: 97 }, () => 0.9);
  const among = benjaminiHochberg([...small, ...others]).slice(0, 3);
  expect(benjaminiHochberg(small, 100)).toEqual([
    expect.closeTo(0.04, 12),
    expect.closeTo(0.05, 12),
    expect.closeTo(2 / 3, 12),
  ]);
  expect(benjaminiHochberg(small, 100)).toEqual(among);
  expect(() => benjaminiHochberg(small, 2)).toThrow(RangeError);
});

describe('Benjamini-Hochberg', () => {
  test('ten p-values: the first five share 0.005 · 10 / 5 = 0.01', () => {
    near(benjaminiHochberg(ten), [
      0.01,
      0.01,
      0.01,
      0.01,
      0.01,
      0.05 / 0.6,
      0.06 / 0.7,
      0.0875,
      0.08 / 0.9,
      0.09,
    ]);
  });

  test('answers come in the order of the questions: 0.01, 0.04, 0.03 become 0.03, 0.04, 0.04', () => {
    near(benjaminiHochberg([0.01, 0.04, 0.03]), [0.03, 0.04, 0.04]);
  });

  test('ties share one q, and none exceeds 1', () => {
    near(benjaminiHochberg([0.02, 0.02, 0.02, 0.9]), [0.08 / 3, 0.08 / 3, 0.08 / 3, 0.9]);
    near(benjaminiHochberg([1, 1, 1]), [1, 1, 1]);
  });

  test('what could not be tested stays null and is not counted: 0.01 of two tests becomes 0.02', () => {
    expect(benjaminiHochberg([null, 0.01, Number.NaN, 0.5])).toEqual([null, 0.02, null, 0.5]);
  });

  test('of nothing there is nothing', () => {
    expect(benjaminiHochberg([])).toEqual([]);
    expect(benjaminiHochberg([null])).toEqual([null]);
  });

  test('what is no probability is refused', () => {
    expect(() => benjaminiHochberg([0.5, 1.2])).toThrow('1.2');
    expect(() => benjaminiYekutieli([-0.1])).toThrow('-0.1');
  });

  test('q is never below p, keeps the order of p, and at most p · m', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (pValues) => {
        const q = benjaminiHochberg(pValues).map((value) => value ?? Number.NaN);
        const order = pValues.map((_, index) => index).sort((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));
        for (const [place, index] of order.entries()) {
          const p = pValues[index] ?? Number.NaN;
          expect(q[index]).toBeGreaterThanOrEqual(p);
          expect(q[index]).toBeLessThanOrEqual(Math.min(1, p * pValues.length + 1e-12));
          if (place > 0) expect(q[index]).toBeGreaterThanOrEqual(q[order[place - 1] ?? 0] ?? Number.NaN);
        }
      }),
    );
  });
});

describe('Benjamini-Yekutieli', () => {
  test('ten p-values: 0.01 · (1 + 1/2 + … + 1/10) = 0.02928968', () => {
    near(
      benjaminiYekutieli(ten),
      [
        0.02928968253968254, 0.02928968253968254, 0.02928968253968254, 0.02928968253968254,
        0.02928968253968254, 0.2440806878306878, 0.2510544217687075, 0.2562847222222222, 0.260352733686067,
        0.2636071428571428,
      ],
    );
  });

  test('of one comparison it is the p-value itself', () => {
    near(benjaminiYekutieli([0.03]), [0.03]);
  });
});
