import type { Measure } from '../measures/measure.ts';
import {
  type DurationUnit,
  durationUnit,
  formatDecimal,
  formatDuration,
  formatMinutes,
  formatPercent,
  formatRough,
  formatShare,
} from './format.ts';

/** A value of a measure with its unit: "93.4", "28.1 %", "2.6 days". */
export function valueWords(measure: Measure, value: number): string {
  if (measure.unit === 'share') return formatShare(value);
  return measure.unit === 'minutes' ? formatMinutes(value) : formatRough(value);
}

/** A range of values with one unit: "33–112", "19.4–49.4 %", "1.8–3.6 days". */
export function rangeWords(measure: Measure, low: number, high: number): string {
  if (measure.unit === 'share') return `${formatPercent(low)}–${formatPercent(high)}\u00a0%`;
  if (measure.unit === 'count') {
    const decimals = high < 10 ? 1 : 0;
    return `${formatDecimal(low, decimals)}–${formatDecimal(high, decimals)}`;
  }
  const unit: DurationUnit = durationUnit(high);
  return `${formatDuration(low, unit)}–${formatDuration(high, unit)}\u00a0${unit.name}`;
}
