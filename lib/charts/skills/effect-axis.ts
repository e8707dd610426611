import type { Stratified } from '../../statistics/association/mantel-haenszel.ts';
import { formatCount } from '../format.ts';
import type { EffectMark } from './effect-model.ts';

/** One axis for every cell, so that they can be compared by eye. */
const FROM = -0.38;
const TO = 0.5;

export function placeOf(difference: number): number {
  return Math.min(1, Math.max(0, (difference - FROM) / (TO - FROM)));
}

export const EFFECT_AXIS = {
  zero: placeOf(0),
  ticks: [-0.25, 0, 0.25].map((at) => ({ at: placeOf(at), label: points(at) })),
};

/** A difference of shares in points, its sign said: "+14", "−7", "0". */
export function points(difference: number): string {
  const whole = Math.round(difference * 100);
  return whole > 0 ? `+${formatCount(whole)}` : formatCount(whole);
}

/** Where a difference and its range lie. */
export function toMark(
  { difference, differenceInterval }: Stratified,
  crude: number | null,
  state: EffectMark['state'],
): EffectMark {
  const [low, high] = differenceInterval ?? [difference, difference];
  return {
    at: placeOf(difference),
    low: placeOf(low),
    high: placeOf(high),
    isCut: [low < FROM, high > TO],
    crude: crude === null || crude < FROM || crude > TO ? null : placeOf(crude),
    state,
  };
}
