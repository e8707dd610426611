import type { ControlChart as Computed } from '../statistics/control-chart.ts';
import type { ControlSegment } from './chart-model.ts';

/** The stretches of a chart that have limits, as they are drawn: from the first point with a value to the last. */
export function toSegments({ points, segments, kind }: Computed): ControlSegment[] {
  return segments.flatMap(({ from, until, centre, trial }) => {
    const inside = points.slice(from, until);
    const first = inside.findIndex(({ value }) => value !== null);
    const last = inside.findLastIndex(({ value }) => value !== null);
    if (centre === null || first < 0) return [];
    const drawn = inside.slice(first, last + 1);
    return [
      {
        firstIndex: from + first,
        lastIndex: from + last,
        centre,
        lower: drawn.map(({ lower }) => lower),
        upper: drawn.map(({ upper }) => upper),
        centreName: kind === 'run' ? 'median' : 'centre',
        trial: trial && kind !== 'run',
      },
    ];
  });
}
