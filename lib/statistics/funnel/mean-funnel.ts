import type { Interval } from '../wilson.ts';
import type { FunnelLimits } from './funnel-limits.ts';
import { Z_INNER, Z_OUTER } from './funnel-limits.ts';
import { overdispersion } from './overdispersion.ts';

/** The values of a team or site, as sums. */
export interface MeanUnit {
  id: string;
  n: number;
  sum: number;
  /** Of the values squared. */
  squares: number;
}

export interface MeanFunnel {
  target: number;
  points: readonly {
    id: string;
    n: number;
    value: number;
    limits: FunnelLimits;
    outside: { level: 'inner' | 'outer'; side: 'above' | 'below' } | null;
  }[];
  leftOut: readonly string[];
  phi: number;
  tau2: number;
  few: boolean;
  limitsAt(n: number): FunnelLimits;
}

const FEW_UNITS = 10;

/**
 * Which units have a mean outside what chance explains, each by its own size; null with fewer than two units, or where
 * values do not vary within them.
 *
 * Method: limits about the mean of all values, target ± z √(s² / n + τ²), s² the variance within units together,
 * Σ(Σx² − (Σx)² / n) / (N − k); τ² and φ as for shares and rates (`overdispersion`), so that limits include the variation
 * between units where there is any beyond chance (Spiegelhalter 2005, Statistics in Medicine 24:1185-1202). For values
 * that are skewed, n has to be large. Unit: that of the values. Example: three units of 100 with s² 1 and means 3.0, 3.0
 * and 3.6: target 3.2, errors 0.1, z −2, −2 and 4, φ drawn in 6.83.
 */
export function meanFunnel(
  units: readonly MeanUnit[],
  settings: { widen?: boolean } = {},
): MeanFunnel | null {
  const counted = units.filter(({ n }) => n > 0);
  const total = counted.reduce((sum, { n }) => sum + n, 0);
  const within = counted.reduce((sum, unit) => sum + unit.squares - unit.sum ** 2 / unit.n, 0);
  const variance = within / (total - counted.length);
  if (counted.length < 2 || !(variance > 0)) return null;
  const target = counted.reduce((sum, unit) => sum + unit.sum, 0) / total;
  const errors = counted.map(({ n }) => Math.sqrt(variance / n));
  const z = counted.map(({ sum, n }, place) => (sum / n - target) / (errors[place] ?? Number.NaN));
  const { phi, tau2: between } = overdispersion(z, errors, 'winsorise');
  const tau2 = settings.widen === false ? 0 : between;
  const limitsAt = (n: number): FunnelLimits => {
    const error = Math.sqrt(variance / n + tau2);
    const about = (reach: number): Interval => [target - reach * error, target + reach * error];
    return { inner: about(Z_INNER), outer: about(Z_OUTER) };
  };
  return {
    target,
    points: counted.map(({ id, n, sum }) => {
      const limits = limitsAt(n);
      return { id, n, value: sum / n, limits, outside: outsideOf(sum / n, limits) };
    }),
    leftOut: units.filter(({ n }) => n === 0).map(({ id }) => id),
    phi,
    tau2,
    few: counted.length < FEW_UNITS,
    limitsAt,
  };
}

function outsideOf(value: number, { inner, outer }: FunnelLimits) {
  for (const [level, [low, high]] of [['outer', outer] as const, ['inner', inner] as const]) {
    if (value > high) return { level, side: 'above' as const };
    if (value < low) return { level, side: 'below' as const };
  }
  return null;
}
