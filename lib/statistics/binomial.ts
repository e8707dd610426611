/**
 * The probability of at most so many successes in n independent trials.
 *
 * Method: the terms of the binomial distribution are summed exactly, each from the one before, in logarithms so that
 * none is lost for large n. Unit: a probability. `n` is a whole number of at least 0 and the chance of one success
 * lies strictly between 0 and 1, else a RangeError. Example: binomialCdf(4, 15, 0.5) = 1,941 / 32,768 = 0.0592.
 */
export function binomialCdf(successes: number, n: number, chance: number): number {
  checkTrials(n, chance);
  if (successes >= n) return 1;
  let logTerm = n * Math.log1p(-chance);
  const odds = Math.log(chance) - Math.log1p(-chance);
  let sum = 0;
  for (let k = 0; k <= successes; k++) {
    sum += Math.exp(logTerm);
    logTerm += Math.log((n - k) / (k + 1)) + odds;
  }
  return Math.min(1, sum);
}

/**
 * The smallest number of successes that is not exceeded with at least this probability.
 *
 * Method: the distribution function, term by term; R's qbinom. Errors as above, and for a probability outside 0 to
 * 1. Example: binomialQuantile(0.05, 15, 0.5) = 4, since P(X ≤ 3) = 0.0176 and P(X ≤ 4) = 0.0592.
 */
export function binomialQuantile(probability: number, n: number, chance: number): number {
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`a probability must lie between 0 and 1, got ${probability}`);
  checkTrials(n, chance);
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

function checkTrials(n: number, chance: number): void {
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`${n} is not a number of trials`);
  if (!(chance > 0 && chance < 1))
    throw new RangeError(`the chance of a success must lie between 0 and 1, got ${chance}`);
}
