import { assembleChart, type ChartForm } from './assemble-chart.ts';
import type { ChartSettings, ControlChart } from './control-chart.ts';
import { type Fraction, pooled, toRate } from './fraction.ts';
import { D4, screened } from './moving-range.ts';

export interface IPrimeSettings extends ChartSettings {
  /** What the measure cannot be smaller or greater than; none unless given. */
  floor?: number | null;
  ceiling?: number | null;
}

/**
 * The usual range of means, shares or rates with unlike denominators, without an assumption about how they are
 * distributed: normalised individuals chart (i′).
 *
 * Method: each step counts as s = √(π/2) |y − y before| / √(1/n + 1/n before); limits are the pooled centre ± 3 mean
 * s / √n of each point; outlying s (3.267 times their mean or more) are left out once. A gap has no step on either
 * side. Source: the normalised individuals chart of variation.com, as in qicharts2 (qic.ip). A
 * numerator may be a sum of values, 0 or more; a denominator of 0 is a gap. Example: 10 of 10, 30 of 10, 20 of 10:
 * centre 2, s √(π/2) × 2 / √0.2 and half of that, mean 4.204, limits 2 ± 3 × 4.204 / √10 = −1.988 and 5.988.
 */
export function iPrimeChart(
  points: readonly (Fraction | null)[],
  settings: IPrimeSettings = {},
): ControlChart {
  return assembleChart(iPrimeForm(settings), points.map(toRate), settings);
}

/** How a point of such a chart becomes a value, and how its limits come from a baseline; points as `toRate` makes them. */
export function iPrimeForm({ floor = null, ceiling = null }: IPrimeSettings): ChartForm<Fraction> {
  return {
    kind: 'i_prime',
    constants: { sigmas: 3, step: Math.sqrt(Math.PI / 2), screen: D4 },
    valueOf: ({ numerator, denominator }) => numerator / denominator,
    denominatorOf: ({ denominator }) => denominator,
    floor,
    ceiling,
    usual: (stretch, base, screen) => {
      const centre = pooled(base);
      const steps = screened(normalisedSteps(base), screen);
      if (centre === null || steps === null) return null;
      const isFlat = areAlike(base);
      // Flat on either side of a gap, but not at one height: there is no step to judge by.
      if (steps.average === 0 && !isFlat) return null;
      const limits = stretch.map((point) => {
        if (point === null) return null;
        const sigma = steps.average / Math.sqrt(point.denominator);
        return { lower: centre - 3 * sigma, upper: centre + 3 * sigma, sigma };
      });
      return { centre, limits, screened: steps.screened, constant: isFlat };
    },
  };
}

function areAlike(base: readonly (Fraction | null)[]): boolean {
  const first = base.find((point) => point !== null);
  const height = first && first.numerator / first.denominator;
  return base.every((point) => point === null || point.numerator / point.denominator === height);
}

function normalisedSteps(base: readonly (Fraction | null)[]): number[] {
  const steps: number[] = [];
  let before: Fraction | null = null;
  for (const point of base) {
    if (point && before) {
      const step = Math.abs(point.numerator / point.denominator - before.numerator / before.denominator);
      steps.push((Math.sqrt(Math.PI / 2) * step) / Math.sqrt(1 / point.denominator + 1 / before.denominator));
    }
    before = point;
  }
  return steps;
}
