import type { Measure } from '../measures/measure.ts';
import type { TwinColumn } from './chart-model.ts';
import { formatDecimal } from './format.ts';

/** How levels and changes of a measure are told beside each other. */
export interface Unit {
  /** Over the column of figures. */
  head: string;
  form: TwinColumn['form'];
  /** "33.9" */
  level: (value: number) => string;
  /** The change from one level to the next: "−3.2". Steps that follow each other add up to their rounded whole. */
  step: (from: number, to: number) => string;
  /** "4.9 points", "27 incidents": a size without its direction. */
  size: (change: number) => string;
}

/** Shares are told in percentage points, counts in incidents. */
export function changeUnit({ unit }: Pick<Measure, 'unit'>): Unit {
  const [per, decimals] = unit === 'share' ? [100, 1] : [1, unit === 'count' ? 0 : 1];
  const round = (value: number) => Math.round(value * per * 10 ** decimals) / 10 ** decimals;
  const size = (change: number) => formatDecimal(Math.abs(round(change)), decimals);
  return {
    head: unit === 'share' ? '% or points' : 'Incidents',
    form: unit === 'share' ? 'share' : 'decimal',
    level: (value) => formatDecimal(round(value), decimals),
    step: (from, to) => signed(round(to) - round(from), decimals),
    size: (change) => (unit === 'share' ? `${size(change)} points` : `${size(change)} incidents`),
  };
}

/** "+0.7", "−3.2", "0.0": a sign on both sides, none on nothing. */
function signed(value: number, decimals: number): string {
  const words = formatDecimal(value, decimals);
  return value > 0 && /[1-9]/.test(words) ? `+${words}` : words;
}
