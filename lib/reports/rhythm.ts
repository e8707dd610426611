import { localDateAt, shiftDays } from '../filters/local-dates.ts';
import { toInstant } from '../intake/zones.ts';

export const RHYTHM_KINDS = ['daily', 'weekly', 'monthly'] as const;
export type RhythmKind = (typeof RHYTHM_KINDS)[number];

/** When something is done again and again, by the clock of a time zone. */
export interface Rhythm {
  kind: RhythmKind;
  /** Of `weekly`: 1 is Monday, 7 Sunday. */
  weekday: number;
  /** Of `monthly`: in a month that is shorter it is the last day. */
  monthDay: number;
  /** 0 to 23. */
  hour: number;
}

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/**
 * The first time of a rhythm after an instant; both in milliseconds since 1970.
 *
 * The hour is that of the clocks in `timeZone`, so that 07:00 stays 07:00 through the year. An hour that the clocks
 * skip is kept at the moment to which they go forward; of one that comes twice the first counts, and only that.
 * Throws a RangeError for a zone that does not exist.
 */
export function nextTime(rhythm: Rhythm, timeZone: string, after: number): number {
  let day = localDateAt(after, timeZone);
  for (let ahead = 0; ahead <= LONGEST_DAYS; ahead += 1) {
    if (isOn(rhythm, day)) {
      const wall = Date.parse(`${day}T00:00:00Z`) + rhythm.hour * HOUR_MS;
      const { at } = toInstant(wall, timeZone);
      if (at > after) return at;
    }
    day = shiftDays(day, 1);
  }
  throw new RangeError('a rhythm without a day');
}

/** "every day at 07:00", "every Monday at 07:00", "on day 31 of each month at 07:00". */
export function describeRhythm({ kind, weekday, monthDay, hour }: Rhythm): string {
  const clock = `${String(hour).padStart(2, '0')}:00`;
  if (kind === 'daily') return `every day at ${clock}`;
  if (kind === 'weekly') return `every ${WEEKDAYS[weekday - 1]} at ${clock}`;
  return `on day ${monthDay} of each month at ${clock}`;
}

const HOUR_MS = 3_600_000;
/** From one 31st to the next there is never more than two months. */
const LONGEST_DAYS = 63;

function isOn({ kind, weekday, monthDay }: Rhythm, day: string): boolean {
  if (kind === 'daily') return true;
  const date = new Date(`${day}T00:00:00Z`);
  if (kind === 'weekly') return (date.getUTCDay() + 6) % 7 === weekday - 1;
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.getUTCDate() === Math.min(monthDay, lastDay);
}
