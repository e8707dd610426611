import { dayWords, windowWords } from './day-words.ts';
import type { Comparison, Period, PeriodPreset, Window } from './filters.ts';
import { daysIn, daysOf, intersection, startOfWeek } from './local-dates.ts';
import { againstAlso, untilRecordEnds, type Windows } from './periods.ts';
import { DEFAULT_PRESET } from './preset-windows.ts';

/** The periods that are offered, as the picker names them. */
export const PRESET_LABELS: Record<PeriodPreset, string> = {
  'last-4-weeks': 'Last 4 weeks',
  'last-12-weeks': 'Last 12 weeks',
  'last-26-weeks': 'Last 26 weeks',
  'last-52-weeks': 'Last 52 weeks',
  '26-weeks-to-date': '26 weeks to date',
  'this-month': 'This month',
  'last-month': 'Last month',
  'this-quarter': 'This quarter',
  'last-quarter': 'Last quarter',
  'this-year': 'This year',
  'last-year': 'Last year',
  all: 'All dates',
};

/** The comparisons that are offered, as the picker names them. */
export const COMPARISON_LABELS: Record<Comparison['kind'], string> = {
  previous: 'The period before',
  'last-year': 'Same period last year',
  custom: 'Chosen dates',
  none: 'No comparison',
};

/** Two comparisons at once, as the picker names them. */
export const BOTH_COMPARISONS = 'Both of these';

/** The name of a period: "26 weeks to date", or "Chosen dates". */
export function periodLabel(period: Period): string {
  if (period.kind === 'custom') return 'Chosen dates';
  return PRESET_LABELS[period.kind === 'preset' ? period.preset : DEFAULT_PRESET];
}

/** The period in dates: "18 May to 12 Nov 2026; last week partial". */
export function periodWords({ asked, current, partial, defaultedToAll, coverage }: Windows): string {
  const dates = windowWords(current);
  if (partial) return `${dates}; ${partialWords(asked, partial)}`;
  if (defaultedToAll && coverage) return `${dates}; all dates, since the usual 26 weeks to date hold none`;
  return dates;
}

/** The name of the comparison: "26 weeks before", "31 days before", "Same period last year". */
export function comparisonLabel({ asked, comparedWith, noComparison }: Windows): string {
  if (noComparison) return COMPARISON_LABELS.none;
  if (comparedWith !== 'previous') return COMPARISON_LABELS[comparedWith];
  const days = daysIn(asked);
  return days % 7 === 0 ? `${count(days / 7, 'week')} before` : `${count(days, 'day')} before`;
}

/**
 * The comparison as a noun that stands behind "in": "the 26 weeks before", also where the last of them is cut; "the first 23
 * of the 30 days before"; null where there is none.
 */
export function comparisonNoun(windows: Windows): string | null {
  if (!windows.comparison) return null;
  const nouns: Record<Comparison['kind'], string | null> = {
    previous: previousNoun(windows, windows.comparison),
    'last-year': 'the same period last year',
    custom: windowWords(windows.comparison),
    none: null,
  };
  return nouns[windows.comparedWith];
}

function previousNoun(windows: Windows, comparison: Window): string {
  const [days, all] = [daysIn(comparison), daysIn(windows.asked)];
  const isInWeeks = all % 7 === 0;
  if (days === all || (isInWeeks && all - days < 7)) return `the ${comparisonLabel(windows)}`;
  return isInWeeks && days % 7 === 0
    ? `the first ${days / 7} of the ${all / 7} weeks before`
    : `the first ${days} of the ${all} days before`;
}

/** Both comparisons by name where two are made: "26 weeks before and same period last year". */
export function comparisonsLabel(windows: Windows): string {
  const also = againstAlso(windows);
  const first = comparisonLabel(windows);
  return also ? `${first} and ${lowerFirst(comparisonLabel(also))}` : first;
}

/** Both comparisons in dates, or why one is missing. */
export function comparisonsRange(windows: Windows): string {
  if (!windows.also) return comparisonRange(windows);
  const second = comparisonRange({ ...windows, ...windows.also });
  return `${comparisonRange(windows)}; and ${second}`;
}

/** The comparison in dates, or why there is none: "against 17 Nov 2025 to 14 May 2026, as many days". */
export function comparisonWords(windows: Windows): string {
  const range = comparisonRange(windows);
  return windows.comparison ? `against ${range}` : range;
}

/** The same without "against", to stand behind the word: "17 Nov 2025 to 14 May 2026, as many days". */
export function comparisonRange({ current, comparison, coverage, noComparison }: Windows): string {
  if (!comparison) return reasons[noComparison ?? 'not asked'](coverage);
  const days = daysIn(comparison);
  const recorded = daysIn(untilRecordEnds(current, coverage));
  const length =
    days === daysIn(current)
      ? 'as many days'
      : days === recorded
        ? `${count(days, 'day')}, as many as the record has of the period`
        : `${count(days, 'day')} against ${daysIn(current)}`;
  return [`${windowWords(comparison)}, ${length}`, ...cautions(current, comparison, coverage)].join('; ');
}

const reasons: Record<NonNullable<Windows['noComparison']>, (coverage: Window | null) => string> = {
  'not asked': () => 'no comparison',
  'all dates': () => 'no comparison: all dates are shown',
  'outside the record': (coverage) =>
    coverage
      ? `no comparison: the record holds only ${windowWords(coverage)}`
      : 'no comparison: the record is empty',
};

function cautions(current: Window, comparison: Window, coverage: Window | null): string[] {
  const overlap = intersection(current, comparison) ? ['the two overlap'] : [];
  if (!coverage) return overlap;
  if (comparison.from < coverage.from) return [...overlap, `the record begins on ${dayWords(coverage.from)}`];
  if (comparison.until > coverage.until) {
    return [...overlap, `the record ends on ${dayWords(daysOf(coverage).lastDay)}`];
  }
  return overlap;
}

function partialWords(asked: Window, partial: { elapsedDays: number; askedDays: number }): string {
  const inWholeWeeks = startOfWeek(asked.from) === asked.from && partial.askedDays % 7 === 0;
  if (inWholeWeeks && partial.askedDays - partial.elapsedDays < 7) return 'last week partial';
  if (partial.elapsedDays === partial.askedDays) return 'today is not over';
  return `${partial.elapsedDays} of ${partial.askedDays} days`;
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function count(n: number, noun: string): string {
  return `${n.toLocaleString('en-GB')} ${noun}${n === 1 ? '' : 's'}`;
}
