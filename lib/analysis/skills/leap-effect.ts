import type { Fraction } from '../../statistics/fraction.ts';
import { LEAP_DONE, type LeapDone } from '../../taxonomy/leap.ts';
import { type EasedEffect, type EasedStratum, easedEffect } from './technique-effects.ts';

/** Incidents in which every step of LEAP had an opportunity, alike in trigger, state and how it was done. */
export interface LeapRow {
  trigger: number;
  state: number;
  /** A code of LEAP_DONE. */
  done: number;
  incidents: number;
  eased: number;
}

export interface LeapFindings {
  /** De-escalated by how LEAP was done. */
  done: Readonly<Record<LeapDone, Fraction>>;
  /** In full and in order against all else whose order is known. */
  effect: EasedEffect;
}

/** De-escalation where LEAP was done in full and in order, and where it was not. */
export function findLeapEffect(rows: readonly LeapRow[]): LeapFindings {
  const done = Object.fromEntries(
    LEAP_DONE.map((kind, code) => [kind, addUp(rows.filter((row) => row.done === code))]),
  ) as Record<LeapDone, Fraction>;
  return { done, effect: easedEffect(strata(rows)) };
}

function strata(rows: readonly LeapRow[]): EasedStratum[] {
  const compared = rows.filter(({ done }) => LEAP_DONE[done] !== 'unsure');
  const keys = [...new Set(compared.map(({ trigger, state }) => `${trigger} ${state}`))];
  return keys.flatMap((key) => {
    const layer = compared.filter(({ trigger, state }) => `${trigger} ${state}` === key);
    const [first] = layer;
    if (!first) return [];
    const isOrdered = ({ done }: LeapRow) => LEAP_DONE[done] === 'ordered';
    return [
      {
        trigger: first.trigger,
        state: first.state,
        exposed: addUp(layer.filter(isOrdered)),
        unexposed: addUp(layer.filter((row) => !isOrdered(row))),
      },
    ];
  });
}

function addUp(rows: readonly LeapRow[]): Fraction {
  return rows.reduce(
    (sum, { eased, incidents }) => ({
      numerator: sum.numerator + eased,
      denominator: sum.denominator + incidents,
    }),
    { numerator: 0, denominator: 0 },
  );
}
