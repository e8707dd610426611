import { assembleChart } from './assemble-chart.ts';
import type { ChartSettings, ControlChart } from './control-chart.ts';
import { D4 } from './moving-range.ts';
import { XMR_LIMIT, xmr } from './xmr.ts';

/** Times between events of a steady process become nearly normal when they are raised to 1 / 3.6. */
const POWER = 3.6;

/**
 * The usual time between two rare events: t chart. One point an event, in their order.
 *
 * Method: times are raised to 1 / 3.6, judged as an XmR chart, and centre and limits raised to 3.6 again; a lower
 * limit below 0 is 0 (Nelson 1994, Journal of Quality Technology 26:239-240; Montgomery, Introduction to Statistical
 * Quality Control, § 7.3.5; qicharts2). Rules look at the transformed times. A longer time is a lower rate. A time of
 * 0 or less is a RangeError: two events on one day need hours, or a g chart. Unit: any of time. Example: times 1 and
 * 2^3.6 = 12.13 in turn, transformed 1 and 2: centre 1.5^3.6 = 4.304, upper limit (1.5 + 2.66)^3.6 = 169.3, lower 0.
 */
export function tChart(times: readonly (number | null)[], settings: ChartSettings = {}): ControlChart {
  for (const time of times)
    if (time !== null && !(time > 0))
      throw new RangeError(`a time between events must be above 0, got ${time}; use hours, or a g chart`);
  const back = (value: number) => Math.max(0, value) ** POWER;
  return assembleChart(
    {
      kind: 't',
      constants: { power: POWER, limit: XMR_LIMIT, screen: D4 },
      valueOf: (time) => time,
      floor: 0,
      ceiling: null,
      usual: (stretch, base, screen) => {
        const found = xmr(base.map(flatten), { screen });
        if (!found) return null;
        const { centre, lower, upper, averageMovingRange, screened, constant } = found;
        const limits = stretch.map(() => ({ lower: back(lower), upper: back(upper), sigma: null }));
        const judged = stretch.map((time) => ({ value: flatten(time), centre, lower, upper }));
        return { centre: back(centre), limits, judged, averageMovingRange, screened, constant };
      },
    },
    times,
    settings,
  );
}

function flatten(time: number | null): number | null {
  return time === null ? null : time ** (1 / POWER);
}
