import { scaleLinear } from 'd3-scale';
import { formatDecimal } from '../format.ts';

/** An axis of rates from zero to a round one that holds them all. */
export function rateAxis(values: readonly number[], ticks = 2) {
  const scale = scaleLinear([0, Math.max(0.01, ...values)], [0, 1]).nice(ticks);
  const placeOf = (rate: number) => Math.min(1, Math.max(0, scale(rate)));
  const marks = scale.ticks(ticks);
  const decimals = marks.every((mark) => Number.isInteger(mark))
    ? 0
    : marks.some((mark) => !Number.isInteger(Math.round(mark * 1e6) / 1e5))
      ? 2
      : 1;
  return {
    placeOf,
    ticks: marks.map((mark) => ({ at: placeOf(mark), label: formatDecimal(mark, decimals) })),
  };
}
