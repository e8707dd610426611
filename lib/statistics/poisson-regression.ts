import { invertPositive } from './invert-positive.ts';

/** One observation: events, what they could have happened in, and the terms that may explain them (1 for a constant). */
export interface CountRow {
  count: number;
  exposure: number;
  terms: readonly number[];
}

export interface PoissonFit {
  /** One a term: exp of it is the ratio that one more of the term goes with. */
  coefficients: readonly number[];
  /** Of the coefficients, where counts vary as Poisson counts do. */
  covariance: readonly (readonly number[])[];
  fitted: readonly number[];
  /** Pearson's chi-square by its degrees of freedom: 1 where counts vary as Poisson counts do. */
  dispersion: number;
  degreesOfFreedom: number;
}

const MOST_STEPS = 50;
const SETTLED = 1e-9;

/**
 * How counts depend on some terms: log(count) = log(exposure) + sum of coefficient × term. Null when the terms cannot be
 * told apart, there are no more rows than terms, or no finite coefficients fit.
 *
 * Method: maximum likelihood by iteratively reweighted least squares (Nelder and Wedderburn 1972, Journal of the Royal
 * Statistical Society A 135:370-384; R's glm). Terms of about the same size are easiest on the arithmetic. A negative
 * count or an exposure not above 0 is a RangeError. Example: counts 2 and 4 with term 1 give ln 3 ± 1/√6.
 */
export function poissonRegression(rows: readonly CountRow[]): PoissonFit | null {
  for (const { count, exposure } of rows)
    if (!(count >= 0 && exposure > 0)) throw new RangeError(`${count} in ${exposure} is not a rate`);
  const degreesOfFreedom = rows.length - (rows[0]?.terms.length ?? 0);
  if (degreesOfFreedom <= 0) return null;
  let fitted = rows.map(({ count }) => count + 0.1);
  let coefficients: number[] | null = null;
  for (let step = 0; step < MOST_STEPS; step++) {
    const solved = weightedLeastSquares(rows, fitted);
    if (solved === null) return null;
    const before: readonly number[] | null = coefficients;
    coefficients = solved.coefficients;
    fitted = rows.map((row) => row.exposure * Math.exp(dot(row.terms, solved.coefficients)));
    const moved = coefficients.map((value, index) => Math.abs(value - (before?.[index] ?? Number.NaN)));
    if (moved.every((distance) => distance < SETTLED)) {
      const { covariance } = solved;
      return {
        coefficients,
        covariance,
        fitted,
        dispersion: dispersion(rows, fitted, degreesOfFreedom),
        degreesOfFreedom,
      };
    }
  }
  return null;
}

function weightedLeastSquares(rows: readonly CountRow[], fitted: readonly number[]) {
  const size = rows[0]?.terms.length ?? 0;
  const information = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  const target = Array.from({ length: size }, () => 0);
  for (const [index, { count, exposure, terms }] of rows.entries()) {
    const weight = fitted[index] ?? 0;
    const working = Math.log(weight / exposure) + (count - weight) / weight;
    for (const [i, one] of terms.entries()) {
      target[i] = (target[i] ?? 0) + weight * one * working;
      const row = information[i] ?? [];
      for (const [j, other] of terms.entries()) row[j] = (row[j] ?? 0) + weight * one * other;
    }
  }
  const covariance = information.flat().every(Number.isFinite) ? invertPositive(information) : null;
  return covariance && { covariance, coefficients: covariance.map((row) => dot(row, target)) };
}

function dispersion(rows: readonly CountRow[], fitted: readonly number[], degreesOfFreedom: number): number {
  const squares = rows.map(({ count }, index) => {
    const expected = fitted[index] ?? 0;
    return (count - expected) ** 2 / expected;
  });
  return squares.reduce((sum, square) => sum + square, 0) / degreesOfFreedom;
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}
