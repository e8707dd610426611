/**
 * Of many comparisons, which hold up: for each p-value its q, the share of false findings that is accepted when it and
 * all smaller ones are called findings. In the order of the p-values; null stays null.
 *
 * Method: sorted ascending, q of the i-th is the smallest of p(j) · m / j for all j ≥ i, at most 1 (Benjamini and
 * Hochberg 1995, Journal of the Royal Statistical Society B 57:289-300). m counts every p-value that is not null or
 * NaN: pass all comparisons that were looked at, not only those shown, or the smallest of them and `looked`, how many
 * there were; then those q are right that are below the p-values left out. A p-value outside 0 to 1 is a RangeError.
 * Example: [0.01, 0.04, 0.03] become [0.03, 0.04, 0.04].
 */
export function benjaminiHochberg(pValues: readonly (number | null)[], looked?: number): (number | null)[] {
  return stepUp(pValues, () => 1, looked);
}

/**
 * The same for comparisons that depend on each other in any way, such as overlapping patterns: stricter.
 *
 * Method: the q above times 1 + 1/2 + … + 1/m (Benjamini and Yekutieli 2001, Annals of Statistics 29:1165-1188). Units
 * and errors as above. Example: [0.01, 0.04, 0.03] become [0.055, 0.0733, 0.0733].
 */
export function benjaminiYekutieli(pValues: readonly (number | null)[]): (number | null)[] {
  return stepUp(pValues, (tests) => {
    let harmonic = 0;
    for (let k = tests; k >= 1; k--) harmonic += 1 / k;
    return harmonic;
  });
}

function stepUp(pValues: readonly (number | null)[], factorFor: (tests: number) => number, looked?: number) {
  const known = pValues.flatMap((p, index) => {
    if (p === null || Number.isNaN(p)) return [];
    if (p < 0 || p > 1) throw new RangeError(`a p-value must lie between 0 and 1, got ${p}`);
    return [{ p, index }];
  });
  const tests = looked ?? known.length;
  if (tests < known.length) throw new RangeError(`${known.length} p-values are more than ${tests} tests`);
  const factor = factorFor(tests);
  const found: (number | null)[] = pValues.map(() => null);
  let smallest = 1;
  known
    .sort((one, other) => other.p - one.p)
    .forEach(({ p, index }, place) => {
      smallest = Math.min(smallest, p * ((factor * tests) / (known.length - place)));
      found[index] = smallest;
    });
  return found;
}
