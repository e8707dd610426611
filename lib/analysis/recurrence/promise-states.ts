/** What became of the promises of an incident, by its code: kept only where all that were due are. */
export const PROMISE_STATES = ['none', 'kept', 'broken', 'pending'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** Days within which a customer who comes back with the same trigger is told as a repeat. */
export const REPEAT_HORIZONS = [30, 60, 90] as const;
export type RepeatHorizon = (typeof REPEAT_HORIZONS)[number];

/** How long customers are followed, in days. */
export const FOLLOWED_DAYS = 90;
