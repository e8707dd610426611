import { type Comparison, PERIOD_PRESETS, type Period } from './filters.ts';
import { isLocalDate } from './local-dates.ts';
import type { Reading } from './search-params.ts';

/** Years outside of these are taken for slips of the pen. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2200;

/** Reads `last-12-weeks` or `2023-01-01..2023-12-31` (last day included). */
export function readPeriod(text: string): Reading<Period> {
  const preset = PERIOD_PRESETS.find((one) => one === text);
  if (preset) return { read: { kind: 'preset', preset } };
  return readRange(
    text,
    'this is neither one of the periods offered nor two dates such as 2023-01-01..2023-12-31',
  );
}

/** Reads one comparison, or two at once: `previous,last-year`. */
export function readComparisons(text: string): Reading<Comparisons> {
  const [first = '', second, ...more] = text.split(',');
  const reading = readComparison(first);
  if ('reason' in reading || second === undefined) return withAlso(reading, null);
  if (more.length > 0) return { reason: 'at most two comparisons are made at once' };
  const other = readComparison(second);
  if ('reason' in other) return other;
  const both = [reading.read, other.read];
  if (both.some(({ kind }) => kind === 'none')) return { reason: 'none stands alone' };
  return withAlso(reading, first === second ? null : other.read);
}

/** What the period is compared with, and what it is compared with besides. */
export interface Comparisons {
  comparison: Comparison;
  also: Comparison | null;
}

function withAlso(reading: Reading<Comparison>, also: Comparison | null): Reading<Comparisons> {
  return 'read' in reading ? { read: { comparison: reading.read, also } } : reading;
}

/** Reads `previous`, `last-year`, `none` or a range of dates. */
function readComparison(text: string): Reading<Comparison> {
  const kind = NAMED_COMPARISONS.find((one) => one === text);
  if (kind) return { read: { kind } };
  return readRange(
    text,
    'a comparison is previous, last-year, none or two dates such as 2022-01-01..2022-12-31',
  );
}

/** The period as URLs carry it; null for the default, which is left out. */
export function writePeriod(period: Period): string | null {
  if (period.kind === 'default') return null;
  return period.kind === 'preset' ? period.preset : `${period.firstDay}..${period.lastDay}`;
}

/** One comparison or two as URLs carry them; null for the default, which is left out. */
export function writeComparisons({ comparison, also }: Comparisons): string | null {
  if (also) return [comparison, also].map(writeComparison).join(',');
  return comparison.kind === 'previous' ? null : writeComparison(comparison);
}

function writeComparison(comparison: Comparison): string {
  return comparison.kind === 'custom' ? `${comparison.firstDay}..${comparison.lastDay}` : comparison.kind;
}

// Compared by hand: this is on pages with a list, which would load all of Zod for it.
const NAMED_COMPARISONS = ['previous', 'last-year', 'none'] as const;

function readRange(text: string, otherwise: string): Reading<Period & Comparison & { kind: 'custom' }> {
  const [, firstDay, lastDay] = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
  if (firstDay === undefined || lastDay === undefined) return { reason: otherwise };
  for (const day of [firstDay, lastDay]) {
    if (!isLocalDate(day)) return { reason: `there is no ${day} in the calendar` };
    if (!isInRange(day)) return { reason: `years run from ${FIRST_YEAR} to ${LAST_YEAR}` };
  }
  if (firstDay > lastDay) return { reason: 'the first day is after the last' };
  return { read: { kind: 'custom', firstDay, lastDay } };
}

/** Whether a date lies in the years that a period may have. */
export function isInRange(day: string): boolean {
  const year = Number(day.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}
