import { mean } from '../mean.ts';
import { quantile } from '../quantile.ts';

/** What happened in one case, and when: an instant in milliseconds. */
export interface PathEvent {
  activity: string;
  at: number;
}

export interface PathCase {
  events: readonly PathEvent[];
  /** Not ended yet: its last activity is no exit. */
  open?: boolean;
}

/** How often one activity came right after another, and after how many seconds. */
export interface Follows {
  from: string;
  to: string;
  count: number;
  meanSeconds: number;
  medianSeconds: number;
  leastSeconds: number;
  mostSeconds: number;
}

/** One sequence of activities and the cases that went exactly so. */
export interface PathVariant {
  activities: readonly string[];
  cases: number;
  /** Share of all cases that this variant and those before it hold. */
  cumulative: number;
}

export interface TracedPaths {
  cases: number;
  events: number;
  follows: readonly Follows[];
  starts: ReadonlyMap<string, number>;
  /** Last activities of the cases that have ended. */
  ends: ReadonlyMap<string, number>;
  /** Last activities of those that have not. */
  stillOpen: ReadonlyMap<string, number>;
  variants: readonly PathVariant[];
  /** Cases in which an activity came twice or more. */
  rework: ReadonlyMap<string, number>;
}

/**
 * The ways that cases take: what follows what, where they begin and end, and which sequences there are.
 *
 * Method: the activities of a case by time, those of one instant in the order given; each two neighbours count once
 * for their pair (directly-follows graph, a loop for itself). An open case has no end, so that it does not look like
 * an exit. Variants are equal sequences, the most frequent first, ties by name; a case without events is left out.
 * Unit of time: seconds between two instants, whatever clock they were written by. A time that is no number is a
 * RangeError. Sources: W. van der Aalst, Process Mining (2016), ch. 6; pm4py (discovery.dfg, variants), edeaR
 * (repetitions). Example: a, b, a and a, b: a to b twice, b to a once, a repeated in one case of two.
 */
export function tracePaths(given: readonly PathCase[]): TracedPaths {
  const traces = given.filter(({ events }) => events.length > 0).map(inOrder);
  const ends = (open: boolean) => traces.filter((trace) => trace.open === open).map(({ events }) => events);
  return {
    cases: traces.length,
    events: traces.reduce((sum, { events }) => sum + events.length, 0),
    follows: findFollows(traces),
    starts: countEach(traces.flatMap(({ events }) => namesOf(events.slice(0, 1)))),
    ends: countEach(ends(false).flatMap((events) => namesOf(events.slice(-1)))),
    stillOpen: countEach(ends(true).flatMap((events) => namesOf(events.slice(-1)))),
    variants: findVariants(traces),
    rework: countEach(traces.flatMap(({ events }) => repeatedIn(namesOf(events)))),
  };
}

type Trace = Required<PathCase>;

function inOrder({ events, open = false }: PathCase): Trace {
  const unread = events.find(({ at }) => !Number.isFinite(at));
  if (unread) throw new RangeError(`${unread.activity} has no time: ${unread.at}`);
  return { open, events: [...events].sort((one, other) => one.at - other.at) };
}

function findFollows(traces: readonly Trace[]): Follows[] {
  const waits = new Map<string, Map<string, number[]>>();
  for (const { events } of traces)
    for (const [index, { activity, at }] of events.entries()) {
      const next = events[index + 1];
      if (next) secondsOf(waits, activity, next.activity).push((next.at - at) / 1000);
    }
  const follows = [...waits].flatMap(([from, after]) =>
    [...after].map(([to, seconds]) => toFollows(from, to, seconds)),
  );
  return follows.sort((one, other) => byText(one.from, other.from) || byText(one.to, other.to));
}

function secondsOf(waits: Map<string, Map<string, number[]>>, from: string, to: string): number[] {
  const after = waits.get(from) ?? new Map<string, number[]>();
  const seconds = after.get(to) ?? [];
  waits.set(from, after.set(to, seconds));
  return seconds;
}

function toFollows(from: string, to: string, seconds: readonly number[]): Follows {
  return {
    from,
    to,
    count: seconds.length,
    meanSeconds: mean(seconds) ?? 0,
    medianSeconds: quantile(seconds, 0.5) ?? 0,
    leastSeconds: quantile(seconds, 0) ?? 0,
    mostSeconds: quantile(seconds, 1) ?? 0,
  };
}

function findVariants(traces: readonly Trace[]): PathVariant[] {
  const found = [...countEach(traces.map(({ events }) => JSON.stringify(namesOf(events))))];
  found.sort(([one, cases], [other, otherCases]) => otherCases - cases || byText(one, other));
  let covered = 0;
  return found.map(([sequence, cases]) => {
    covered += cases;
    return { activities: JSON.parse(sequence) as string[], cases, cumulative: covered / traces.length };
  });
}

function repeatedIn(activities: readonly string[]): string[] {
  return [...countEach(activities)].flatMap(([activity, times]) => (times > 1 ? [activity] : []));
}

function namesOf(events: readonly PathEvent[]): string[] {
  return events.map(({ activity }) => activity);
}

function countEach(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** By code units, the same on every machine. */
function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
