import { type SumsInBrief, sumMeasuresBy } from '@/db/queries/measures.ts';
import type { Judging } from '@/db/reports/judging.ts';
import { askFitting } from '@/db/reports/measure-question.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { WATCHED } from '@/db/reports/watched.ts';
import type { JudgeSettings } from '@/lib/analysis/judge.ts';
import { findMeasure, type MeasureFindings } from '@/lib/analysis/measure-findings.ts';
import type { WatchedSignal, WatchList } from '@/lib/analysis/watch.ts';
import type { Grain } from '@/lib/measures/grain.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import { inCurrency, inWholeUnits } from '@/lib/measures/money.ts';
import { addUp, type Sums } from '@/lib/measures/sums.ts';

/** What is found in one of many series, of which neither a comparison nor the incidents of its records are known. */
export function findSeries(
  { bucket, windows, workspace }: Reading,
  id: MeasureId,
  pieces: readonly (Omit<SumsInBrief, 'by' | 'code'> & Partial<Pick<Sums, 'incidents'>>)[],
  judging: JudgeSettings,
): MeasureFindings {
  const measure = inCurrency(MEASURES[id], workspace.currency);
  const rows = pieces.map((piece) => ({
    incidents: piece.denominator,
    ...inWholeUnits(measure, piece),
    start: piece.start ?? '',
  }));
  const overall = addUp(measure, rows);
  return findMeasure({
    measure,
    bucket,
    windows,
    now: { total: overall.all, overall, rows },
    before: null,
    judging,
  });
}

/** Days on which limits were begun anew were decided for the whole, and are not carried over to its parts. */
export function toPart({ rules }: JudgeSettings): JudgeSettings {
  return rules ? { rules } : {};
}

/**
 * The same list with all that is told of a series that signals: a whole as its card has it, and of steps and follow-ups in
 * how many incidents they are. To ask that of every series would take twice as long.
 */
export async function tellExactly(
  reading: Reading,
  list: WatchList,
  decided: (measure: MeasureId) => Judging,
): Promise<WatchList> {
  const dimensions = new Set(list.signals.filter(isOfRecords).map(({ series }) => series.of?.dimension));
  const parts = new Map(
    await Promise.all(
      WATCHED.filter((dimension) => dimensions.has(dimension)).map(
        async (dimension) => [dimension as string, await askParts(reading, list, dimension)] as const,
      ),
    ),
  );
  const tell = async (signal: WatchedSignal): Promise<WatchedSignal> => {
    const { of, findings } = signal.series;
    const { id } = findings.measure;
    if (of === null) return withFindings(signal, await askFitting(reading, id));
    if (!isOfRecords(signal)) return signal;
    const pieces =
      parts
        .get(of.dimension)
        ?.get(id)
        ?.filter(({ code }) => code === of.term.code) ?? [];
    return withFindings(signal, findSeries(reading, id, pieces, toPart(decided(id).judging)));
  };
  return { ...list, signals: await Promise.all(list.signals.map(tell)) };
}

/** A part whose measure counts records of incidents: of a rate and a share of incidents all is known. */
function isOfRecords({ series: { of, findings } }: WatchedSignal): boolean {
  return of !== null && OF_RECORDS.has(findings.measure.grain);
}

const OF_RECORDS: ReadonlySet<Grain> = new Set(['step', 'stay', 'follow_up']);

function askParts(reading: Reading, { signals }: WatchList, dimension: (typeof WATCHED)[number]) {
  const { snapshot, viewer, asked, bucket } = reading;
  const own = signals.filter((signal) => isOfRecords(signal) && signal.series.of?.dimension === dimension);
  const codes = [...new Set(own.flatMap(({ series }) => series.of?.term.code ?? []))];
  const ids = [...new Set(own.map(({ series }) => series.findings.measure.id))];
  const of = { ...asked, selections: [...asked.selections, { dimension, exclude: false, codes }] };
  return sumMeasuresBy(snapshot, viewer, of, ids, dimension, bucket);
}

function withFindings(signal: WatchedSignal, findings: MeasureFindings): WatchedSignal {
  return { ...signal, series: { ...signal.series, findings } };
}
