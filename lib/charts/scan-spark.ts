import type { JudgeSettings } from '../analysis/judge.ts';
import { findMeasure } from '../analysis/measure-findings.ts';
import type { PatternKind } from '../analysis/pattern-scan/evidence.ts';
import type { Tally } from '../analysis/pattern-scan/tally.ts';
import type { LocalDate } from '../filters/filters.ts';
import type { Windows } from '../filters/periods.ts';
import { MEASURES } from '../measures/measures.ts';
import { noSums } from '../measures/sums.ts';
import type { Spark } from './chart-model.ts';
import { toSpark } from './spark.ts';

/** What was found of a pattern, week by week, as a control chart of counts; null where there is no week of it. */
export function scanSpark(
  kind: PatternKind,
  weeks: readonly (Tally & { start: LocalDate })[],
  windows: Windows,
  judging: JudgeSettings,
): Spark | null {
  const measure = MEASURES.incidents;
  const rows = weeks.map(({ start, ...week }) => {
    const found = foundIn(kind, week);
    return { start, ...noSums(measure), numerator: found, denominator: found, incidents: found, all: found };
  });
  const total = rows.reduce((sum, { numerator }) => sum + numerator, 0);
  const overall = { ...noSums(measure), numerator: total, denominator: total, incidents: total, all: total };
  const now = { total, overall, rows };
  const findings = findMeasure({ measure, bucket: 'week', windows, now, before: null, judging });
  return findings.points.length === 0 ? null : toSpark(findings);
}

function foundIn(kind: PatternKind, { incidents, escalated, bad }: Tally): number {
  if (kind === 'escalated') return escalated;
  return kind === 'bad' ? bad : incidents;
}
