import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invertPositive } from './invert-positive.ts';
import { poissonRegression } from './poisson-regression.ts';

describe('Poisson regression', () => {
  test('counts 2 and 4 with a constant: ln 3 with variance 1/6, dispersion (1 + 1) / 3', () => {
    const found = poissonRegression([
      { count: 2, exposure: 1, terms: [1] },
      { count: 4, exposure: 1, terms: [1] },
    ]);
    expect(found?.coefficients[0]).toBeCloseTo(Math.log(3), 9);
    expect(found?.covariance[0]?.[0]).toBeCloseTo(1 / 6, 9);
    expect(found?.dispersion).toBeCloseTo(2 / 3, 9);
    expect(found?.degreesOfFreedom).toBe(1);
  });

  test('two groups, 30 in 300 and 10 in 200: the coefficient is the logarithm of their ratio, 0.5, variance 1/30 + 1/10', () => {
    const found = poissonRegression([
      { count: 10, exposure: 100, terms: [1, 0] },
      { count: 20, exposure: 200, terms: [1, 0] },
      { count: 10, exposure: 200, terms: [1, 1] },
    ]);
    expect(found?.coefficients[1]).toBeCloseTo(Math.log(0.5), 9);
    expect(found?.covariance[1]?.[1]).toBeCloseTo(1 / 30 + 1 / 10, 8);
  });

  test('terms that say the same, as many terms as rows, and a group without events have no fit', () => {
    const row = (count: number, ...terms: number[]) => ({ count, exposure: 1, terms });
    expect(poissonRegression([row(1, 1, 2), row(2, 1, 2), row(3, 1, 2)])).toBeNull();
    expect(poissonRegression([row(1, 1)])).toBeNull();
    expect(poissonRegression([])).toBeNull();
    expect(poissonRegression([row(5, 1, 0), row(6, 1, 0), row(0, 1, 1)])).toBeNull();
  });

  test('negative counts and exposures of 0 are refused', () => {
    expect(() => poissonRegression([{ count: -1, exposure: 1, terms: [1] }])).toThrow('-1 in 1');
    expect(() => poissonRegression([{ count: 1, exposure: 0, terms: [1] }])).toThrow('1 in 0');
  });

  test('fitted counts add up to the counts, over all and within each group', () => {
    const rows = fc.array(fc.record({ count: fc.integer({ min: 1, max: 500 }), group: fc.nat(1) }), {
      minLength: 4,
      maxLength: 40,
    });
    fc.assert(
      fc.property(rows, (given) => {
        const all = [...given, { count: 5, group: 0 }, { count: 7, group: 1 }];
        const found = poissonRegression(
          all.map(({ count, group }, index) => ({ count, exposure: 1 + (index % 3), terms: [1, group] })),
        );
        for (const group of [0, 1]) {
          const sum = (values: readonly number[]) =>
            values.reduce((total, value, index) => total + (all[index]?.group === group ? value : 0), 0);
          const counts = sum(all.map(({ count }) => count));
          expect(sum(found?.fitted ?? []) / counts).toBeCloseTo(1, 8);
        }
      }),
    );
  });
});

describe('inverse of a positive definite matrix', () => {
  test('[[2, 1], [1, 2]] has [[2/3, −1/3], [−1/3, 2/3]], and a matrix without an inverse has none', () => {
    const found = invertPositive([
      [2, 1],
      [1, 2],
    ]);
    expect(found?.[0]?.[0]).toBeCloseTo(2 / 3, 12);
    expect(found?.[0]?.[1]).toBeCloseTo(-1 / 3, 12);
    expect(
      invertPositive([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNull();
    expect(invertPositive([])).toEqual([]);
  });

  test('times its matrix it is 1 on the diagonal and 0 beside it', () => {
    const column = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(column, { minLength: 5, maxLength: 9 }), (rows) => {
        const gram = [0, 1, 2, 3].map((i) =>
          [0, 1, 2, 3].map(
            (j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0) + (i === j ? 1 : 0),
          ),
        );
        const inverse = invertPositive(gram);
        for (const i of [0, 1, 2, 3])
          for (const j of [0, 1, 2, 3]) {
            const product = (gram[i] ?? []).reduce(
              (sum, value, k) => sum + value * (inverse?.[k]?.[j] ?? 9),
              0,
            );
            expect(product).toBeCloseTo(i === j ? 1 : 0, 8);
          }
      }),
    );
  });
});
