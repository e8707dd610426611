import { expect, test } from 'vitest';
import { betaQuantile, chiSquareQuantile, normalQuantile } from './distributions.ts';

test('97.5 % of a normal variable lies below 1.959964, half of it below 0', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963985, 8);
  expect(normalQuantile(0.5)).toBeCloseTo(0, 12);
});

test('95 % of a squared normal variable lies below 1.959964² = 3.841459', () => {
  expect(chiSquareQuantile(0.95, 1)).toBeCloseTo(1.959963985 ** 2, 7);
  expect(chiSquareQuantile(0.001, 20)).toBeCloseTo(5.921041, 6);
});

test('with two degrees of freedom chi-square is −2 ln(1 − p): 5.991465 at 95 %', () => {
  expect(chiSquareQuantile(0.95, 2)).toBeCloseTo(-2 * Math.log(0.05), 8);
});

test('beta (1, 1) is uniform, and beta (2, 1) has the square root as its quantile', () => {
  expect(betaQuantile(0.3, 1, 1)).toBeCloseTo(0.3, 9);
  expect(betaQuantile(0.3, 2, 1)).toBeCloseTo(Math.sqrt(0.3), 9);
});

test('probabilities of 0, 1 and beyond, and parameters of 0, are refused by name', () => {
  for (const probability of [0, 1, -0.1, 1.1, Number.NaN]) {
    expect(() => normalQuantile(probability)).toThrow('probability');
  }
  expect(() => chiSquareQuantile(0.5, 0)).toThrow('degrees of freedom');
  expect(() => betaQuantile(0.5, 0, 1)).toThrow('alpha and beta');
});
