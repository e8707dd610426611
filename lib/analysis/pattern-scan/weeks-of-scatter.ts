import type { Window } from '../../filters/filters.ts';
import { daysIn, intersection, shiftDays, startOfWeek } from '../../filters/local-dates.ts';
import type { Windows } from '../../filters/periods.ts';

const WEEKS = 26;
const ENOUGH = 8;

/**
 * The whole weeks of the record that tell how much counts scatter: up to 26 before the period, so that what has happened
 * in it does not count as its own usual; where there are fewer than 8 of them those of the period itself.
 */
export function weeksOfScatter({ current, coverage }: Pick<Windows, 'current' | 'coverage'>): Window {
  const end = startOfWeek(current.from);
  const before = wholeWeeks({ from: shiftDays(end, -7 * WEEKS), until: end }, coverage);
  return daysIn(before) >= 7 * ENOUGH ? before : wholeWeeks(current, coverage);
}

/** The weeks from Monday that lie wholly in a window and in the record; a window of no days where there are none. */
function wholeWeeks(window: Window, coverage: Window | null): Window {
  const shared = coverage && intersection(window, coverage);
  if (!shared) return { from: window.from, until: window.from };
  const from = startOfWeek(shiftDays(shared.from, 6));
  const until = startOfWeek(shared.until);
  return from < until ? { from, until } : { from, until: from };
}
