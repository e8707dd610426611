import { logGamma } from './distributions.ts';

/**
 * How likely a beta variable is to stay below `value`, with as many digits for a tail of 1e-40 as for one half.
 *
 * Method: x^a (1−x)^b / (a B(a, b)) times a continued fraction, evaluated by the modified Lentz algorithm, on the side of
 * the mean where it converges quickly (NIST Digital Library of Mathematical Functions 8.17.22; Lentz 1976; the side as in
 * Press et al., Numerical Recipes, 6.4). Good to about 1e-9 of itself up to a + b of some millions. `alpha` and `beta`
 * are above 0, else a RangeError. Example: incompleteBeta(0.5, 9, 2) = 11 / 1024, nine heads or more of ten.
 */
export function incompleteBeta(value: number, alpha: number, beta: number): number {
  if (!(alpha > 0 && beta > 0)) throw new RangeError(`alpha and beta must be above 0: ${alpha}, ${beta}`);
  if (value <= 0) return 0;
  if (value >= 1) return 1;
  const isBelow = value < (alpha + 1) / (alpha + beta + 2);
  return isBelow ? lower(value, alpha, beta) : 1 - lower(1 - value, beta, alpha);
}

function lower(x: number, a: number, b: number): number {
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta) / a;
  return front === 0 ? 0 : front / continuedFraction(x, a, b);
}

const TINY = 1e-300;
const MOST_TERMS = 100_000;

/** 1 + d₁/(1 + d₂/(1 + …)), the reciprocal of which the density is multiplied by. */
function continuedFraction(x: number, a: number, b: number): number {
  let [fraction, numerators, denominators] = [1, 1, 0];
  for (let term = 1; term <= MOST_TERMS; term++) {
    const d = coefficient(term, x, a, b);
    denominators = 1 / kept(1 + d * denominators);
    numerators = kept(1 + d / numerators);
    const factor = numerators * denominators;
    fraction *= factor;
    if (Math.abs(factor - 1) < 1e-14) return fraction;
  }
  throw new RangeError(`the beta function of ${a} and ${b} does not settle at ${x}`);
}

function coefficient(term: number, x: number, a: number, b: number): number {
  const m = Math.floor(term / 2);
  const parts = (a + 2 * m) * (a + 2 * m + (term % 2 === 0 ? -1 : 1));
  return term % 2 === 0 ? (m * (b - m) * x) / parts : (-(a + m) * (a + b + m) * x) / parts;
}

function kept(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
