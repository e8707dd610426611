import type { JudgeSettings } from '../analysis/judge.ts';
import { findMeasure, type MeasureFindings } from '../analysis/measure-findings.ts';
import type { SeriesRow } from '../analysis/series.ts';
import { shiftDays, startOfWeek } from '../filters/local-dates.ts';
import { resolveWindows } from '../filters/periods.ts';
import type { MeasureId } from '../measures/measure-ids.ts';
import { MEASURES } from '../measures/measures.ts';

/** A Monday; the fixtures' first week. */
export const FIRST_WEEK = '2024-01-01';

interface Given {
  /** Counts: numbers. Shares: [numerator, denominator]. Medians: [minutes, n]. Null: no row. One a week. */
  weeks: readonly (number | readonly [number, number] | null)[];
  /** The same weeks of the comparison, just before; none unless given. */
  before?: Given['weeks'];
  /** The same weeks 364 days earlier, as a second comparison; none unless given. */
  also?: Given['weeks'];
  /** Days of the last week that the period holds; all 7 unless given. */
  lastWeekDays?: number;
  /** All incidents of the period; those counted unless given. */
  total?: number;
  pending?: number;
  target?: number;
  judging?: JudgeSettings;
  /** The record begins so many days before the comparison; negative inside of it. */
  recordBefore?: number;
}

/** Findings about whole weeks from 1 Jan 2024 on, for tests of what is said and drawn about them. */
export function findings(id: MeasureId, given: Given): MeasureFindings {
  const { weeks, before, also, lastWeekDays = 7, recordBefore = 0 } = given;
  const lastDay = shiftDays(FIRST_WEEK, weeks.length * 7 - 8 + lastWeekDays);
  const days = weeks.length * 7 - 7 + lastWeekDays;
  const comparison = before ? ({ kind: 'previous' } as const) : ({ kind: 'none' } as const);
  const windows = resolveWindows(
    {
      period: { kind: 'custom', firstDay: FIRST_WEEK, lastDay },
      comparison,
      also: also ? { kind: 'last-year' } : null,
    },
    {
      today: '2060-01-01',
      coverage: { from: shiftDays(FIRST_WEEK, also ? -371 : -days - recordBefore), until: '2059-01-01' },
    },
  );
  return findMeasure({
    measure: MEASURES[id],
    bucket: 'week',
    windows,
    now: measured(id, weeks, FIRST_WEEK, given),
    before: before ? measured(id, before, startOfWeek(shiftDays(FIRST_WEEK, -days)), {}) : null,
    target: given.target ?? null,
    judging: given.judging ?? {},
    also: also ? measured(id, also, shiftDays(FIRST_WEEK, -364), {}) : null,
  });
}

function measured(id: MeasureId, weeks: Given['weeks'], from: string, { total, pending }: Partial<Given>) {
  const known = weeks.flatMap((week, index) =>
    week === null ? [] : [{ week, start: shiftDays(from, index * 7) }],
  );
  const pairs = known.map(({ week }) => (typeof week === 'number' ? ([week, week] as const) : week));
  const sum = (at: 0 | 1) => pairs.reduce((all, pair) => all + pair[at], 0);
  const isMedian = MEASURES[id].aggregate === 'median';
  const rows = known.map(({ start }, index): SeriesRow => {
    const [first, second] = pairs[index] ?? [0, 0];
    return isMedian ? { start, median: first, n: second } : { start, numerator: first, denominator: second };
  });
  const middle = [...pairs].sort(([one], [other]) => one - other)[Math.floor(pairs.length / 2)]?.[0] ?? null;
  const overall = isMedian
    ? { median: middle, p90: middle === null ? null : middle * 4, n: sum(1), open: 3 }
    : { numerator: sum(0), denominator: sum(1) };
  return { total: total ?? sum(1), overall, rows, ...(pending === undefined ? {} : { pending }) };
}
