import type { Fraction } from '../fraction.ts';
import { type Interval, Z95 } from '../wilson.ts';

/** One layer in which both sides are alike: cases of records with and without what is studied. */
export interface Stratum {
  exposed: Fraction;
  unexposed: Fraction;
}

export interface Stratified {
  /** Share with less share without, over all layers; its interval is null where nothing varies. */
  difference: number;
  differenceInterval: Interval | null;
  /** Share with by share without; both null where one side has no cases. */
  ratio: number | null;
  ratioInterval: Interval | null;
  strata: number;
  /** Layers in which one side is empty, and the records in them: they compare nothing. */
  dropped: number;
  droppedRecords: number;
}

/**
 * What a technique goes with when like is compared with like, layer by layer (trigger × state): the difference and the
 * ratio of shares over all layers; null when no layer has records on both sides.
 *
 * Method: Mantel-Haenszel weights n₁n₂/n. Difference Σ(a n₂ − c n₁)/n / Σ n₁n₂/n with Sato's variance (1989, Biometrics
 * 45:1323-1324); ratio Σ a n₂/n / Σ c n₁/n with the variance of Greenland and Robins (1985, Biometrics 41:55-68) on its
 * logarithm. Both hold for few large and for many small layers. 95 % unless another z is given. Numerators
 * outside 0 to their denominators are RangeErrors. Example: 8 of 106 against 5 of 120 and 22 of 98 against 16 of 85:
 * difference 0.0349, ratio 1.33.
 */
export function mantelHaenszel(strata: readonly Stratum[], z = Z95): Stratified | null {
  const layers = strata.map(toLayer);
  const used = layers.filter(({ n1, n2 }) => n1 > 0 && n2 > 0);
  if (used.length === 0) return null;
  const sum = (term: (layer: Layer) => number) => used.reduce((total, layer) => total + term(layer), 0);
  const weight = sum(({ n1, n2, n }) => (n1 * n2) / n);
  const exposed = sum(({ a, n2, n }) => (a * n2) / n);
  const unexposed = sum(({ c, n1, n }) => (c * n1) / n);
  const difference = (exposed - unexposed) / weight;
  const error = Math.sqrt(Math.max(0, satoVariance(difference, weight, sum)));
  const ratio = exposed > 0 && unexposed > 0 ? exposed / unexposed : null;
  const logError = Math.sqrt(
    sum(({ a, c, n1, n2, n }) => (n1 * n2 * (a + c) - a * c * n) / n ** 2) / (exposed * unexposed),
  );
  return {
    difference,
    differenceInterval: error === 0 ? null : [difference - z * error, difference + z * error],
    ratio,
    ratioInterval: ratio === null ? null : [ratio * Math.exp(-z * logError), ratio * Math.exp(z * logError)],
    strata: used.length,
    dropped: layers.length - used.length,
    droppedRecords: layers.reduce((total, { n1, n2, n }) => total + (n1 > 0 && n2 > 0 ? 0 : n), 0),
  };
}

/** Cases a of n1 with, c of n2 without. */
interface Layer {
  a: number;
  n1: number;
  c: number;
  n2: number;
  n: number;
}

function toLayer({ exposed, unexposed }: Stratum): Layer {
  for (const { numerator, denominator } of [exposed, unexposed])
    if (!(numerator >= 0 && numerator <= denominator))
      throw new RangeError(`${numerator} of ${denominator} is not a share`);
  return {
    a: exposed.numerator,
    n1: exposed.denominator,
    c: unexposed.numerator,
    n2: unexposed.denominator,
    n: exposed.denominator + unexposed.denominator,
  };
}

function satoVariance(
  difference: number,
  weight: number,
  sum: (term: (layer: Layer) => number) => number,
): number {
  const p = sum(({ a, c, n1, n2, n }) => (n1 ** 2 * c - n2 ** 2 * a + (n1 * n2 * (n2 - n1)) / 2) / n ** 2);
  const q = sum(({ a, c, n1, n2, n }) => (a * (n2 - c) + c * (n1 - a)) / (2 * n));
  return (difference * p + q) / weight ** 2;
}
