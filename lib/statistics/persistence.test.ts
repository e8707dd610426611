import { expect, test } from 'vitest';
import { persistence } from './persistence.ts';

/** A small generator of even numbers in [0, 1), the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Sixty series of 26 weeks out of 10,000, about a share of 2 %, whose logarithm is a first-order process. */
function seriesOf(correlation: number, deviation: number, seed: number) {
  const random = randomFrom(seed);
  const normal = () => Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, -6);
  return Array.from({ length: 60 }, () => {
    let level = normal();
    return Array.from({ length: 26 }, () => {
      level = correlation * level + Math.sqrt(1 - correlation ** 2) * normal();
      const expected = 200 * Math.exp(deviation * level);
      return { numerator: Math.round(expected + Math.sqrt(expected) * normal()), denominator: 10_000 };
    });
  });
}

test('shares that only chance moves, and shares that vary anew each week, last no longer than the week: 1', () => {
  expect(persistence(seriesOf(0, 0, 1))).toBe(1);
  expect(persistence(seriesOf(0, 0.3, 2))).toBe(1);
});

test('what lasts with a correlation of 0.5 varies (1 + 0.5) / (1 − 0.5) = 3 times as much over many weeks', () => {
  const found = persistence(seriesOf(0.5, 0.3, 3));
  expect(found).toBeGreaterThan(2.2);
  expect(found).toBeLessThan(3.8);
});

test('a level that never moves back counts as 0.8 and no more: 1.8 / 0.2 = 9', () => {
  const step = Array.from({ length: 20 }, () =>
    Array.from({ length: 24 }, (_, week) => ({ numerator: week < 12 ? 50 : 150, denominator: 1000 })),
  );
  expect(persistence(step)).toBeCloseTo(9, 10);
});

test('of nothing, of few weeks and of all or none there is nothing to tell', () => {
  expect(persistence([])).toBe(1);
  expect(persistence([[{ numerator: 5, denominator: 10 }]])).toBe(1);
  expect(
    persistence([
      Array(12).fill({ numerator: 10, denominator: 10 }),
      Array(12).fill({ numerator: 0, denominator: 0 }),
    ]),
  ).toBe(1);
});
