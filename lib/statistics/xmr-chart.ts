import { assembleChart, type ChartForm } from './assemble-chart.ts';
import type { ChartSettings, ControlChart } from './control-chart.ts';
import { D4 } from './moving-range.ts';
import { XMR_LIMIT, xmr } from './xmr.ts';

export interface XmrSettings extends ChartSettings {
  /** What the measure cannot be smaller than: 0 for counts and times. None unless given. */
  floor?: number | null;
  /** Above it no value can lie, such as 5 for a score. */
  ceiling?: number | null;
}

/**
 * Single values in time order and their usual range: individuals chart (XmR).
 *
 * Method: mean of the baseline ± 2.66 times its mean moving range (see xmr), baseline, exclusions and rebases as in
 * layStretches. Where all values are the same, limits are that value; no limits with fewer than two points. Unit:
 * that of the values. Sources: Wheeler, Understanding Variation (1993); NHSRplotthedots (ptd_spc_standard,
 * fix_after_n_points, rebase). Example: 18 values 1 and 2 in turn with one 10: mean 1.944, limits −0.716 and 4.604,
 * the 10 beyond.
 */
export function xmrChart(values: readonly (number | null)[], settings: XmrSettings = {}): ControlChart {
  return assembleChart(xmrForm(settings), values, settings);
}

/** How a point of such a chart becomes a value, and how its limits come from a baseline. */
export function xmrForm({ floor = null, ceiling = null }: XmrSettings): ChartForm<number> {
  return {
    kind: 'xmr',
    constants: { limit: XMR_LIMIT, screen: D4 },
    valueOf: (value) => value,
    floor,
    ceiling,
    usual: (stretch, base, screen) => {
      const found = xmr(base, { screen });
      if (!found) return null;
      const { centre, lower, upper, averageMovingRange, screened, constant } = found;
      const sigma = (upper - centre) / 3;
      const limits = stretch.map(() => ({ lower, upper, sigma }));
      return { centre, limits, averageMovingRange, screened, constant };
    },
  };
}
