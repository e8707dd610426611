import type { SumsInBrief, SumsOfValue } from '@/db/queries/measures.ts';
import type { Reading } from '@/db/reports/reading.ts';
import type { JudgeSettings } from '@/lib/analysis/judge.ts';
import { findMeasure, type MeasureFindings, type MeasureQuestion } from '@/lib/analysis/measure-findings.ts';
import { type SeriesPoint, type SeriesRow, toSeries } from '@/lib/analysis/series.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import { inCurrency, inWholeUnits } from '@/lib/measures/money.ts';
import { addUp } from '@/lib/measures/sums.ts';

/** One of many series, not judged yet. */
export interface LaidOut extends Pick<MeasureQuestion, 'measure' | 'bucket' | 'windows'> {
  points: readonly SeriesPoint[];
  rows: readonly SeriesRow[];
}

/** The buckets of a series: enough to see whether there is any use in judging it. */
export function layOut(
  { bucket, windows, workspace }: Reading,
  id: MeasureId,
  pieces: readonly (SumsInBrief | SumsOfValue)[],
): LaidOut {
  const measure = inCurrency(MEASURES[id], workspace.currency);
  const rows = pieces.filter(isOfBucket).map((piece) => inWholeUnits(measure, piece));
  return { measure, bucket, windows, rows, points: toSeries(measure, rows, bucket, windows) };
}

/** What is found in it, without a comparison. */
export function findSeries(
  { measure, bucket, windows, rows }: LaidOut,
  judging: JudgeSettings,
): MeasureFindings {
  const overall = addUp(measure, rows);
  const now = { total: overall.all, overall, rows };
  return findMeasure({ measure, bucket, windows, now, before: null, judging });
}

/** Days on which limits were begun anew were decided for the whole, and are not carried over to its parts. */
export function toPart({ rules }: JudgeSettings): JudgeSettings {
  return rules ? { rules } : {};
}

function isOfBucket<Piece extends SumsInBrief | SumsOfValue>(piece: Piece): piece is Piece & SeriesRow {
  return piece.start !== null;
}
