import type { Interval } from '../wilson.ts';
import { type Detectable, detectable } from './detectable.ts';

/** What became of a figure after something was changed. */
export interface Change {
  /** The effect is after − before, or after / before. */
  scale: 'difference' | 'ratio';
  method: 'newcombe' | 'rate-ratio' | 'welch' | 'price-bonett';
  before: number;
  after: number;
  effect: number;
  /** Of the effect, 95 %. */
  interval: Interval;
  /** The interval leaves "nothing changed" out: 0 of a difference, 1 of a ratio. */
  clear: boolean;
  /** What this much data would have shown; null where that cannot be said. */
  detectable: Detectable | null;
  /** Records on both sides; events where the figure is a rate. */
  n: { before: number; after: number };
}

/**
 * The finished summary of a change from its effect and interval: whether it is clear, and what could have been seen.
 *
 * An interval that ends exactly at "nothing changed" still holds it. Example: an effect of −0.06 from −0.10 to −0.02
 * on 0.34 is clear; 80 % of such comparisons would have shown a drop of 17 %.
 */
export function toChange(found: Omit<Change, 'clear' | 'detectable'>): Change {
  const { scale, interval, before } = found;
  const nothing = scale === 'difference' ? 0 : 1;
  return {
    ...found,
    clear: interval[0] > nothing || interval[1] < nothing,
    detectable: detectable(scale, interval, before),
  };
}
