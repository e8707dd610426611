import type { LocalDate, Window } from './filters.ts';
import { daysOf } from './local-dates.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date for people: "3 Nov 2026". */
export function dayWords(date: LocalDate): string {
  return `${dayAndMonth(date)} ${yearOf(date)}`;
}

/** A window for people, last day included: "18 May to 12 Nov 2026", "1 to 12 Nov 2026", "29 Feb 2024". */
export function windowWords(window: Window): string {
  const { firstDay, lastDay } = daysOf(window);
  if (firstDay === lastDay) return dayWords(firstDay);
  return `${beginning(firstDay, lastDay)} to ${dayWords(lastDay)}`;
}

/** The first day without what it shares with the last. */
function beginning(firstDay: LocalDate, lastDay: LocalDate): string {
  if (firstDay.slice(0, 4) !== lastDay.slice(0, 4)) return dayWords(firstDay);
  if (firstDay.slice(5, 7) !== lastDay.slice(5, 7)) return dayAndMonth(firstDay);
  return String(dayOf(firstDay));
}

function dayAndMonth(date: LocalDate): string {
  return `${dayOf(date)} ${MONTHS[Number(date.slice(5, 7)) - 1]}`;
}

function dayOf(date: LocalDate): number {
  return Number(date.slice(8, 10));
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}
