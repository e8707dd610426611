import type { Fraction } from '../fraction.ts';
import { pooled, toRate, toShare } from '../fraction.ts';
import { rateInterval } from '../rate-interval.ts';
import { ARCSINE, type FunnelForm, LOG, SQUARE_ROOT, TRANSFORMS, type Transform } from './funnel-form.ts';
import {
  expectedOf,
  type FunnelLimits,
  type FunnelScale,
  limitsAt,
  Z_INNER,
  Z_OUTER,
} from './funnel-limits.ts';
import { overdispersion } from './overdispersion.ts';

/** A team, a site, an agent: its events and what they could have happened in (for a ratio, those expected). */
export interface FunnelUnit extends Fraction {
  id: string;
}

export interface FunnelPoint extends FunnelUnit {
  value: number;
  limits: FunnelLimits;
  /** Outside what chance explains: beyond the outer limits (1 unit in 500), or the inner ones only (1 in 20). */
  outside: { level: 'inner' | 'outer'; side: 'above' | 'below' } | null;
}

export interface Funnel extends FunnelScale {
  points: readonly FunnelPoint[];
  /** Units without anything that could have been counted. */
  leftOut: readonly string[];
  /** Mean squared z: above 1 units differ by more than chance. Limits include it where τ² is above 0. */
  phi: number;
  outliers: 'winsorise' | 'trim';
  /** Units behind φ and τ². */
  judged: number;
  /** Fewer than 10 units: the variation between them is unsure. */
  few: boolean;
}

export interface FunnelSettings {
  /** What units are held against: the pooled value of all of them, or 1 for a ratio, unless given. */
  target?: number;
  transform?: Transform['name'];
  outliers?: 'winsorise' | 'trim';
  /** Whether limits include the variation between units; they do unless told otherwise. */
  widen?: boolean;
}

const FEW_UNITS = 10;

/**
 * Which units lie outside what chance explains, each by its own size: no league table.
 *
 * Method: limits at 95 % and 99.8 % about the target (limitsAt), widened by the variation between units (overdispersion:
 * φ, τ²) on the scale of arcsine √ for shares, log for rates and ratios, or √ where a unit has no event. Without such
 * variation a share is outside beyond its limits, a rate or ratio where its Byar interval (exact below 10 events) does
 * not hold the target. Null with fewer than two units that counted anything. A unit's own events are in the pooled
 * target, a small bias that the sources accept. One unit in 20 is beyond 95 % by chance: act on 99.8 %. A RangeError
 * for a share outside 0 to 1, a negative side, a target that is none, or a scale that does not fit. Sources:
 * Spiegelhalter 2005, Statistics in Medicine 24:1185-1202; PHEindicatormethods; FunnelPlotR. Example: among twelve
 * units with 22.2 % pooled and limits not widened, 12 of 100 has outer limits 9.4 to 35.1 % and is not outside, 50 of
 * 150 has 11.7 to 32.7 % and is.
 */
export function funnel(
  form: FunnelForm,
  units: readonly FunnelUnit[],
  settings: FunnelSettings = {},
): Funnel | null {
  const counted = units.filter((unit) => (form === 'share' ? toShare(unit) : toRate(unit)) !== null);
  const { outliers = 'winsorise', widen = true } = settings;
  const target = settings.target ?? (form === 'ratio' ? 1 : pooled(counted));
  if (target === null || counted.length < 2) return null;
  if (!(target >= 0) || (form === 'share' && target > 1))
    throw new RangeError(`${target} is not a target of a ${form}`);
  const transform = chooseTransform(form, counted, settings.transform);
  const { phi, tau2, n } = spread({ form, target }, counted, transform, outliers);
  const scale: FunnelScale = { form, target, transform: transform.name, tau2: widen ? tau2 : 0 };
  return {
    ...scale,
    points: counted.map((unit) => toPoint(scale, unit)),
    leftOut: units.filter((unit) => !counted.includes(unit)).map(({ id }) => id),
    phi,
    outliers,
    judged: n,
    few: counted.length < FEW_UNITS,
  };
}

function chooseTransform(
  form: FunnelForm,
  units: readonly FunnelUnit[],
  asked: Transform['name'] | undefined,
): Transform {
  const hasNone = units.some(({ numerator }) => numerator === 0);
  const usual = form === 'share' ? ARCSINE : hasNone ? SQUARE_ROOT : LOG;
  const chosen = asked === undefined ? usual : TRANSFORMS[asked];
  if ((form === 'share') !== (chosen.name === 'arcsine'))
    throw new RangeError(`a ${form} has no ${chosen.name} scale`);
  if (chosen.name === 'log' && hasNone) throw new RangeError('a unit without events has no logarithm');
  return chosen;
}

function spread(
  scale: Pick<FunnelScale, 'form' | 'target'>,
  units: readonly FunnelUnit[],
  { to, error }: Transform,
  outliers: 'winsorise' | 'trim',
) {
  const { form, target } = scale;
  if (target === 0) return { phi: 0, tau2: 0, n: units.length };
  const errors = units.map(({ denominator }) => error(expectedOf(scale, denominator)));
  const z = units.map(({ numerator, denominator }, index) => {
    const value = numerator / denominator;
    const away = form === 'share' ? to(value) - to(target) : to(value / target) - to(1);
    return away / (errors[index] ?? Number.NaN);
  });
  return overdispersion(z, errors, outliers);
}

function toPoint(scale: FunnelScale, unit: FunnelUnit): FunnelPoint {
  const value = unit.numerator / unit.denominator;
  const limits = limitsAt(scale, unit.denominator);
  const beyond = (z: number, level: 'inner' | 'outer') => {
    const side = sideOf(scale, unit, value, limits[level], z);
    return side && { level, side };
  };
  return { ...unit, value, limits, outside: beyond(Z_OUTER, 'outer') ?? beyond(Z_INNER, 'inner') };
}

function sideOf(
  { form, target, tau2 }: FunnelScale,
  unit: FunnelUnit,
  value: number,
  [low, high]: readonly [number, number],
  z: number,
): 'above' | 'below' | null {
  if (form === 'share' || tau2 > 0) return value > high ? 'above' : value < low ? 'below' : null;
  const [from, to] = rateInterval(unit, z)?.interval ?? [target, target];
  return from > target ? 'above' : to < target ? 'below' : null;
}
