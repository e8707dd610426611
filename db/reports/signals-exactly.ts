import { sumMeasures, sumMeasuresBy } from '@/db/queries/measures.ts';
import { askFitting } from '@/db/reports/measure-question.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { groupBy } from '@/lib/analysis/group-by.ts';
import { latestPoint, type SeriesPoint } from '@/lib/analysis/series.ts';
import type { WatchedSeries, WatchedSignal, WatchList } from '@/lib/analysis/watch.ts';
import type { DimensionId } from '@/lib/filters/dimensions.ts';
import type { Grain } from '@/lib/measures/grain.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { WATCHED } from './watched.ts';

/**
 * The same list with all that is told of a series that signals: whether a whole differs from the year before, and in how
 * many incidents the steps and follow-ups of the newest bucket are, which is where its figure leads. To ask that of every
 * series, or of every bucket, would take longer than all the rest.
 */
export async function tellExactly(reading: Reading, list: WatchList): Promise<WatchList> {
  const isSeasonal = reading.windows.comparedWith === 'last-year';
  const [seasonal, counted] = await Promise.all([
    Promise.all(
      list.signals.map(({ series }) =>
        isSeasonal && series.of === null ? askFitting(reading, series.findings.measure.id) : null,
      ),
    ),
    countNewest(reading, list),
  ]);
  const signals = list.signals.map((signal, place) => {
    const findings = seasonal[place];
    const series = findings ? { ...signal.series, findings } : withIncidents(signal.series, counted);
    return { ...signal, series };
  });
  return { ...list, signals };
}

/** Steps and follow-ups, of which an incident can have several: of a count, a rate or a share of incidents all is known. */
const OF_RECORDS: ReadonlySet<Grain> = new Set(['step', 'stay', 'follow_up']);

interface Newest {
  id: MeasureId;
  by: (typeof WATCHED)[number] | null;
  code: number | null;
  point: SeriesPoint;
}

/** The newest bucket of a signal whose measure counts records of incidents. */
function newestOf({ of, findings: { measure, points } }: WatchedSeries): Newest | null {
  const point = latestPoint(points);
  if (!OF_RECORDS.has(measure.grain) || !point) return null;
  const part = of ? { by: toWatched(of.dimension), code: of.term.code } : { by: null, code: null };
  return { id: measure.id, ...part, point };
}

/** In how many incidents the records of newest buckets are: one question a dimension and bucket. */
async function countNewest(reading: Reading, { signals }: WatchList): Promise<ReadonlyMap<string, number>> {
  const all = signals.flatMap(({ series }: WatchedSignal) => newestOf(series) ?? []);
  const groups = groupBy(all, ({ by, point }) => `${by} ${point.start}`);
  const counts = await Promise.all([...groups.values()].map((group) => countGroup(reading, group)));
  return new Map(counts.flat());
}

async function countGroup(
  { snapshot, viewer, asked }: Reading,
  group: readonly Newest[],
): Promise<[string, number][]> {
  const [first] = group;
  if (!first) return [];
  const { by, point } = first;
  const ids = [...new Set(group.map(({ id }) => id))];
  const within = { ...asked, window: point.window };
  if (by === null) {
    const sums = await sumMeasures(snapshot, viewer, within, ids);
    return ids.map((id) => [keyOf({ id, by, code: null, point }), sums.get(id)?.incidents ?? 0]);
  }
  const codes = [...new Set(group.flatMap(({ code }) => code ?? []))];
  const selections = [...asked.selections, { dimension: by, exclude: false, codes }];
  const sums = await sumMeasuresBy(snapshot, viewer, { ...within, selections }, ids, by);
  return ids.flatMap((id) =>
    (sums.get(id) ?? []).map(({ code, incidents }): [string, number] => [
      keyOf({ id, by, code, point }),
      incidents,
    ]),
  );
}

function withIncidents(series: WatchedSeries, counted: ReadonlyMap<string, number>): WatchedSeries {
  const newest = newestOf(series);
  if (!newest) return series;
  const incidents = counted.get(keyOf(newest)) ?? 0;
  const points = series.findings.points.map((point) =>
    point.start === newest.point.start ? { ...point, incidents } : point,
  );
  return { ...series, findings: { ...series.findings, points } };
}

const keyOf = ({ id, by, code, point }: Newest) => `${id} ${by} ${code} ${point.start}`;

function toWatched(dimension: DimensionId): (typeof WATCHED)[number] {
  const watched = WATCHED.find((one) => one === dimension);
  if (!watched) throw new RangeError(`nothing is watched by ${dimension}`);
  return watched;
}
