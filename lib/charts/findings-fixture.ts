import type { ContactCoverage } from '../analysis/contact-coverage.ts';
import type { JudgeSettings } from '../analysis/judge.ts';
import { findMeasure, type Measured, type MeasureFindings } from '../analysis/measure-findings.ts';
import type { SeriesRow } from '../analysis/series.ts';
import { shiftDays, startOfWeek } from '../filters/local-dates.ts';
import { resolveWindows } from '../filters/periods.ts';
import type { MeasureId } from '../measures/measure-ids.ts';
import { MEASURES } from '../measures/measures.ts';
import { inCurrency } from '../measures/money.ts';
import { someSums } from '../measures/some-sums.ts';
import type { Sums } from '../measures/sums.ts';

/** A Monday; the fixtures' first week. */
export const FIRST_WEEK = '2024-01-01';

interface Given {
  /** Counts: numbers. Medians: [minutes, n]. Others: [numerator, denominator]. Null: no row. One a week. */
  weeks: readonly (number | readonly [number, number] | null)[];
  /** The same weeks of the comparison, just before; none unless given. */
  before?: Given['weeks'];
  /** The same weeks 364 days earlier, as a second comparison; none unless given. */
  also?: Given['weeks'];
  /** Days of the last week that the period holds; all 7 unless given. */
  lastWeekDays?: number;
  /** All incidents of the period; those counted unless given. */
  total?: number;
  target?: number;
  judging?: JudgeSettings;
  /** What is counted beside the measure. */
  beside?: readonly number[];
  /** All records, counted or not; as many as all incidents unless given. */
  all?: number;
  /** The distinct incidents; as many as the denominator unless given. */
  incidents?: number;
  numeratorOnly?: readonly string[];
  contacts?: ContactCoverage;
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
    measure: inCurrency(MEASURES[id], 'GBP'),
    bucket: 'week',
    windows,
    now: measured(id, weeks, FIRST_WEEK, given),
    before: before ? measured(id, before, startOfWeek(shiftDays(FIRST_WEEK, -days)), {}) : null,
    target: given.target ?? null,
    judging: given.judging ?? {},
    also: also ? measured(id, also, shiftDays(FIRST_WEEK, -364), {}) : null,
    ...(given.numeratorOnly ? { numeratorOnly: given.numeratorOnly } : {}),
    contacts: given.contacts ?? null,
  });
}

function measured(id: MeasureId, weeks: Given['weeks'], from: string, given: Partial<Given>): Measured {
  const known = weeks.flatMap((week, index) =>
    week === null ? [] : [{ week, start: shiftDays(from, index * 7) }],
  );
  const isMedian = MEASURES[id].aggregate === 'median';
  const rows = known.map(({ week, start }): SeriesRow => {
    const [above, below] = typeof week === 'number' ? [week, week] : week;
    const said = isMedian ? { median: above, denominator: below } : { numerator: above, denominator: below };
    return { start, ...someSums(id, said) };
  });
  const sum = (of: 'numerator' | 'denominator') => rows.reduce((all, row) => all + row[of], 0);
  const denominator = sum('denominator');
  const { total = denominator, beside = MEASURES[id].beside.map(() => 0), incidents = denominator } = given;
  const medians = rows.map(({ median }) => median ?? 0).sort((one, other) => one - other);
  const middle = isMedian ? (medians[Math.floor(medians.length / 2)] ?? null) : null;
  const overall: Sums = {
    numerator: sum('numerator'),
    denominator,
    incidents,
    all: given.all ?? total,
    median: middle,
    p90: middle === null ? null : middle * 4,
    beside,
  };
  return { total, overall, rows };
}
