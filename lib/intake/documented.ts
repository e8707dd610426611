import type { Precision } from '../taxonomy/fixed-sets.ts';

export interface Documentation {
  precision: Precision;
  hasCustomer: boolean;
  /** A cue was noted, or a customer state. */
  hasBehaviour: boolean;
  hasTechnique: boolean;
  stepCount: number;
  hasOutcome: boolean;
}

/**
 * Which of the six things that the procedure asks for an incident says, as bits: date 1, time 2, customer 4,
 * behaviours 8, actions 16 (a technique, or a step beyond the first), outcome 32.
 */
export function documentedBits(said: Documentation): number {
  return [
    said.precision !== 'month',
    said.precision === 'minute',
    said.hasCustomer,
    said.hasBehaviour,
    said.hasTechnique || said.stepCount > 1,
    said.hasOutcome,
  ].reduce((bits, holds, index) => bits + (holds ? 2 ** index : 0), 0);
}
