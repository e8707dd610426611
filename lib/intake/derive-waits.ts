import { minutesBetween, type Point } from './derive-times.ts';

/**
 * How many minutes each step stayed before the next; the last one until closing. Null where an end is not known,
 * where the case is still open, or where the source has them backwards.
 */
export function deriveWaits(
  steps: readonly (Point | null)[],
  closed: Point | null,
  timeZone: string,
): (number | null)[] {
  return steps.map((from, index) => {
    const until = index + 1 < steps.length ? steps[index + 1] : closed;
    if (!from || !until) return null;
    const minutes = minutesBetween(from, until, timeZone);
    return minutes !== null && minutes >= 0 ? minutes : null;
  });
}

/** Steps by time, ties in the order given; as given when the time of one is not known. */
export function inTimeOrder<T>(steps: readonly T[], atOf: (step: T) => number | null): T[] {
  const timed = steps.map((step) => ({ step, at: atOf(step) ?? Number.NaN }));
  if (timed.some(({ at }) => Number.isNaN(at))) return [...steps];
  return timed.sort((one, other) => one.at - other.at).map(({ step }) => step);
}
