import { incompleteBeta } from './incomplete-beta.ts';

/**
 * How likely chance alone is to give `count` or more of `n`, each with this probability, where records come in clumps so
 * that counts vary `dispersion` times as much as independent ones would.
 *
 * Method: the binomial upper tail as an incomplete beta function, I(count, n − count + 1), with both counts divided by the
 * dispersion, which keeps mean and probability and gives the variance of quasi-likelihood (Wedderburn 1974, Biometrika
 * 61:439-447; the tail by DLMF 8.17.5). With 1 it is the exact tail; below 1 it serves draws without replacement, whose
 * counts vary less. `probability` lies within 0 to 1, `dispersion` is above 0, `count` is no more than `n`, else a
 * RangeError. Example: dispersedTail(9, 10, 0.5, 1) = 11 / 1024.
 */
export function dispersedTail(count: number, n: number, probability: number, dispersion: number): number {
  if (!(count <= n && probability >= 0 && probability <= 1 && dispersion > 0))
    throw new RangeError(`${count} of ${n} with probability ${probability}, dispersion ${dispersion}`);
  if (count <= 0 || probability === 1) return 1;
  if (probability === 0) return 0;
  return incompleteBeta(probability, count / dispersion, (n - count) / dispersion + 1);
}
