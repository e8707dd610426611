import { assembleChart } from './assemble-chart.ts';
import type { ChartSettings, ControlChart } from './control-chart.ts';
import { mean } from './mean.ts';
import { quantile } from './quantile.ts';

/**
 * The usual number of cases between two rare events: g chart. One point an event, in their order.
 *
 * Method: with mean m, sd = √(m (m + 1)), limits m ± 3 sd, the lower one cut at 0; the centre drawn is the median,
 * for such numbers are skewed and runs are counted about it (Montgomery, Introduction to Statistical Quality Control,
 * § 7.3.5; Benneyan 2001, Health Care Management Science 4:305-318; qicharts2). For the same reason no rule by zones
 * holds. More cases between events is a lower rate. A negative number is a RangeError. Example: 0, 2, 4, 6: mean 3,
 * sd √12, upper limit 13.39, centre 3.
 */
export function gChart(casesBetween: readonly (number | null)[], settings: ChartSettings = {}): ControlChart {
  for (const cases of casesBetween)
    if (cases !== null && !(cases >= 0)) throw new RangeError(`${cases} is not a number of cases`);
  return assembleChart(
    {
      kind: 'g',
      constants: { sigmas: 3 },
      valueOf: (cases) => cases,
      floor: 0,
      ceiling: null,
      rulesFor: (set) => ({ ...set, twoOfThree: null, fourOfFive: false, hugging: null, avoiding: null }),
      usual: (stretch, base) => {
        const known = base.filter((cases) => cases !== null);
        const [average, centre] = [mean(known), quantile(known, 0.5)];
        if (average === null || centre === null) return null;
        const deviation = Math.sqrt(average * (average + 1));
        const limits = stretch.map(() => ({
          lower: average - 3 * deviation,
          upper: average + 3 * deviation,
          sigma: null,
        }));
        return { centre, limits, constant: average === 0 };
      },
    },
    casesBetween,
    settings,
  );
}
