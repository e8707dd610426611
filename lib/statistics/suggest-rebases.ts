import { type CandidateLimits, candidateLimits } from './candidate-limits.ts';
import type { ChartSettings, ControlChart, Span } from './control-chart.ts';
import { LONG_RUN, runsFrom, type SideRun } from './side-runs.ts';

/** The usual range before or after a suggested rebase, at the point where it lies. */
export interface RangeAt {
  centre: number;
  lower: number | null;
  upper: number | null;
}

/** A point from which a series seems to have settled at another level, and what speaks for it. */
export interface RebaseSuggestion {
  /** First point of the new level. */
  index: number;
  direction: 'up' | 'down';
  /** Points in a row on the new side of the old centre, the first among them. */
  run: number;
  before: RangeAt;
  after: RangeAt;
  /**
   * How far the centre moves, in old standard deviations; null where limits are not symmetric. Runs come by chance,
   * too: of suggestions in series where nothing happens nine in ten are below 1.
   */
  sigmas: number | null;
  /** The points that the new limits come from, and those of them that are left out as extreme. */
  period: Span;
  excluded: readonly number[];
}

/** A run that was looked at and is no new level. */
export interface RejectedShift {
  index: number;
  direction: 'up' | 'down';
  /** It turned within its own period; or its newest run lies on the other side and may go on. */
  because: 'opposite_run' | 'may_return';
}

export interface RebaseSuggestions {
  suggestions: readonly RebaseSuggestion[];
  rejected: readonly RejectedShift[];
}

/**
 * Where limits could restart because a series has settled at another level. A suggestion, never done silently: a
 * person accepts it with a reason, or does not.
 *
 * Method: Stable Shift Algorithm. Limits come from the first 21 points with a value (24 are right for months), up to
 * three extreme ones left out, and are extended. At the first run of 8 on one side after that period, candidate limits
 * come from the run's first point in the same way. They are rejected where a run of 8 on the other side, not their
 * first run, begins within their period ("opposite run"), or where the last run of that period lies on the other side
 * and still goes on ("no regrets": the next points could undo it). Accepted ones hold from there on. Points on the
 * centre and gaps end a run. `chart` draws the series with the settings given to it; `from` is where the stretch in
 * force begins. A RangeError for fewer than 12 `points`. Sources: T. Woodcock, I. O'Connor and D. Bell, BMJ Quality & Safety 2025
 * (10.1136/bmjqs-2025-019263); the R package autospc. Example: 25 points about 11, then 25 about 31: one suggestion
 * at the 26th, up, run of 25.
 */
export function suggestRebases(
  chart: (settings: ChartSettings) => ControlChart,
  options: { points?: number; from?: number } = {},
): RebaseSuggestions {
  const { points = 21, from = 0 } = options;
  const suggestions: RebaseSuggestion[] = [];
  const rejected: RejectedShift[] = [];
  let limits = candidateLimits(chart, from, points);
  let at = limits?.period.until ?? 0;
  while (limits) {
    const starts = shiftStarts(limits, at);
    const index = starts[0];
    if (index === undefined) break;
    const direction = limits.sides[index] === 1 ? 'up' : 'down';
    const candidate = candidateLimits(chart, index, points);
    if (!candidate) break;
    const because = objection(candidate, index, direction === 'up' ? 1 : -1);
    if (because === null) {
      suggestions.push(toSuggestion(limits, candidate, index, direction));
      limits = candidate;
      at = candidate.period.until;
    } else {
      rejected.push({ index, direction, because });
      at = runLeft(limits, index) >= LONG_RUN ? index + 1 : (starts[1] ?? index + 1);
    }
  }
  return { suggestions, rejected };
}

/** First points of long runs from a point on; a run under way counts from there while 8 of it are left. */
function shiftStarts({ sides }: CandidateLimits, at: number): number[] {
  const long = runsFrom(sides, 0).filter(({ isLong }) => isLong);
  const underWay = long.find(({ from, until }) => from < at && until - at >= LONG_RUN);
  const later = long.filter(({ from }) => from >= at).map(({ from }) => from);
  return underWay ? [at, ...later] : later;
}

function objection(
  { sides, period }: CandidateLimits,
  index: number,
  side: 1 | -1,
): RejectedShift['because'] | null {
  const [, ...later] = runsFrom(sides, index);
  const isOpposite = (run: SideRun) => run.isLong && run.side === -side && run.from < period.until;
  if (later.some(isOpposite)) return 'opposite_run';
  const last = sides.slice(index, period.until).findLastIndex((value) => value !== 0) + index;
  const open = sides.slice(last).filter((value) => value !== 0);
  return sides[last] === -side && open.every((value) => value === -side) ? 'may_return' : null;
}

function runLeft({ sides }: CandidateLimits, index: number): number {
  const [run] = runsFrom(sides, index);
  return run ? run.until - run.from : 0;
}

function toSuggestion(
  old: CandidateLimits,
  candidate: CandidateLimits,
  index: number,
  direction: 'up' | 'down',
): RebaseSuggestion {
  const at = ({ centre, points }: CandidateLimits): RangeAt => {
    const { lower = null, upper = null } = points[index] ?? {};
    return { centre, lower, upper };
  };
  const { period, excluded } = candidate;
  const sigma = old.points[index]?.sigma ?? null;
  const sigmas = sigma ? (candidate.centre - old.centre) / sigma : null;
  return {
    index,
    direction,
    run: runLeft(old, index),
    before: at(old),
    after: at(candidate),
    sigmas,
    period,
    excluded,
  };
}
