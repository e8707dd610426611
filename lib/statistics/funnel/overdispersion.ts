import { quantile } from '../quantile.ts';

/** This part of the units at either end is kept from deciding how wide the limits are. */
const PART = 0.1;

export interface Overdispersion {
  /** Mean squared z: 1 where only chance makes units differ. */
  phi: number;
  /** Variance between units, on the transformed scale; 0 where chance explains everything. */
  tau2: number;
  /** Units behind both. */
  n: number;
}

/**
 * How much units differ beyond chance, without the ten per cent at either end.
 *
 * Method: φ = mean of z² over n units; τ² = (nφ − (n − 1)) / (Σw − Σw² / Σw) with w = 1 / s², 0 where nφ is below
 * n − 1 (DerSimonian and Laird; Spiegelhalter 2005, Quality and Safety in Health Care 14:347-351). Extreme z are
 * drawn in to the 10 % and 90 % quantiles (type 7; `winsorise`), or left out when on or beyond them (`trim`).
 * Source: FunnelPlotR. `z` and `errors` are of the same units. Example: z 2, 2, −2, −2 of errors
 * ½: φ 4, τ² = (16 − 3) / (16 − 4) = 1.083.
 */
export function overdispersion(
  z: readonly number[],
  errors: readonly number[],
  outliers: 'winsorise' | 'trim',
): Overdispersion {
  const low = quantile(z, PART) ?? 0;
  const high = quantile(z, 1 - PART) ?? 0;
  const units = z
    .map((value, index) => ({ value, weight: 1 / (errors[index] ?? Number.NaN) ** 2 }))
    .filter(({ value }) => outliers === 'winsorise' || (value > low && value < high));
  const n = units.length;
  if (n === 0) return { phi: 0, tau2: 0, n };
  const squares = units.reduce((sum, { value }) => sum + Math.min(high, Math.max(low, value)) ** 2, 0);
  const weights = units.reduce((sum, { weight }) => sum + weight, 0);
  const squaredWeights = units.reduce((sum, { weight }) => sum + weight ** 2, 0);
  const excess = squares - (n - 1);
  const tau2 = n < 2 || excess <= 0 ? 0 : excess / (weights - squaredWeights / weights);
  return { phi: squares / n, tau2, n };
}
