import { chiSquareQuantile, normalQuantile } from '../distributions.ts';
import type { Interval } from '../wilson.ts';
import { type FunnelForm, TRANSFORMS, type Transform } from './funnel-form.ts';

/** 95 % of units lie within the inner limits by chance alone, 99.8 % within the outer ones. */
export const Z_INNER = normalQuantile(0.975);
export const Z_OUTER = normalQuantile(0.999);

export interface FunnelLimits {
  inner: Interval;
  outer: Interval;
}

/** What limits are drawn by. */
export interface FunnelScale {
  form: FunnelForm;
  target: number;
  transform: Transform['name'];
  tau2: number;
}

/**
 * The limits of a unit of a given size: for drawing them as lines, and for judging a unit.
 *
 * Method: without variation between units (τ² 0) exact: shares target ± z √(target (1 − target) / n), cut at 0 and 1,
 * which is Wilson's interval turned round (PHEindicatormethods); events expected E: χ²(2E) / 2E below and
 * χ²(2(E + 1)) / 2E above, times the target. Else on the transformed scale target ± z √(s² + τ²), turned back
 * (FunnelPlotR). Unit: that of the value. `denominator` is above 0, else a RangeError. Example: a ratio with 10
 * expected: inner 0.480 to 1.839, outer 0.296 to 2.413.
 */
export function limitsAt(scale: FunnelScale, denominator: number): FunnelLimits {
  if (!(denominator > 0)) throw new RangeError(`a unit of ${denominator} has no limits`);
  return {
    inner: between(scale, denominator, Z_INNER, 0.025),
    outer: between(scale, denominator, Z_OUTER, 0.001),
  };
}

/** The events expected of a unit: its denominator for a ratio, that times the target for a rate. */
export function expectedOf(
  { form, target }: Pick<FunnelScale, 'form' | 'target'>,
  denominator: number,
): number {
  return form === 'rate' ? denominator * target : denominator;
}

function between(scale: FunnelScale, denominator: number, z: number, tail: number): Interval {
  const { form, target, tau2 } = scale;
  if (tau2 > 0) return widened(scale, denominator, z);
  if (form === 'share') {
    const reach = z * Math.sqrt((target * (1 - target)) / denominator);
    return [Math.max(0, target - reach), Math.min(1, target + reach)];
  }
  const expected = expectedOf(scale, denominator);
  if (expected === 0) return [0, 0];
  return [
    (target * chiSquareQuantile(tail, 2 * expected)) / (2 * expected),
    (target * chiSquareQuantile(1 - tail, 2 * (expected + 1))) / (2 * expected),
  ];
}

function widened(scale: FunnelScale, denominator: number, z: number): Interval {
  const { form, target, transform, tau2 } = scale;
  const { to, back, error } = TRANSFORMS[transform];
  const reach = z * Math.sqrt(error(expectedOf(scale, denominator)) ** 2 + tau2);
  if (form === 'share') return [back(to(target) - reach), back(to(target) + reach)];
  return [target * back(to(1) - reach), target * back(to(1) + reach)];
}
