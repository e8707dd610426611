/**
 * The smallest number of successes that is not exceeded with at least this probability.
 *
 * Method: the terms of the binomial distribution are summed from 0 on, in logarithms so that none is lost for large
 * n; R's qbinom. `n` is a whole number of at least 0, the chance of a success lies strictly between 0 and 1 and the
 * probability within 0 to 1, else a RangeError. Example: binomialQuantile(0.05, 15, 0.5) = 4, since P(X ≤ 3) = 0.0176
 * and P(X ≤ 4) = 0.0592.
 */
export function binomialQuantile(probability: number, n: number, chance: number): number {
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`a probability must lie between 0 and 1, got ${probability}`);
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`${n} is not a number of trials`);
  if (!(chance > 0 && chance < 1))
    throw new RangeError(`the chance of a success must lie between 0 and 1, got ${chance}`);
  let logTerm = n * Math.log1p(-chance);
  const odds = Math.log(chance) - Math.log1p(-chance);
  let sum = 0;
  for (let k = 0; k < n; k++) {
    sum += Math.exp(logTerm);
    // Where the sum meets the probability exactly, rounding must not ask for one more.
    if (sum >= probability * (1 - 1e-13)) return k;
    logTerm += Math.log((n - k) / (k + 1)) + odds;
  }
  return n;
}
