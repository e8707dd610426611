import { kaplanMeier } from '../../statistics/kaplan-meier.ts';
import type { Interval } from '../../statistics/wilson.ts';
import { PROMISE_STATES, type PromiseState } from './promise-states.ts';

/** So many days after their incident: how many came back, and how many were followed no longer. */
export interface ReturnRow {
  /** A code of PROMISE_STATES. */
  state: number;
  days: number;
  events: number;
  censored: number;
}

export interface ReturnStep {
  day: number;
  /** Who came back by then. */
  share: number;
  interval: Interval;
}

/** Who comes back by when, after incidents of one kind. */
export interface ReturnCurve {
  state: PromiseState;
  n: number;
  /** From day 0 on; the share holds until the next step. */
  steps: readonly ReturnStep[];
  /** The last day to which anybody was followed. */
  until: number;
  /** How many were still followed on a day, those who came back on it among them. */
  followedOn(day: number): number;
}

export interface Returns {
  /** What was broken first, then what was not promised, then what was kept; those of at least ten incidents. */
  curves: readonly ReturnCurve[];
  /** Incidents by what became of their promises; those whose day has not come are in no curve. */
  counts: Readonly<Record<PromiseState, number>>;
  n: number;
}

/** From so many incidents on there is a curve. */
export const LEAST_FOLLOWED = 10;

const ORDER: readonly PromiseState[] = ['broken', 'none', 'kept'];

/** When customers come back with the same trigger, by what became of the promise: 1 − Kaplan-Meier. */
export function findReturns(rows: readonly ReturnRow[]): Returns {
  const of = (state: PromiseState) => rows.filter((row) => PROMISE_STATES[row.state] === state);
  const countOf = (state: PromiseState) => sum(of(state));
  return {
    curves: ORDER.filter((state) => countOf(state) >= LEAST_FOLLOWED).map((state) =>
      toCurve(state, of(state)),
    ),
    counts: {
      none: countOf('none'),
      kept: countOf('kept'),
      broken: countOf('broken'),
      pending: countOf('pending'),
    },
    n: sum(rows),
  };
}

/** Who was back by a day; null where nobody was followed as long. */
export function backBy({ steps, until }: ReturnCurve, day: number): ReturnStep | null {
  if (day > until) return null;
  return steps.findLast((step) => step.day <= day) ?? null;
}

function toCurve(state: PromiseState, rows: readonly ReturnRow[]): ReturnCurve {
  const found = kaplanMeier(rows.map(({ days, events, censored }) => ({ time: days, events, censored })));
  const steps: ReturnStep[] = [{ day: 0, share: 0, interval: [0, 0] }];
  for (const { time, survival, interval } of found?.steps ?? []) {
    // Once all are back the range cannot be told any more; the share itself is all that is known then.
    const [low, high] = interval ?? [survival, survival];
    const step: ReturnStep = { day: time, share: 1 - survival, interval: [1 - high, 1 - low] };
    if (time === 0) steps[0] = step;
    else steps.push(step);
  }
  return {
    state,
    n: sum(rows),
    steps,
    until: Math.max(0, ...rows.map(({ days }) => days)),
    followedOn: (day) => sum(rows.filter(({ days }) => days >= day)),
  };
}

function sum(rows: readonly ReturnRow[]): number {
  return rows.reduce((all, { events, censored }) => all + events + censored, 0);
}
