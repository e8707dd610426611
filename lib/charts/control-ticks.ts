import type { ControlChart } from './chart-model.ts';
import { durationUnit, formatDecimal, formatDuration, formatPercent } from './format.ts';

/** The value axis in words: one label a tick, and the unit that stands beside the topmost one. */
export function valueTicks(chart: ControlChart): {
  ticks: { value: number; label: string }[];
  unit: string | null;
} {
  const label = tickFormat(chart);
  const unit = { count: null, share: '%', minutes: durationUnit(chart.domain[1]).name }[chart.unit];
  return { ticks: chart.yTicks.map((value) => ({ value, label: label(value) })), unit };
}

/** A limit or centre as it is written at its right end: "84.9", "21.3 %", "2.6 days". */
export function limitText(chart: ControlChart, value: number, withUnit: boolean): string {
  if (chart.unit === 'share') return withUnit ? `${formatPercent(value)}\u00a0%` : formatPercent(value);
  if (chart.unit === 'count') return formatDecimal(value, 1);
  const unit = durationUnit(chart.domain[1]);
  const figure = formatDuration(value, unit);
  return withUnit ? `${figure}\u00a0${unit.name}` : figure;
}

function tickFormat({ unit, domain, yTicks }: ControlChart): (value: number) => string {
  const scale = { count: 1, share: 0.01, minutes: durationUnit(domain[1]).minutes }[unit];
  const whole = yTicks.every((tick) => Math.abs(tick / scale - Math.round(tick / scale)) < 1e-9);
  return (value) => formatDecimal(value / scale, whole ? 0 : 1);
}
