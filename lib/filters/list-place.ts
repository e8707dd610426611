import type { LocalDate } from './filters.ts';
import { isLocalDate } from './local-dates.ts';

/** Where one incident stands in a sorted list: what it is sorted by, when it occurred, and its number. */
export interface ListKey {
  /** The id or the figure that the list is sorted by; null where a figure is not known, and in lists by moment or number. */
  value: string | number | null;
  day: LocalDate;
  /** Minutes after midnight UTC of that day: before it in zones ahead, beyond its end in zones behind. */
  minute: number;
  number: number;
}

/** Where a page of a list begins or ends: at an end of the list, or right beside an incident. */
export type ListPlace = 'first' | 'last' | { side: 'after' | 'before'; key: ListKey };

/** What the value in a key is: an id, a figure that may not be known, or nothing. */
export type KeyValue = 'id' | 'figure' | 'none';

/** A key as an address has it: `billing_error.2024-03-05.1380.120`, `4.2024-03-05.1380.120`, `2024-03-05.1380.120`. */
export function writeListKey({ value, day, minute, number }: ListKey, kind: KeyValue): string {
  const values = kind === 'none' ? [] : [value === null ? UNKNOWN : encodeURIComponent(value)];
  return [...values, day, minute, number].join('.');
}

/** The inverse of `writeListKey`, for a text that the address has decoded; null for what is no key of that kind. */
export function readListKey(text: string, kind: KeyValue): ListKey | null {
  const [, given, day = '', minute, number] =
    /^(?:(.+)\.)?(\d{4}-\d{2}-\d{2})\.(-?\d{1,4})\.(\d{1,10})$/.exec(text) ?? [];
  const value = readKeyValue(given, kind);
  if (value === undefined || !isLocalDate(day)) return null;
  const key = { value, day, minute: Number(minute), number: Number(number) };
  return Math.abs(key.minute) <= LONGEST && key.number <= LARGEST_NUMBER ? key : null;
}

const UNKNOWN = 'unknown';
const LARGEST_NUMBER = 2_147_483_647;
/** A local day begins or ends a day from that of UTC at most. */
const LONGEST = 2 * 24 * 60;

/** Undefined where there is no such value. */
function readKeyValue(given: string | undefined, kind: KeyValue): ListKey['value'] | undefined {
  if (kind === 'none') return given === undefined ? null : undefined;
  if (kind === 'id') return given;
  if (given === UNKNOWN) return null;
  return given !== undefined && /^\d{1,10}$/.test(given) ? Number(given) : undefined;
}
