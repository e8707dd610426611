import type { Fraction } from '../fraction.ts';
import { newcombe } from '../newcombe.ts';
import { type Change, toChange } from './change.ts';

/**
 * What became of a share: after − before with its range; null when either side has no records.
 *
 * Method: Newcombe's interval of two independent shares (1998, Statistics in Medicine 17:873-890, method 10). Unit:
 * shares 0 to 1. A numerator outside 0 to its denominator is a RangeError. Example: 1 of 34 before, 7 of 34 after:
 * 0.1765, from 0.0189 to 0.3404.
 */
export function shareChange(before: Fraction, after: Fraction): Change | null {
  const interval = newcombe(after, before);
  if (interval === null) return null;
  const [was, is] = [before.numerator / before.denominator, after.numerator / after.denominator];
  return toChange({
    scale: 'difference',
    method: 'newcombe',
    before: was,
    after: is,
    effect: is - was,
    interval,
    n: { before: before.denominator, after: after.denominator },
  });
}
