const DAY_MS = 86_400_000;

/** 24 months. */
export const DAYS = 730;

/** The days of the sample, numbered from 0; the last is the day before the one that it is dated by. */
export interface Calendar {
  /** The first day that the sample does not hold. */
  until: string;
  /** The local date of a day. */
  dateOf(day: number): string;
  /** Monday 0 to Sunday 6. */
  weekdayOf(day: number): number;
  /** 1 to 12. */
  monthOf(day: number): number;
  dayOfMonth(day: number): number;
  /** The Monday that lies so many weeks before the Monday on or before `until`. */
  weeksAgo(weeks: number): number;
  /** Local midnight of a day as if it were UTC, in milliseconds. */
  midnight(day: number): number;
}

/** @param until a local date such as `2026-11-03` */
export function calendarUntil(until: string): Calendar {
  const end = Date.parse(`${until}T00:00:00Z`);
  const first = end - DAYS * DAY_MS;
  const midnight = (day: number) => first + day * DAY_MS;
  const weekdayOf = (day: number) => (new Date(midnight(day)).getUTCDay() + 6) % 7;
  return {
    until,
    midnight,
    weekdayOf,
    dateOf: (day) => new Date(midnight(day)).toISOString().slice(0, 10),
    monthOf: (day) => new Date(midnight(day)).getUTCMonth() + 1,
    dayOfMonth: (day) => new Date(midnight(day)).getUTCDate(),
    weeksAgo: (weeks) => DAYS - weekdayOf(DAYS) - weeks * 7,
  };
}

const BY_WEEKDAY = [1.3, 1.13, 1.06, 1.0, 1.04, 0.86, 0.61];
/** A mild year: fuller in winter, emptier in summer. */
const BY_MONTH = [1.06, 1.03, 1.0, 0.98, 0.97, 0.95, 0.93, 0.94, 0.99, 1.02, 1.05, 1.05];

/** How busy a day is beside the average day: weekday and season. */
export function busyness(calendar: Calendar, day: number): number {
  return (BY_WEEKDAY[calendar.weekdayOf(day)] ?? 1) * (BY_MONTH[calendar.monthOf(day) - 1] ?? 1);
}
