import type { Precision } from '../taxonomy/fixed-sets.ts';
import { toLocal } from './zones.ts';

export interface Point {
  /** Milliseconds since 1970. */
  at: number;
  precision: Precision;
}

export interface DerivedTimes {
  /** The date in the workspace's zone. */
  occurredOn: string;
  /** Null unless the time is known to the minute. */
  occurredHour: number | null;
  minutesToClose: number | null;
  closedBeforeOccurred: boolean;
  reportedAfterMinutes: number | null;
}

/**
 * What follows from the times of an incident. A duration that comes out negative is a problem of the source: it is
 * left out, and for closing it is flagged.
 */
export function deriveTimes(
  occurred: Point,
  reported: Point | null,
  closed: Point | null,
  timeZone: string,
): DerivedTimes {
  const toClose = closed ? minutesBetween(occurred, closed, timeZone) : null;
  const toReport = reported ? minutesBetween(occurred, reported, timeZone) : null;
  return {
    occurredOn: dateOf(occurred, timeZone),
    occurredHour: occurred.precision === 'minute' ? toLocal(occurred.at, timeZone).hour : null,
    minutesToClose: toClose !== null && toClose >= 0 ? toClose : null,
    closedBeforeOccurred: toClose !== null && toClose < 0,
    reportedAfterMinutes: toReport !== null && toReport >= 0 ? toReport : null,
  };
}

/**
 * Elapsed minutes, negative backwards. If either end is only a date, both are taken as dates and whole days count;
 * if either is only a month, the duration is not known.
 */
export function minutesBetween(from: Point, until: Point, timeZone: string): number | null {
  if (from.precision === 'month' || until.precision === 'month') return null;
  if (from.precision === 'minute' && until.precision === 'minute') {
    return Math.floor((until.at - from.at) / 60_000);
  }
  return (dayNumber(until, timeZone) - dayNumber(from, timeZone)) * 24 * 60;
}

/** The local date of a point: a date stays itself in every zone. */
export function dateOf(point: Point, timeZone: string): string {
  if (point.precision === 'minute') return toLocal(point.at, timeZone).on;
  return new Date(point.at).toISOString().slice(0, 10);
}

const dayNumber = (point: Point, timeZone: string) => Date.parse(dateOf(point, timeZone)) / 86_400_000;
