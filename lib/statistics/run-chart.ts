import { assembleChart, type ChartForm } from './assemble-chart.ts';
import type { ChartSettings, ControlChart } from './control-chart.ts';
import { quantile } from './quantile.ts';
import { RULE_SETS } from './rules.ts';

/**
 * Whether a short series moves about its median as chance would make it: run chart.
 *
 * Method: centre = median of the baseline, no limits, Anhøj's two rules from 10 useful points on (findRuns), whatever
 * set is asked for, since the others need limits or more points. Unit: that of the values. Source: Anhøj and Olesen
 * (2014), PLoS ONE 9:e113825; qicharts2 (qic.run). Example: 17 months with median 59.70: 16 useful points, longest run
 * 4 of at most 7, 7 crossings of at least 4, no signal.
 */
export function runChart(values: readonly (number | null)[], settings: ChartSettings = {}): ControlChart {
  return assembleChart(RUN_FORM, values, settings);
}

/** What a run chart is among charts. */
export const RUN_FORM: ChartForm<number> = {
  kind: 'run',
  constants: {},
  valueOf: (value) => value,
  floor: null,
  ceiling: null,
  rulesFor: () => RULE_SETS.anhoej,
  usual: (stretch, base) => {
    const known = base.filter((value) => value !== null);
    const centre = quantile(known, 0.5);
    if (centre === null) return null;
    const limits = stretch.map(() => ({ lower: null, upper: null, sigma: null }));
    return { centre, limits, constant: known.every((value) => value === known[0]) };
  },
};
