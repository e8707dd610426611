import { stretches } from './stretches.ts';

/** So many in a row on one side of the centre are a shift for the Stable Shift Algorithm. */
export const LONG_RUN = 8;

/** 1 above the centre, −1 below, 0 on it or at a gap. */
export type Side = 1 | 0 | -1;

/** Points in a row on one side, from the first to before the second index. */
export interface SideRun {
  side: Side;
  from: number;
  until: number;
  /** Eight or more, and not on the centre. */
  isLong: boolean;
}

/** The runs of the points from one index on, in order; what lies before it counts for nothing. */
export function runsFrom(sides: readonly Side[], start: number): SideRun[] {
  return stretches(sides.slice(start)).map(({ value, indexes }) => {
    const from = start + (indexes[0] ?? 0);
    return {
      side: value,
      from,
      until: from + indexes.length,
      isLong: value !== 0 && indexes.length >= LONG_RUN,
    };
  });
}
