import { movingRange } from './moving-range.ts';

/** Mean moving range of a standard normal variable (d2 of two points). */
export const D2 = 1.128;
/** From here on points vary more than chance alone explains, and limits are widened. */
export const OVERDISPERSED = 1.2;

/** When limits are widened by σz: where it is above 1.2, always, or never. They are never narrowed. */
export type Widening = 'when_overdispersed' | 'always' | 'never';

/**
 * How much points vary from one to the next, in units of what chance alone would make: 1 where only chance acts.
 *
 * Method: mean moving range of the standardised values / 1.128, outlying ranges screened once (Laney 2002, Quality
 * Engineering 14:531-537; qicharts2). A null is a gap and not bridged; null where no two neighbours are known.
 * Example: z of 2 and −2 in turn: 4 / 1.128 = 3.546.
 */
export function sigmaZ(z: readonly (number | null)[], screen = true): number | null {
  const ranges = movingRange(z, screen);
  return ranges && ranges.average / D2;
}

/** Whether limits are widened, and by how much: never below 1. */
export function widenedBy(sigma: number | null, widening: Widening): { prime: boolean; times: number } {
  const isWide = widening === 'always' || (widening === 'when_overdispersed' && (sigma ?? 0) > OVERDISPERSED);
  const prime = sigma !== null && isWide;
  return { prime, times: prime ? Math.max(1, sigma) : 1 };
}
