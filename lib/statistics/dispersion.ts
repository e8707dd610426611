import { chiSquareUpperTail } from './distributions.ts';
import { type Fraction, pooled } from './fraction.ts';

/** How much points vary beyond what chance alone would make. */
export interface Dispersion {
  /** Variance seen by variance expected: 1 where only chance acts. */
  ratio: number;
  statistic: number;
  degreesOfFreedom: number;
  /** How likely chance alone is to vary as much or more. */
  p: number;
}

/**
 * Whether shares or rates vary more over the whole series than chance explains; null with fewer than two points, or
 * where all are none or all.
 *
 * Method: D = Σ (count − expected)² / variance expected, against chi-square with n − 1 degrees of freedom. With like
 * denominators it is the test of the R package qcc (qccOverdispersionTest: D = s² / σ² × (n − 1), after Wetherill and
 * Brown 1991, pp. 212-218); with unlike ones each point is held against its own. Variance of `share`s is
 * n c (1 − c), of `rate`s n c with the pooled centre c; plain counts are rates in 1. A null is a gap. Example: 30
 * counts of 50 with mean 12.13 there: ratio 0.764, D 22.17, p 0.813.
 */
export function dispersion(of: 'share' | 'rate', points: readonly (Fraction | null)[]): Dispersion | null {
  const known = points.filter((point) => point !== null && point.denominator > 0);
  const centre = pooled(known);
  if (centre === null || known.length < 2) return null;
  const variance = of === 'share' ? centre * (1 - centre) : centre;
  if (variance <= 0) return null;
  const statistic = known.reduce((sum, point) => {
    if (point === null) return sum;
    return sum + (point.numerator - point.denominator * centre) ** 2 / (point.denominator * variance);
  }, 0);
  const degreesOfFreedom = known.length - 1;
  const p = chiSquareUpperTail(statistic, degreesOfFreedom);
  return { ratio: statistic / degreesOfFreedom, statistic, degreesOfFreedom, p };
}
