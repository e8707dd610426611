import type { Comparison, Filters, LocalDate, Period, Window } from './filters.ts';
import { daysBetween, daysIn, intersection, shiftDays, shiftWindow, windowOf } from './local-dates.ts';
import { DEFAULT_PRESET, type PeriodContext, presetWindow } from './preset-windows.ts';

const DAYS_BACK_A_YEAR = 364;

/** One comparison in absolute dates. */
export interface Compared {
  /** As many days as the period, unless custom. */
  comparison: Window | null;
  comparedWith: Comparison['kind'];
  /** Why there is no comparison; null when there is one. */
  noComparison: 'not asked' | 'all dates' | 'outside the record' | null;
}

/** A period and its comparison in absolute dates, and what has to be said about them. */
export interface Windows extends PeriodContext, Compared {
  /** The period as understood: the default is replaced by what it stands for. */
  period: Exclude<Period, { kind: 'default' }>;
  /** No period was asked for and the usual one would be empty, because the record ends before it (or begins after). */
  defaultedToAll: boolean;
  /** The whole period, also where it is not over. */
  asked: Window;
  /** What is counted: `asked` up to and with today. */
  current: Window;
  /** Set while today lies in the period: how many of its days have begun. */
  partial: { elapsedDays: number; askedDays: number } | null;
  /** The second comparison; null where none is asked for. */
  also: Compared | null;
}

/** The windows with the second comparison in the place of the first; null without one that can be made. */
export function againstAlso(windows: Windows): Windows | null {
  return windows.also?.comparison ? { ...windows, ...windows.also, also: null } : null;
}

/**
 * The period and the comparison of the filters as half-open windows of local dates.
 *
 * - `last-12-weeks`: the 12 whole weeks (from Monday) before the current one. `26-weeks-to-date`: the 25 whole weeks
 *   before the current one, and the current one to today; it is the default.
 * - A period in which today lies is counted to today, and its comparison to as many elapsed days. One that begins
 *   after today is left as it was asked for, and so are all dates.
 * - `previous` begins as many days earlier as the whole period is long, so that weeks meet weeks; `last-year` is
 *   364 days back, so that weekdays meet. Where the record ends within the period, so does what it is compared with: days
 *   of which nothing is known yet are no fall.
 * - A comparison wholly outside the record is none: nothing recorded is not zero incidents.
 */
export function resolveWindows(
  filters: Pick<Filters, 'period' | 'comparison'> & Partial<Pick<Filters, 'also'>>,
  context: PeriodContext,
): Windows {
  const { period, defaultedToAll } = withoutDefault(filters.period, context);
  const asked = period.kind === 'custom' ? windowOf(period) : presetWindow(period.preset, context);
  const partial = isAll(period) ? null : partialAt(asked, context.today);
  const current = partial ? { from: asked.from, until: shiftDays(context.today, 1) } : asked;
  const resolved = { ...context, period, defaultedToAll, asked, current, partial };
  const also = filters.also ? compare(filters.also, resolved) : null;
  return { ...resolved, ...compare(filters.comparison, resolved), also };
}

/** How far a window has come: null unless `today` lies in it. Today counts as elapsed, though it is not over. */
function partialAt(asked: Window, today: LocalDate): Windows['partial'] {
  if (today < asked.from || today >= asked.until) return null;
  return { elapsedDays: daysBetween(asked.from, today) + 1, askedDays: daysIn(asked) };
}

function isAll(period: Period): boolean {
  return period.kind === 'preset' && period.preset === 'all';
}

function withoutDefault(period: Period, context: PeriodContext): Pick<Windows, 'period' | 'defaultedToAll'> {
  if (period.kind !== 'default') return { period, defaultedToAll: false };
  const usual = presetWindow(DEFAULT_PRESET, context);
  const isEmpty = context.coverage !== null && intersection(usual, context.coverage) === null;
  return {
    period: { kind: 'preset', preset: isEmpty ? 'all' : DEFAULT_PRESET },
    defaultedToAll: isEmpty,
  };
}

type Resolved = Omit<Windows, keyof Compared | 'also'>;

function compare(comparison: Comparison, { asked, current, period, coverage }: Resolved): Compared {
  const none = (noComparison: Compared['noComparison']) => ({
    comparison: null,
    comparedWith: comparison.kind,
    noComparison,
  });
  if (comparison.kind === 'none') return none('not asked');
  if (isAll(period)) return none('all dates');
  const window =
    comparison.kind === 'custom'
      ? windowOf(comparison)
      : shiftWindow(
          untilRecordEnds(current, coverage),
          comparison.kind === 'previous' ? -daysIn(asked) : -DAYS_BACK_A_YEAR,
        );
  if (coverage && !intersection(window, coverage)) return none('outside the record');
  return { comparison: window, comparedWith: comparison.kind, noComparison: null };
}

/** A window to the end of the record where that lies in it. */
export function untilRecordEnds(window: Window, coverage: Window | null): Window {
  const isWithin = coverage && coverage.until > window.from && coverage.until < window.until;
  return isWithin ? { from: window.from, until: coverage.until } : window;
}
