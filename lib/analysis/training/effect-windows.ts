import type { LocalDate, Window } from '../../filters/filters.ts';
import { daysIn, shiftDays } from '../../filters/local-dates.ts';

/** The days before and after a session that its effect is read from; its own day is in neither. */
export interface EffectWindows {
  before: Window;
  after: Window;
}

/** A year on either side, so that a season weighs on both alike. */
const LONGEST = 364;

/**
 * Up to 52 weeks before the day of a session and 52 after it, as far as the record reaches. Days from today on are not
 * over yet. Null while there is no day on one of the sides.
 * @param coverage from the first to the last day of which there are records
 */
export function effectWindows(
  heldOn: LocalDate,
  { today, coverage }: { today: LocalDate; coverage: Window | null },
): EffectWindows | null {
  if (!coverage) return null;
  const before = { from: later(coverage.from, shiftDays(heldOn, -LONGEST)), until: heldOn };
  const first = shiftDays(heldOn, 1);
  const after = {
    from: first,
    until: earlier(earlier(today, coverage.until), shiftDays(first, LONGEST)),
  };
  return before.from < before.until && after.from < after.until ? { before, after } : null;
}

/** Whole weeks that have gone by since a session. */
export function weeksAfter({ after }: EffectWindows): number {
  return Math.floor(daysIn(after) / 7);
}

function earlier(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? one : other;
}

function later(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other;
}
