import type { LocalDate, PeriodPreset, Window } from './filters.ts';
import { shiftDays, shiftMonths, startOfMonths, startOfWeek } from './local-dates.ts';

/** What a period is resolved against: the workspace's date now, and the first to last date of the record. */
export interface PeriodContext {
  today: LocalDate;
  /** Null while nothing is recorded. */
  coverage: Window | null;
}

/** What a page shows when no period is asked for. */
export const DEFAULT_PRESET: PeriodPreset = '26-weeks-to-date';

/** The window that a preset stands for today, to its end also where that has not come yet. */
export function presetWindow(preset: PeriodPreset, context: PeriodContext): Window {
  return windows[preset](context);
}

const windows: Record<PeriodPreset, (context: PeriodContext) => Window> = {
  'last-4-weeks': ({ today }) => weeksBefore(startOfWeek(today), 4),
  'last-12-weeks': ({ today }) => weeksBefore(startOfWeek(today), 12),
  'last-26-weeks': ({ today }) => weeksBefore(startOfWeek(today), 26),
  'last-52-weeks': ({ today }) => weeksBefore(startOfWeek(today), 52),
  '26-weeks-to-date': ({ today }) => weeksBefore(shiftDays(startOfWeek(today), 7), 26),
  'this-month': ({ today }) => months(startOfMonths(today, 1), 1),
  'last-month': ({ today }) => months(shiftMonths(startOfMonths(today, 1), -1), 1),
  'this-quarter': ({ today }) => months(startOfMonths(today, 3), 3),
  'last-quarter': ({ today }) => months(shiftMonths(startOfMonths(today, 3), -3), 3),
  'this-year': ({ today }) => months(startOfMonths(today, 12), 12),
  'last-year': ({ today }) => months(shiftMonths(startOfMonths(today, 12), -12), 12),
  all: ({ today, coverage }) => coverage ?? { from: today, until: shiftDays(today, 1) },
};

function weeksBefore(until: LocalDate, weeks: number): Window {
  return { from: shiftDays(until, -7 * weeks), until };
}

function months(from: LocalDate, count: number): Window {
  return { from, until: shiftMonths(from, count) };
}
