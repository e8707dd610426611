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
 * The value below which a chi-square variable falls with this probability.
 *
 * Method: inverse of the distribution function (jstat). `degreesOfFreedom` is above 0; a probability outside 0 to 1
 * is a RangeError. Example: chiSquareQuantile(0.95, 1) = 3.8415.
 */
export function chiSquareQuantile(probability: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0))
    throw new RangeError(`degrees of freedom must be above 0, got ${degreesOfFreedom}`);
  return jstat.chisquare.inv(inside(probability), degreesOfFreedom);
}

/**
 * The value below which a beta variable falls with this probability, between 0 and 1.
 *
 * Method: inverse of the distribution function (jstat). `alpha` and `beta` are above 0; a probability outside 0 to 1
 * is a RangeError. Example: betaQuantile(0.5, 2, 2) = 0.5.
 */
export function betaQuantile(probability: number, alpha: number, beta: number): number {
  if (!(alpha > 0 && beta > 0))
    throw new RangeError(`alpha and beta must be above 0, got ${alpha} and ${beta}`);
  return jstat.beta.inv(inside(probability), alpha, beta);
}

function inside(probability: number): number {
  if (probability > 0 && probability < 1) return probability;
  throw new RangeError(`a probability must lie between 0 and 1, got ${probability}`);
}
