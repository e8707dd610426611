import { assembleChart } from './assemble-chart.ts';
import type { ChartSettings, ControlChart } from './control-chart.ts';
import { D4, movingRange } from './moving-range.ts';
import { BEYOND_ONLY } from './rules.ts';

interface Step {
  value: number;
  /** Difference to the point before; null at the start of a stretch and beside a gap. */
  range: number | null;
}

/**
 * How much a series moves from one point to the next: the moving range chart beside an XmR chart.
 *
 * Method: centre = mean moving range, upper limit 3.267 times that, lower 0. No range is screened: one that the XmR
 * chart leaves out is what this chart is there to show. Neighbouring ranges share a value and are not independent,
 * so that of the rules only "beyond a limit" holds. No range across a gap or a rebase. Unit: that of the values.
 * Source: Montgomery, Introduction to Statistical Quality Control, § 6.4; qicharts2 (qic.mr). Example: twenty values
 * with mean range 7.789: upper limit 25.45.
 */
export function mrChart(values: readonly (number | null)[], settings: ChartSettings = {}): ControlChart {
  const starts = new Set(settings.rebases?.map(({ index }) => index));
  const steps = values.map((value, index): Step | null => {
    if (value === null) return null;
    const before = starts.has(index) ? null : (values[index - 1] ?? null);
    return { value, range: before === null ? null : Math.abs(value - before) };
  });
  return assembleChart(
    {
      kind: 'mr',
      constants: { limit: D4 },
      valueOf: ({ range }) => range,
      floor: 0,
      ceiling: null,
      rulesFor: (set) => ({ ...BEYOND_ONLY, label: set.label }),
      usual: (stretch, base) => {
        const ranges = movingRange(
          base.map((step) => step?.value ?? null),
          false,
        );
        if (!ranges) return null;
        const centre = ranges.average;
        const limits = stretch.map(() => ({ lower: 0, upper: D4 * centre, sigma: null }));
        return { centre, limits, averageMovingRange: centre, constant: centre === 0 };
      },
    },
    steps,
    { ...settings, screen: false },
  );
}
