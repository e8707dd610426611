import jstat from 'jstat';

/**
 * The value below which a standard normal variable falls with this probability.
 *
 * Method: inverse of the normal distribution function (jstat, good to 1e-9). `probability` is strictly between 0 and 1, else a
 * RangeError. Example: normalQuantile(0.975) = 1.959964.
 */
export function normalQuantile(probability: number): number {
  return jstat.normal.inv(inside(probability), 0, 1);
}

/**
 * How likely a standard normal variable is to exceed `z`; doubled, the two-sided p-value of a positive z.
 *
 * Method: 1 − the distribution function (jstat); from 5 on, where that difference loses its digits, the density times
 * Laplace's continued fraction 1/(z + 1/(z + 2/(z + …))). Example: normalUpperTail(1.959964) = 0.025.
 */
export function normalUpperTail(z: number): number {
  if (z < 5) return 1 - jstat.normal.cdf(z, 0, 1);
  let fraction = z;
  for (let term = 60; term >= 1; term--) fraction = z + term / fraction;
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / fraction;
}

/**
 * The value below which a Student t variable falls with this probability.
 *
 * Method: inverse of the distribution function (jstat, good to 1e-7). Degrees of freedom need not be whole; they are
 * above 0, else a RangeError, as for a probability outside 0 to 1. Example: studentQuantile(0.975, 10) = 2.2281.
 */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  return jstat.studentt.inv(inside(probability), positive(degreesOfFreedom));
}

/**
 * The value below which a chi-square variable falls with this probability.
 *
 * Method: inverse of the distribution function (jstat). `degreesOfFreedom` is above 0; a probability outside 0 to 1
 * is a RangeError. Example: chiSquareQuantile(0.95, 1) = 3.8415.
 */
export function chiSquareQuantile(probability: number, degreesOfFreedom: number): number {
  return jstat.chisquare.inv(inside(probability), positive(degreesOfFreedom));
}

/**
 * How likely a chi-square variable is to exceed `value`.
 *
 * Method: 1 − the distribution function (jstat), so good to 1e-9 but without digits for smaller probabilities.
 * `degreesOfFreedom` is above 0, else a RangeError. Example: chiSquareUpperTail(3.841459, 1) = 0.05.
 */
export function chiSquareUpperTail(value: number, degreesOfFreedom: number): number {
  return Math.max(0, 1 - jstat.chisquare.cdf(value, positive(degreesOfFreedom)));
}

/**
 * The value below which a beta variable falls with this probability, between 0 and 1.
 *
 * Method: inverse of the distribution function (jstat). `alpha` and `beta` are above 0; a probability outside 0 to 1
 * is a RangeError. Example: betaQuantile(0.5, 2, 2) = 0.5.
 */
export function betaQuantile(probability: number, alpha: number, beta: number): number {
  return jstat.beta.inv(inside(probability), ...shapes(alpha, beta));
}

/**
 * How likely a beta variable is to stay below `value`.
 *
 * Method: the distribution function (jstat, good to 1e-7 while alpha + beta stays below some thousands). `alpha` and
 * `beta` are above 0, else a RangeError. Example: betaBelow(0.5, 2, 2) = 0.5.
 */
export function betaBelow(value: number, alpha: number, beta: number): number {
  const parameters = shapes(alpha, beta);
  if (value <= 0) return 0;
  return value >= 1 ? 1 : jstat.beta.cdf(value, ...parameters);
}

/**
 * The logarithm of the gamma function; of n + 1 it is the logarithm of n!.
 *
 * Method: Lanczos' approximation (jstat). A value not above 0 is a RangeError. Example: logGamma(5) = ln 24 = 3.1781.
 */
export function logGamma(value: number): number {
  if (!(value > 0)) throw new RangeError(`the gamma function is asked above 0 only, got ${value}`);
  return jstat.gammaln(value);
}

function inside(probability: number): number {
  if (probability > 0 && probability < 1) return probability;
  throw new RangeError(`a probability must lie between 0 and 1, got ${probability}`);
}

function positive(degreesOfFreedom: number): number {
  if (degreesOfFreedom > 0) return degreesOfFreedom;
  throw new RangeError(`degrees of freedom must be above 0, got ${degreesOfFreedom}`);
}

function shapes(alpha: number, beta: number): [number, number] {
  if (alpha > 0 && beta > 0) return [alpha, beta];
  throw new RangeError(`alpha and beta must be above 0, got ${alpha} and ${beta}`);
}
