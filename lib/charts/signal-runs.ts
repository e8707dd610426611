import type { ControlPoint, SignalState } from './chart-model.ts';

type Points = readonly Pick<ControlPoint, 'state' | 'value' | 'partial'>[];

/** The states that are signals, in the order in which their lines are drawn. */
export const SIGNAL_STATES = ['change', 'improvement', 'concern'] as const satisfies readonly SignalState[];

export type Signal = (typeof SIGNAL_STATES)[number];

/** Whether a point and a neighbour of it signal the same: together they are drawn as a line in its colour. */
export function isInRun(points: Points, index: number, state: SignalState): boolean {
  const is = (at: number) => points[at]?.state === state;
  return is(index) && (is(index - 1) || is(index + 1));
}

/** Whether a point is the newest of its run, which alone carries the run's shape; gaps do not end a run. */
export function isNewestOfRun(points: Points, index: number): boolean {
  const state = points[index]?.state;
  if (state === undefined || state === 'common') return false;
  const next = points.slice(index + 1).find(({ value, partial }) => value !== null && !partial);
  return next?.state !== state;
}
