import { assembleChart, type ChartForm } from './assemble-chart.ts';
import { attributeLimits } from './attribute-limits.ts';
import type { ControlChart } from './control-chart.ts';
import { type Fraction, toRate } from './fraction.ts';
import { D2, OVERDISPERSED } from './laney.ts';
import { D4 } from './moving-range.ts';
import type { AttributeSettings } from './p-chart.ts';

export interface RateSettings extends AttributeSettings {
  /** Rates are told for so many of the denominator; 1 unless given. */
  per?: number;
}

/**
 * The usual range of a rate, such as incidents per 1,000 contacts: u chart, or Laney's u′ chart where chance alone
 * does not explain the variation.
 *
 * Method: centre = sum of counts / sum of denominators; sd = √(centre / n) of each point; limits centre ± 3 sd, cut
 * at 0, widened as in pChart (Montgomery, Introduction to Statistical Quality Control, 7.19; Laney 2002). With large
 * denominators a plain u chart flags nearly every month. `per` says for how many of the denominator the rate is
 * told. A null or a denominator of 0 is a gap; a negative side is a RangeError. Example: 14 events in 500 m among ten
 * rolls, per 50 m: centre 1.4233, limits 0.2915 and 2.5550.
 */
export function uChart(points: readonly (Fraction | null)[], settings: RateSettings = {}): ControlChart {
  const chart = assembleChart(uForm(settings), points.map(toRate), settings);
  const kind = chart.segments.at(-1)?.prime ? 'u_prime' : 'u';
  return { ...chart, kind, method: { ...chart.method, chart: kind } };
}

/** How a point of such a chart becomes a value, and how its limits come from a baseline; points as `toRate` makes them. */
export function uForm({ widening = 'when_overdispersed', per = 1 }: RateSettings): ChartForm<Fraction> {
  if (!(per > 0)) throw new RangeError(`a rate per ${per} is none`);
  return {
    kind: 'u',
    constants: { sigmas: 3, d2: D2, overdispersed: OVERDISPERSED, screen: D4 },
    valueOf: ({ numerator, denominator }) => (numerator / denominator) * per,
    denominatorOf: ({ denominator }) => denominator,
    floor: 0,
    ceiling: null,
    per,
    usual: (stretch, base, screen) =>
      attributeLimits(stretch, base, { variance: (rate) => rate, widening, screen, per }),
  };
}
