import type { ClockChange, Precision } from '../taxonomy/fixed-sets.ts';
import { type DateForm, readDateForm, type WallTime } from './date-forms.ts';
import { toInstant } from './zones.ts';

/** A point in time as exact as it was given. A date or a month stands at its first midnight in UTC, in every zone. */
export interface Moment {
  /** Milliseconds since 1970. */
  at: number;
  precision: Precision;
  clock: ClockChange;
}

export interface TimeReading {
  forms: readonly { text: string; form: DateForm }[];
  /** The zone of times that name no offset. */
  timeZone: string;
  /** Where the source is less exact than its form; null: as exact as the form. */
  precision: Precision | null;
}

/** Years outside are slips or stand-ins ("0001", "9999") rather than times. */
export const FIRST_YEAR = 1950;
export const LAST_YEAR = 2100;

/** The moment that a text says, or in words why it says none. */
export function readMoment(text: string, reading: TimeReading): Moment | string {
  for (const { form } of reading.forms) {
    const wall = readDateForm(text, form);
    if (wall) return problemOf(wall, text) ?? toMoment(wall, reading);
  }
  const forms = reading.forms.map((form) => form.text).join(' or ');
  return `"${shorten(text)}" is not a time of the form ${forms}`;
}

function problemOf({ year, month, day, hour, minute, second }: WallTime, text: string): string | null {
  if (month < 1 || month > 12) return `"${text}" names month ${month}`;
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return `"${text}" names the year ${year}; ${FIRST_YEAR} to ${LAST_YEAR} are taken`;
  }
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day !== null && (day < 1 || day > days)) {
    return `"${text}" names day ${day}, but that month has ${days}`;
  }
  if (hour !== null && (hour > 23 || minute > 59 || second > 59)) return `"${text}" names no time of day`;
  return null;
}

function toMoment(wall: WallTime, { timeZone, precision }: TimeReading): Moment {
  const { year, month, day, hour, minute, second, offsetMinutes } = wall;
  const exact = precision ?? precisionOf(wall);
  if (exact !== 'minute') {
    const at = Date.UTC(year, month - 1, exact === 'day' ? (day ?? 1) : 1);
    return { at, precision: exact, clock: 'none' };
  }
  const wallMs = Date.UTC(year, month - 1, day ?? 1, hour ?? 0, minute, second);
  if (offsetMinutes !== null) {
    return { at: wallMs - offsetMinutes * 60_000, precision: 'minute', clock: 'none' };
  }
  return { ...toInstant(wallMs, timeZone), precision: 'minute' };
}

function precisionOf({ hour, day }: WallTime): Precision {
  if (hour !== null) return 'minute';
  return day === null ? 'month' : 'day';
}

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
