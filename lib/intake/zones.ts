import { tzOffset } from '@date-fns/tz';
import type { ClockChange } from '../taxonomy/fixed-sets.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * The instant of a local time. A time that a clock change skips moves forward by what was skipped, of a doubled one
 * the first is taken; `clock` says which it was.
 * @param wallMs the local time's digits as if they were UTC, in milliseconds since 1970
 */
export function toInstant(wallMs: number, timeZone: string): { at: number; clock: ClockChange } {
  const before = offsetMs(wallMs - DAY, timeZone);
  const after = offsetMs(wallMs + DAY, timeZone);
  if (before === after) return { at: wallMs - before, clock: 'none' };
  const withBefore = offsetMs(wallMs - before, timeZone) === before;
  const withAfter = offsetMs(wallMs - after, timeZone) === after;
  if (withBefore && withAfter) return { at: wallMs - Math.max(before, after), clock: 'doubled' };
  if (withAfter) return { at: wallMs - after, clock: 'none' };
  return { at: wallMs - before, clock: withBefore ? 'none' : 'skipped' };
}

/** The date and hour that clocks in the zone show at an instant. */
export function toLocal(at: number, timeZone: string): { on: string; hour: number } {
  const wall = new Date(at + offsetMs(at, timeZone));
  return { on: wall.toISOString().slice(0, 10), hour: wall.getUTCHours() };
}

function offsetMs(at: number, timeZone: string): number {
  const day = Math.floor(at / DAY);
  const days = daysOf(timeZone);
  let steady = days.get(day);
  if (steady === undefined) {
    const first = askOffsetMs(day * DAY, timeZone);
    steady = first === askOffsetMs((day + 1) * DAY, timeZone) ? first : null;
    days.set(day, steady);
  }
  return steady ?? askOffsetMs(at, timeZone);
}

/**
 * By zone and day of UTC the offset of the whole day, null where it changes in it; no zone changes there and back within
 * a day. To ask for each moment anew takes many times as long.
 */
const steadyDays = new Map<string, Map<number, number | null>>();
const MOST_DAYS = 20_000;

function daysOf(timeZone: string): Map<number, number | null> {
  const known = steadyDays.get(timeZone);
  if (known && known.size < MOST_DAYS) return known;
  const days = new Map<number, number | null>();
  steadyDays.set(timeZone, days);
  return days;
}

function askOffsetMs(at: number, timeZone: string): number {
  return tzOffset(timeZone, new Date(at)) * MINUTE;
}
