import type { PatternRow } from '@/db/queries/patterns.ts';
import { judgingOf } from '@/db/reports/judging.ts';
import { askMeasure } from '@/db/reports/measure-question.ts';
import { type Reading, toReading } from '@/db/reports/reading.ts';
import { findMeasure, type MeasureFindings } from '@/lib/analysis/measure-findings.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { inDirection } from '@/lib/measures/in-direction.ts';
import { MEASURE_IDS } from '@/lib/measures/measure-ids.ts';

/** The incidents of a pattern in the period of `shown`, which is compared as that is. */
export function readPattern(base: Reading, { filter }: Pick<PatternRow, 'filter'>, shown: Filters): Reading {
  const { period, comparison, also } = shown;
  return toReading(base, { ...parseFilters(new URLSearchParams(filter)), period, comparison, also });
}

/**
 * The measure of a pattern among its incidents, in the direction that counts as better there. Targets are set for the
 * whole of a team or the workspace, so a pattern has none.
 */
export async function askPattern(
  reading: Reading,
  { measure, better }: Pick<PatternRow, 'measure' | 'better'>,
): Promise<MeasureFindings> {
  const id = MEASURE_IDS.find((each) => each === measure);
  if (!id) throw new Error(`a pattern is kept by ${measure}, which is no measure`);
  const [question, decided] = await Promise.all([askMeasure(reading, id), judgingOf(reading)]);
  const { judging } = decided(id);
  return findMeasure({ ...question, measure: inDirection(question.measure, better), judging });
}
