import type { LocalDate, Window } from '../filters/filters.ts';
import { daysBetween, daysIn, shiftDays, startOfWeek } from '../filters/local-dates.ts';

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

/** The days of a window, or some of its weekdays, held against the days of which contacts are known. */
export function coverContacts(
  window: Window,
  known: readonly LocalDate[],
  isAskedFor: IsAskedFor = () => true,
): ContactCoverage {
  const has = new Set(known);
  const days = Array.from({ length: daysIn(window) }, (_, index) => shiftDays(window.from, index)).filter(
    (day) => isAskedFor(daysBetween(startOfWeek(day), day) + 1),
  );
  const missing: Window[] = [];
  let missingDays = 0;
  let isOpen = false;
  for (const day of days) {
    const isMissing = !has.has(day);
    const until = shiftDays(day, 1);
    const last = missing.at(-1);
    if (isMissing && isOpen && last) missing[missing.length - 1] = { ...last, until };
    else if (isMissing) missing.push({ from: day, until });
    isOpen = isMissing;
    missingDays += Number(isMissing);
  }
  return { days: days.length, missing, missingDays };
}
