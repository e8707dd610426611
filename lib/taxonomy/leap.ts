import { TECHNIQUES } from './editable-sets.ts';

/** LEAP: the four steps of a conversation, in their order, and the techniques of each. One technique may serve two. */
export const LEAP_STEPS = [
  { id: 'listen', label: 'Listen', techniques: ['active_listening', 'paraphrasing', 'open_questions'] },
  {
    id: 'empathise',
    label: 'Empathise',
    techniques: ['validating_feelings', 'patience', 'sincere_apology', 'personalisation', 'mirroring'],
  },
  { id: 'ask', label: 'Ask', techniques: ['root_cause_probing', 'open_questions'] },
  {
    id: 'produce',
    label: 'Produce a solution',
    techniques: ['offering_options', 'small_steps', 'setting_expectations', 'confirming_agreement'],
  },
] as const;

/** The codes of each step's techniques, in the order of the steps. */
export const LEAP_CODES: readonly (readonly number[])[] = LEAP_STEPS.map(({ techniques }) =>
  TECHNIQUES.filter(({ id }) => techniques.some((one) => one === id)).map(({ code }) => code),
);

/**
 * How LEAP was done where each step had an opportunity: each step handled effectively, and so that listening came before
 * empathising, that before the last question and that before the last proposal; in another order; in an order that
 * nobody wrote down; or not each step.
 */
export const LEAP_DONE = ['ordered', 'unordered', 'unsure', 'part'] as const;
export type LeapDone = (typeof LEAP_DONE)[number];

export type LeapStepId = (typeof LEAP_STEPS)[number]['id'];
