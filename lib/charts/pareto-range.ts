import { formatCount, formatDecimal } from './format.ts';
import { type ParetoBar, type ParetoChart, rangeOfBar } from './pareto-model.ts';

/** "268–337": the range of a bar in its own unit; null where none can be told. */
export function rangeWords(bar: ParetoBar, chart: ParetoChart): string | null {
  const range = rangeOfBar(bar, chart);
  if (range === null) return null;
  const figure = (value: number) => (chart.total < 100 ? formatDecimal(value, 1) : formatCount(value));
  return `${figure(range[0])}–${figure(range[1])}`;
}
