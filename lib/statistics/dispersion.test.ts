import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dispersion } from './dispersion.ts';
import { chiSquareUpperTail } from './distributions.ts';

// Examples of the R package qcc (qccOverdispersionTest), from Wetherill and Brown (1991), pp. 212-218.
test('30 counts of 50: variance 0.7645 times that of chance, D 22.169, p 0.8131', () => {
  const counts = [
    12, 11, 18, 11, 10, 16, 9, 11, 14, 15, 11, 9, 10, 13, 12, 8, 12, 13, 10, 12, 13, 16, 12, 18, 16, 10, 16,
    10, 12, 14,
  ];
  const found = dispersion(
    'share',
    counts.map((numerator) => ({ numerator, denominator: 50 })),
  );
  expect(found?.ratio).toBeCloseTo(0.7644566, 7);
  expect(found?.statistic).toBeCloseTo(22.16924, 5);
  expect(found?.p).toBeCloseTo(0.81311, 5);
});

test('30 counts: variance 1.4722 times that of chance, D 42.694, p 0.0486', () => {
  const counts = [
    11, 8, 13, 11, 13, 17, 25, 23, 11, 16, 9, 15, 10, 16, 12, 8, 9, 15, 4, 12, 12, 12, 15, 17, 14, 17, 12, 12,
    7, 16,
  ];
  const found = dispersion(
    'rate',
    counts.map((numerator) => ({ numerator, denominator: 1 })),
  );
  expect(found?.ratio).toBeCloseTo(1.472203, 6);
  expect(found?.statistic).toBeCloseTo(42.69388, 5);
  expect(found?.p).toBeCloseTo(0.048579, 6);
  expect(found?.degreesOfFreedom).toBe(29);
});

test('each point is held against its own denominator: 2 in 100 and 6 in 300 do not differ at all', () => {
  const found = dispersion('rate', [
    { numerator: 2, denominator: 100 },
    { numerator: 6, denominator: 300 },
  ]);
  expect(found).toMatchObject({ ratio: 0, p: 1 });
});

test('gaps are left out; one point, none at all and all of all have nothing to test', () => {
  const one = { numerator: 1, denominator: 10 };
  expect(dispersion('share', [one, null, { numerator: 0, denominator: 0 }])).toBeNull();
  expect(
    dispersion('share', [
      { numerator: 0, denominator: 5 },
      { numerator: 0, denominator: 9 },
    ]),
  ).toBeNull();
  expect(
    dispersion('share', [
      { numerator: 5, denominator: 5 },
      { numerator: 9, denominator: 9 },
    ]),
  ).toBeNull();
});

test('twice the counts in the same units have twice the statistic', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(counts, (drawn) => {
      const of = (times: number) =>
        dispersion(
          'rate',
          drawn.map((count) => ({ numerator: count * times, denominator: 1 })),
        )?.statistic ?? 0;
      expect(of(2)).toBeCloseTo(2 * of(1), 6);
    }),
  );
});

test('5 % of a squared normal variable lie above 3.841459', () => {
  expect(chiSquareUpperTail(3.841459, 1)).toBeCloseTo(0.05, 7);
  expect(chiSquareUpperTail(0, 4)).toBe(1);
});
