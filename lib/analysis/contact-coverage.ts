import type { Window } from '../filters/filters.ts';
import { toDay, toLocalDate, weekdayOf } from '../filters/local-dates.ts';

/** Of which days of a period contacts are known. */
export interface ContactCoverage {
  /** The days that are looked at. */
  days: number;
  /** Those of them without any number of contacts, in order, neighbours together. */
  missing: readonly Window[];
  missingDays: number;
}

/** Whether a day of the week, from 1 for Monday to 7, is looked at. */
type IsAskedFor = (weekday: number) => boolean;

/**
 * The days of a window, or some of its weekdays, held against the days of which contacts are known.
 * @param known days since 1 January 1970, in any order
 */
export function coverContacts(
  { from, until }: Window,
  known: Iterable<number>,
  isAskedFor: IsAskedFor = () => true,
): ContactCoverage {
  const has = new Set(known);
  const [first, end] = [toDay(from), toDay(until)];
  const missing: { from: number; until: number }[] = [];
  let [days, missingDays] = [0, 0];
  let isOpen = false;
  for (let day = first; day < end; day++) {
    if (!isAskedFor(weekdayOf(day))) continue;
    const isMissing = !has.has(day);
    const last = missing.at(-1);
    if (isMissing && isOpen && last) last.until = day + 1;
    else if (isMissing) missing.push({ from: day, until: day + 1 });
    isOpen = isMissing;
    days += 1;
    missingDays += Number(isMissing);
  }
  const stretches = missing.map((each) => ({ from: toLocalDate(each.from), until: toLocalDate(each.until) }));
  return { days, missing: stretches, missingDays };
}
