import type { Usual } from './assemble-chart.ts';
import { type Fraction, pooled } from './fraction.ts';
import { sigmaZ, type Widening, widenedBy } from './laney.ts';

/**
 * The limits of shares and rates: pooled centre, a standard deviation for each point by its own denominator, and
 * Laney's widening.
 *
 * `variance` is that of one counted unit: centre (1 − centre) for shares, centre for rates. `per` scales everything.
 * Limits are centre ± 3 sd, times σz of the baseline where limits are widened, never narrower. σz is not defined
 * where all are none or all (no standard deviation). Null when nothing was counted. Sources: Montgomery, ch. 7;
 * Laney 2002. Example: 10 and 30 of 100: centre 0.2, sd √(0.2 × 0.8 / 100) = 0.04.
 */
export function attributeLimits(
  stretch: readonly (Fraction | null)[],
  base: readonly (Fraction | null)[],
  how: { variance: (centre: number) => number; widening: Widening; screen: boolean; per?: number },
): Usual | null {
  const rate = pooled(base);
  if (rate === null) return null;
  const { per = 1 } = how;
  const variance = how.variance(rate);
  const deviation = (point: Fraction) => Math.sqrt(variance / point.denominator);
  const z = base.map((point) => point && (point.numerator / point.denominator - rate) / deviation(point));
  const sigma = variance === 0 ? null : sigmaZ(z, how.screen);
  const { prime, times } = widenedBy(sigma, how.widening);
  const limits = stretch.map((point) => {
    if (point === null) return null;
    const reach = deviation(point) * times;
    return { lower: (rate - 3 * reach) * per, upper: (rate + 3 * reach) * per, sigma: reach * per };
  });
  return { centre: rate * per, limits, constant: variance === 0, sigmaZ: sigma, prime };
}
