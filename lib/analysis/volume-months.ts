import type { LocalDate, Window } from '../filters/filters.ts';
import { daysBetween, shiftDays, shiftMonths } from '../filters/local-dates.ts';

/** The contacts of one team on one channel, from their first day on. */
export interface VolumeSeries {
  teamId: number;
  channel: number;
  firstDay: LocalDate;
  lastDay: LocalDate;
}

/** On how many days of a month there are contacts of a team and channel. */
export interface DaysOfMonth {
  teamId: number;
  channel: number;
  month: LocalDate;
  days: number;
}

/**
 * How many numbers a month lacks: the days of each team and channel between its own first and last day on which there
 * is none. Before the first and after the last nothing is missing: a team began, or was closed.
 */
export function countMissing(
  month: LocalDate,
  series: readonly VolumeSeries[],
  counted: readonly DaysOfMonth[],
): number {
  const days = new Map(counted.filter((one) => one.month === month).map((one) => [keyOf(one), one.days]));
  return series.reduce((sum, one) => {
    const expected = expectedIn(month, one);
    if (!expected) return sum;
    return sum + daysBetween(expected.from, expected.until) - (days.get(keyOf(one)) ?? 0);
  }, 0);
}

/** The stretches of days in a month on which a team and channel have no number although they have some before and after. */
export function missingStretches(
  month: LocalDate,
  series: VolumeSeries,
  present: ReadonlySet<LocalDate>,
): Window[] {
  const expected = expectedIn(month, series);
  if (!expected) return [];
  const stretches: Window[] = [];
  for (let day = expected.from; day < expected.until; day = shiftDays(day, 1)) {
    if (present.has(day)) continue;
    const last = stretches.at(-1);
    if (last?.until === day) last.until = shiftDays(day, 1);
    else stretches.push({ from: day, until: shiftDays(day, 1) });
  }
  return stretches;
}

/** The days of a month within the life of a series; null where there is none. */
export function expectedIn(month: LocalDate, { firstDay, lastDay }: VolumeSeries): Window | null {
  const end = shiftMonths(month, 1);
  const from = firstDay > month ? firstDay : month;
  const until = shiftDays(lastDay, 1) < end ? shiftDays(lastDay, 1) : end;
  return from < until ? { from, until } : null;
}

const keyOf = ({ teamId, channel }: { teamId: number; channel: number }) => `${teamId} ${channel}`;
