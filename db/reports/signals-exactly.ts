import { sumMeasuresBy } from '@/db/queries/measures.ts';
import { findSeries, layOut, toPart } from '@/db/reports/find-series.ts';
import type { Judging } from '@/db/reports/judging.ts';
import { askFitting } from '@/db/reports/measure-question.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { WATCHED } from '@/db/reports/watched.ts';
import type { MeasureFindings } from '@/lib/analysis/measure-findings.ts';
import type { WatchedSignal, WatchList } from '@/lib/analysis/watch.ts';
import type { Grain } from '@/lib/measures/grain.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';

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
    return withFindings(signal, findSeries(layOut(reading, id, pieces), toPart(decided(id).judging)));
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
