import type { Random } from './random.ts';

/** How much more the counts of a cell scatter than chance alone would make them: variance over mean. */
export const DISPERSION = 1.5;

/**
 * A count whose mean is `mean` and whose variance is `DISPERSION * mean` (a negative binomial: a Poisson count whose
 * mean is itself gamma distributed). Sums of such counts keep the ratio, so it holds for a day as for a quarter.
 */
export function drawCount(mean: number, random: Random): number {
  if (mean <= 0) return 0;
  const scale = DISPERSION - 1;
  return drawPoisson(drawGamma(mean / scale, random) * scale, random);
}

/** Poisson, by the product of uniforms (Knuth), large means in pieces. */
export function drawPoisson(mean: number, random: Random): number {
  let count = 0;
  for (let left = mean; left > 0; left -= 30) {
    const limit = Math.exp(-Math.min(left, 30));
    for (let product = random.next(); product > limit; product *= random.next()) count += 1;
  }
  return count;
}

/** Gamma with scale 1 (Marsaglia and Tsang, 2000); shapes below 1 by the power of a uniform. */
function drawGamma(shape: number, random: Random): number {
  if (shape < 1) return drawGamma(shape + 1, random) * random.next() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  while (true) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
