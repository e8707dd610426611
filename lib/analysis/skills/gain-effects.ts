import { type Effect, shrinkEffects } from '../../statistics/shrinkage/shrink-effects.ts';
import { type EasedRow, easedEffect, errorOf, strataOf } from './technique-effects.ts';

/**
 * What each technique may be expected to bring: de-escalations more for each opportunity that is handled effectively.
 * Those of which too little is known are taken for the mean of all; null where nothing is known of any.
 */
export function gainEffects(
  rows: readonly EasedRow[],
  techniques: readonly number[],
): ReadonlyMap<number, number | null> {
  const found = techniques.map((code) => toEffect(rows.filter(({ technique }) => technique === code)));
  const { effects } = shrinkEffects(found);
  return new Map(techniques.map((technique, place) => [technique, effects[place] ?? null]));
}

function toEffect(rows: readonly EasedRow[]): Effect | null {
  const { enough, stratified } = easedEffect(strataOf(rows));
  const error = stratified && errorOf(stratified);
  return enough && stratified && error ? { value: stratified.difference, error } : null;
}
