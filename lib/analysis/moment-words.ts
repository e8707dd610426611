import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import type { Moment } from './incident-record.ts';

/**
 * A moment in words, as exact as it is known: "3 Nov 2026, 09:42", "3 Nov 2026", "Nov 2026".
 * Minutes are shown in `timeZone` (an IANA name); a date or month is the same in every zone.
 */
export function describeMoment({ at, precision }: Moment, timeZone: string): string {
  if (precision === 'minute') return describeInstant(at, timeZone);
  return format(new TZDate(at, 'UTC'), precision === 'day' ? 'd MMM yyyy' : 'MMM yyyy');
}

/** An instant (milliseconds since 1970) to the minute in a zone: "3 Nov 2026, 09:42". */
export function describeInstant(at: number, timeZone: string): string {
  return format(new TZDate(at, timeZone), 'd MMM yyyy, HH:mm');
}
