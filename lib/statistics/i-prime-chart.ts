import { assembleChart } from './assemble-chart.ts';
import type { ChartSettings, ControlChart } from './control-chart.ts';
import { type Fraction, pooled, toRate } from './fraction.ts';
import { D4, screened } from './moving-range.ts';

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
  settings: ChartSettings & { floor?: number | null; ceiling?: number | null } = {},
): ControlChart {
  return assembleChart(
    {
      kind: 'i_prime',
      constants: { sigmas: 3, step: Math.sqrt(Math.PI / 2), screen: D4 },
      valueOf: ({ numerator, denominator }) => numerator / denominator,
      denominatorOf: ({ denominator }) => denominator,
      floor: settings.floor ?? null,
      ceiling: settings.ceiling ?? null,
      usual: (stretch, base, screen) => {
        const centre = pooled(base);
        const steps = screened(normalisedSteps(base), screen);
        if (centre === null || steps === null) return null;
        const values = base.flatMap((point) => (point ? [point.numerator / point.denominator] : []));
        const isFlat = values.every((value) => value === values[0]);
        // Flat on either side of a gap, but not at one height: there is no step to judge by.
        if (steps.average === 0 && !isFlat) return null;
        const limits = stretch.map((point) => {
          if (point === null) return null;
          const sigma = steps.average / Math.sqrt(point.denominator);
          return { lower: centre - 3 * sigma, upper: centre + 3 * sigma, sigma };
        });
        return { centre, limits, screened: steps.screened, constant: isFlat };
      },
    },
    points.map(toRate),
    settings,
  );
}

function normalisedSteps(base: readonly (Fraction | null)[]): number[] {
  return base.flatMap((point, index) => {
    const before = base[index - 1];
    if (!point || !before) return [];
    const step = Math.abs(point.numerator / point.denominator - before.numerator / before.denominator);
    return [(Math.sqrt(Math.PI / 2) * step) / Math.sqrt(1 / point.denominator + 1 / before.denominator)];
  });
}
