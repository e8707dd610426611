import type { Filters, Window } from './filters.ts';
import { daysIn, daysOf, shiftMonths, shiftWindow, startOfMonths } from './local-dates.ts';
import { isInRange } from './period-codec.ts';
import { resolveWindows } from './periods.ts';
import type { PeriodContext } from './preset-windows.ts';

/**
 * The filters with the period moved back or forward by its own length, as a custom period. A calendar month, quarter
 * or year moves to the next one, everything else by as many days. Null where there is no step: from all dates, into
 * years that a period cannot have, and forward to a period that would begin after today.
 *
 * Back and forward undo each other, except where days lead onto a calendar unit: it goes on as one.
 */
export function stepPeriod(
  filters: Filters,
  direction: 'back' | 'forward',
  context: PeriodContext,
): Filters | null {
  const { asked, period } = resolveWindows(filters, context);
  if (period.kind === 'preset' && period.preset === 'all') return null;
  const moved = move(asked, direction === 'back' ? -1 : 1);
  if (direction === 'forward' && moved.from > context.today) return null;
  const days = daysOf(moved);
  if (!isInRange(days.firstDay) || !isInRange(days.lastDay)) return null;
  return { ...filters, period: { kind: 'custom', ...days } };
}

function move(window: Window, sign: 1 | -1): Window {
  const months = CALENDAR_UNITS.find((unit) => isUnit(window, unit));
  if (!months) return shiftWindow(window, sign * daysIn(window));
  return {
    from: shiftMonths(window.from, sign * months),
    until: shiftMonths(window.until, sign * months),
  };
}

const CALENDAR_UNITS = [1, 3, 12] as const;

function isUnit({ from, until }: Window, months: 1 | 3 | 12): boolean {
  return startOfMonths(from, months) === from && shiftMonths(from, months) === until;
}
