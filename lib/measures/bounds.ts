import type { Measure } from './measure.ts';

/** Below and above which no value of a measure can lie; null where there is no end. */
export interface Bounds {
  floor: number;
  ceiling: number | null;
}

/** What no limit, axis or target goes beyond: a share is 0 to 1, a score 1 to 5, anything else not negative. */
export function boundsOf({ unit }: Pick<Measure, 'unit'>): Bounds {
  if (unit === 'share') return { floor: 0, ceiling: 1 };
  return unit === 'score' ? { floor: 1, ceiling: 5 } : { floor: 0, ceiling: null };
}
