import { TZDate } from '@date-fns/tz';
import type { LocalDate, Window } from './filters.ts';

/**
 * The calendar date of an instant in a time zone.
 *
 * `instantMs` is milliseconds since 1970 UTC; `timeZone` an IANA name. Throws a RangeError for a zone that does not
 * exist.
 */
export function localDateAt(instantMs: number, timeZone: string): LocalDate {
  const local = new TZDate(instantMs, timeZone);
  return write(local.getFullYear(), local.getMonth(), local.getDate());
}

/** Whether a text is a date of the calendar, written `YYYY-MM-DD`: 2024-02-29 is, 2023-02-29 is not. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = toDay(text);
  return !Number.isNaN(day) && text >= '0001' && toLocalDate(day) === text;
}

/** The date so many days later (earlier when negative). */
export function shiftDays(date: LocalDate, days: number): LocalDate {
  return toLocalDate(toDay(date) + days);
}

/** The date so many months later; the 31st becomes the last day of a shorter month. */
export function shiftMonths(date: LocalDate, months: number): LocalDate {
  const first = new Date(toDay(date) * DAY_MS);
  const place = first.getUTCDate();
  first.setUTCMonth(first.getUTCMonth() + months, 1);
  const next = new Date(first);
  next.setUTCMonth(first.getUTCMonth() + 1);
  const [from, until] = [first.getTime() / DAY_MS, next.getTime() / DAY_MS];
  return toLocalDate(from + Math.min(place, until - from) - 1);
}

/** Days from one date to a later one; 0 for the same date, negative backwards. */
export function daysBetween(from: LocalDate, until: LocalDate): number {
  return toDay(until) - toDay(from);
}

/** The Monday of the date's week. */
export function startOfWeek(date: LocalDate): LocalDate {
  const day = toDay(date);
  return toLocalDate(day - weekdayOf(day) + 1);
}

/** The day of the week of a number of days since 1 January 1970, from 1 for Monday to 7. */
export function weekdayOf(day: number): number {
  return ((((day + AFTER_MONDAY) % 7) + 7) % 7) + 1;
}

/** The first day of the date's stretch of so many months: 1 for its month, 3 for its quarter, 12 for its year. */
export function startOfMonths(date: LocalDate, months: 1 | 3 | 12): LocalDate {
  const monthIndex = Number(date.slice(5, 7)) - 1;
  const first = monthIndex - (monthIndex % months) + 1;
  return `${date.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
}

/** How many days a window holds. */
export function daysIn(window: Window): number {
  return daysBetween(window.from, window.until);
}

/** The window moved by so many days, as long as before. */
export function shiftWindow(window: Window, days: number): Window {
  return { from: shiftDays(window.from, days), until: shiftDays(window.until, days) };
}

/** The part that two windows share; null when they do not meet. */
export function intersection(one: Window, other: Window): Window | null {
  const from = one.from > other.from ? one.from : other.from;
  const until = one.until < other.until ? one.until : other.until;
  return from < until ? { from, until } : null;
}

/** The half-open window of a first and a last day, both included. */
export function windowOf(days: { firstDay: LocalDate; lastDay: LocalDate }): Window {
  return { from: days.firstDay, until: shiftDays(days.lastDay, 1) };
}

/** The first and the last day of a window, both included. */
export function daysOf(window: Window): { firstDay: LocalDate; lastDay: LocalDate } {
  return { firstDay: window.from, lastDay: shiftDays(window.until, -1) };
}

// Dates are reckoned in UTC, where no day is skipped, doubled or cut, whatever zone the machine is in. A page reckons
// thousands of them, so that a date object with a zone for each would be most of its time.

/** The number of a date: days since 1 January 1970, for those who reckon with many. */
export function toDay(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The date of a number of days since 1 January 1970. */
export function toLocalDate(day: number): LocalDate {
  const date = new Date(day * DAY_MS);
  return write(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
}

function write(year: number, month: number, date: number): LocalDate {
  if (Number.isNaN(date)) throw new RangeError('not a date of the calendar, or not a time zone');
  return `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

const DAY_MS = 86_400_000;
/** 1 January 1970 was three days after a Monday. */
const AFTER_MONDAY = 3;
