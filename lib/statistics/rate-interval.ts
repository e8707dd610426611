import { byar } from './byar.ts';
import { exactPoisson } from './exact-poisson.ts';
import type { Fraction } from './fraction.ts';
import type { Interval } from './wilson.ts';

export interface RateInterval {
  interval: Interval;
  method: 'exact' | 'byar';
}

const BYAR_FROM = 10;

/**
 * The range in which the true rate lies, from events (`numerator`) among contacts, days or whatever they could have
 * happened in (`denominator`); null when that is 0.
 *
 * Method: exact Poisson below 10 events, Byar's from 10 on, by the denominator, as Public Health England does it (R
 * package PHEindicatormethods, phe_rate). Unlike a share, a rate may exceed 1. 95 % unless another z is given. A
 * negative denominator or a numerator that is no count is a RangeError. Example: 20 of 4,000 contacts:
 * 0.0050, from 0.0031 to 0.0077 (Byar).
 */
export function rateInterval({ numerator, denominator }: Fraction, z?: number): RateInterval | null {
  if (!(denominator >= 0)) throw new RangeError(`${numerator} in ${denominator} is not a rate`);
  const method = numerator < BYAR_FROM ? 'exact' : 'byar';
  const [low, high] = method === 'exact' ? exactPoisson(numerator, z) : byar(numerator, z);
  if (denominator === 0) return null;
  return { interval: [low / denominator, high / denominator], method };
}
