import { assembleChart, type ChartForm } from './assemble-chart.ts';
import { attributeLimits } from './attribute-limits.ts';
import type { ChartSettings, ControlChart } from './control-chart.ts';
import { type Fraction, toShare } from './fraction.ts';
import { D2, OVERDISPERSED, type Widening } from './laney.ts';
import { D4 } from './moving-range.ts';

export interface AttributeSettings extends ChartSettings {
  /** Where σz is above 1.2 unless given. */
  widening?: Widening;
}

/**
 * The usual range of a share from period to period: p chart, or Laney's p′ chart where chance alone does not explain
 * the variation.
 *
 * Method: centre = sum of numerators / sum of denominators; sd = √(centre (1 − centre) / n) of each point; limits
 * centre ± 3 sd, cut at 0 and 1 (Montgomery, Introduction to Statistical Quality Control, ch. 7). σz = mean |z − z
 * before| / 1.128, screened once; above 1.2 limits are centre ± 3 sd σz (Laney 2002, Quality Engineering
 * 14:531-537), never narrower than the p chart's. A null or a denominator of 0 is a gap; denominators need not be
 * whole. A RangeError for a numerator outside 0 to its denominator. Unit: shares 0 to 1. Example: 55 of 197 among 21
 * weeks with centre 0.2496: limits 0.1571 and 0.3421.
 */
export function pChart(points: readonly (Fraction | null)[], settings: AttributeSettings = {}): ControlChart {
  const chart = assembleChart(pForm(settings), points.map(toShare), settings);
  const kind = chart.segments.at(-1)?.prime ? 'p_prime' : 'p';
  return { ...chart, kind, method: { ...chart.method, chart: kind } };
}

/** How a point of such a chart becomes a value, and how its limits come from a baseline; points as `toShare` makes them. */
export function pForm({ widening = 'when_overdispersed' }: AttributeSettings): ChartForm<Fraction> {
  return {
    kind: 'p',
    constants: { sigmas: 3, d2: D2, overdispersed: OVERDISPERSED, screen: D4 },
    valueOf: ({ numerator, denominator }) => numerator / denominator,
    denominatorOf: ({ denominator }) => denominator,
    floor: 0,
    ceiling: 1,
    usual: (stretch, base, screen) =>
      attributeLimits(stretch, base, { variance: (share) => share * (1 - share), widening, screen }),
  };
}
