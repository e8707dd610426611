import { TZDate } from '@date-fns/tz';
import { lightFormat } from 'date-fns';
import { dayWords } from '../filters/day-words.ts';
import { localDateAt } from '../filters/local-dates.ts';
import type { Moment } from './incident-record.ts';

/**
 * A moment in words, as exact as it is known: "3 Nov 2026, 09:42", "3 Nov 2026", "Nov 2026".
 * Minutes are shown in `timeZone` (an IANA name); a date or month is the same in every zone.
 */
export function describeMoment({ at, precision }: Moment, timeZone: string): string {
  if (precision === 'minute') return describeInstant(at, timeZone);
  const day = dayWords(localDateAt(at, 'UTC'));
  return precision === 'day' ? day : day.slice(day.indexOf(' ') + 1);
}

/** An instant (milliseconds since 1970) to the minute in a zone: "3 Nov 2026, 09:42". */
export function describeInstant(at: number, timeZone: string): string {
  return `${dayWords(localDateAt(at, timeZone))}, ${describeClock(at, timeZone)}`;
}

/** The time of day of an instant in a zone: "09:42". */
export function describeClock(at: number, timeZone: string): string {
  return lightFormat(new TZDate(at, timeZone), 'HH:mm');
}
