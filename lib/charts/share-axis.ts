import { scaleLinear } from 'd3-scale';
import { formatPercent } from './format.ts';

/** An axis of shares from zero to a round one that holds them all, its ticks in percent: the sign is said elsewhere. */
export function shareAxis(values: readonly number[], ticks = 4) {
  const largest = Math.max(0.01, ...values);
  const [, top = 1] = scaleLinear([0, Math.min(1, largest)], [0, 1])
    .nice(ticks)
    .domain();
  const end = Math.min(1, top);
  const placeOf = (share: number) => Math.min(1, share / end);
  return {
    end,
    placeOf,
    ticks: scaleLinear([0, end], [0, 1])
      .ticks(ticks)
      .map((share) => ({
        share,
        at: placeOf(share),
        label: formatPercent(share, Number.isInteger(Math.round(share * 1e6) / 1e4) ? 0 : 1),
      })),
  };
}
