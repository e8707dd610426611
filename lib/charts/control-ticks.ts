import type { ControlChart } from './chart-model.ts';
import { durationUnit, formatDecimal } from './format.ts';
import { figureIn, unitName } from './unit-format.ts';

/** The value axis in words: one label a tick, and the unit that stands beside the topmost one. */
export function valueTicks(chart: ControlChart): {
  ticks: { value: number; label: string }[];
  unit: string | null;
} {
  const label = tickFormat(chart);
  return {
    ticks: chart.yTicks.map((value) => ({ value, label: label(value) })),
    unit: unitName(chart, chart.domain[1]),
  };
}

/** A limit or centre as it is written at its right end: "84.9", "21.3 %", "2.6 days". */
export function limitText(chart: ControlChart, value: number, withUnit: boolean): string {
  const largest = chart.domain[1];
  const figure = chart.unit === 'count' ? formatDecimal(value, 1) : figureIn(chart, value, largest);
  const isShort = chart.unit === 'share' || chart.unit === 'minutes';
  return withUnit && isShort ? `${figure}\u00a0${unitName(chart, largest)}` : figure;
}

const THOUSANDS_FROM = 10_000;

function tickFormat({ unit, domain, yTicks }: ControlChart): (value: number) => string {
  if (unit !== 'minutes' && domain[1] >= THOUSANDS_FROM)
    return (value) => (value === 0 ? '0' : `${formatDecimal(value / 1000, 0)}k`);
  const scale = unit === 'share' ? 0.01 : unit === 'minutes' ? durationUnit(domain[1]).minutes : 1;
  const isWhole = (factor: number) =>
    yTicks.every((tick) => Math.abs((tick / scale) * factor - Math.round((tick / scale) * factor)) < 1e-9);
  const decimals = isWhole(1) ? 0 : isWhole(10) ? 1 : 2;
  return (value) => formatDecimal(value / scale, decimals);
}
