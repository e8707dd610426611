import { assembleChart, type ChartForm } from './assemble-chart.ts';
import type { ChartSettings, ControlChart } from './control-chart.ts';
import { mean } from './mean.ts';

/**
 * Counts of like periods and their usual range, if each event happens by itself: c chart.
 *
 * Method: centre = mean count, sd = √centre, limits centre ± 3 sd, the lower one cut at 0 (Montgomery, Introduction
 * to Statistical Quality Control, 7.17; qicharts2). Where counts vary more than that, an XmR chart is right (see
 * chooseChart). A negative count is a RangeError. Example: 26 counts with mean 19.85: limits 6.48 and 33.21; without
 * the 6th and 20th, 19.67, 6.36 and 32.97.
 */
export function cChart(counts: readonly (number | null)[], settings: ChartSettings = {}): ControlChart {
  for (const count of counts)
    if (count !== null && !(count >= 0)) throw new RangeError(`${count} is not a count`);
  return assembleChart(C_FORM, counts, settings);
}

/** How a count becomes a value of such a chart, and how its limits come from a baseline. */
export const C_FORM: ChartForm<number> = {
  kind: 'c',
  constants: { sigmas: 3 },
  valueOf: (count) => count,
  floor: 0,
  ceiling: null,
  usual: (stretch, base) => {
    const centre = mean(base.filter((count) => count !== null));
    if (centre === null) return null;
    const sigma = Math.sqrt(centre);
    const limits = stretch.map(() => ({ lower: centre - 3 * sigma, upper: centre + 3 * sigma, sigma }));
    return { centre, limits, constant: centre === 0 };
  },
};
