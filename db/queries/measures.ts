import type { RecordGrain } from '@/db/fact-columns.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { countAgentWeeks, setOverAgentWeeks } from '@/db/queries/sums/agent-week-sums.ts';
import { setOverContacts, sumContacts } from '@/db/queries/sums/contact-sums.ts';
import type { By, Cut, SumsOfPiece } from '@/db/queries/sums/cut.ts';
import { listSums, type PlacedSums, type SumsByMeasure } from '@/db/queries/sums/placed-sums.ts';
import { sumIncidentsInWindows, sumRecords } from '@/db/queries/sums/record-sums.ts';
import type { Asked } from '@/db/where.ts';
import { whereWindows } from '@/db/where-windows.ts';
import type { Viewer } from '@/lib/access.ts';
import type { OneValued } from '@/lib/filters/dimensions.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import { noSums, type Sums } from '@/lib/measures/sums.ts';

/** The sums of a week (from Monday) or month, by its first day. */
export interface SumsOfBucket extends Sums {
  start: LocalDate;
}

/** The sums of one value of a dimension, of one bucket of it where it was asked by buckets. */
export interface SumsOfValue extends Sums {
  /** Null for an hour that is not known. */
  code: number | null;
  start: LocalDate | null;
}

/** The sums of measures over everything asked for: one statement for all measures of a grain. */
export async function sumMeasures(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  ids: readonly MeasureId[],
): Promise<ReadonlyMap<MeasureId, Sums>> {
  const [found] = await sumMeasuresInWindows(snapshot, viewer, [asked], ids);
  return found ?? new Map();
}

/** The same by week or month, in order. Buckets in which there is nothing at all have no row. */
export async function sumMeasuresByBucket(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  ids: readonly MeasureId[],
  bucket: 'week' | 'month',
): Promise<ReadonlyMap<MeasureId, SumsOfBucket[]>> {
  const [found] = await sumMeasuresByBucketInWindows(snapshot, viewer, [asked], ids, bucket);
  return found ?? new Map();
}

/** The sums of each of several windows: of incidents out of one scan where no day is in two of them. */
export async function sumMeasuresInWindows(
  snapshot: Snapshot,
  viewer: Viewer,
  askeds: readonly Asked[],
  ids: readonly MeasureId[],
): Promise<ReadonlyMap<MeasureId, Sums>[]> {
  const found = await sumCuts(snapshot, viewer, askeds, ids, { bucket: null, by: [null] });
  return found.map(
    (each) => new Map(ids.map((id) => [id, withoutPiece(listed(each, id)[0]) ?? noSums(MEASURES[id])])),
  );
}

/** The same by week or month. */
export async function sumMeasuresByBucketInWindows(
  snapshot: Snapshot,
  viewer: Viewer,
  askeds: readonly Asked[],
  ids: readonly MeasureId[],
  bucket: 'week' | 'month',
): Promise<ReadonlyMap<MeasureId, SumsOfBucket[]>[]> {
  const toBuckets = (sums: SumsOfPiece[]) =>
    sums.map(({ start, code: _, by: __, ...each }) => ({ ...each, start: start ?? '' }));
  const found = await sumCuts(snapshot, viewer, askeds, ids, { bucket, by: [null] });
  return found.map((each) => new Map(ids.map((id) => [id, toBuckets(listed(each, id))])));
}

/**
 * The same by the values of a dimension, in the order of their codes; by buckets of them where one is given, then in the
 * order of the buckets. Values without anything have no row.
 */
export async function sumMeasuresBy(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  ids: readonly MeasureId[],
  dimension: OneValued,
  bucket: 'week' | 'month' | null = null,
): Promise<ReadonlyMap<MeasureId, readonly SumsOfValue[]>> {
  const found = await sumCut(snapshot, viewer, asked, ids, { bucket, by: [dimension] });
  return new Map(ids.map((id) => [id, listed(found, id)]));
}

/** The same of one measure. */
export async function sumMeasureBy(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  id: MeasureId,
  dimension: OneValued,
  bucket: 'week' | 'month' | null = null,
): Promise<readonly SumsOfValue[]> {
  const found = await sumMeasuresBy(snapshot, viewer, asked, [id], dimension, bucket);
  return found.get(id) ?? [];
}

/** The sums of a piece without the incidents that they belong to, which take longer to count than all the rest. */
export type SumsInBrief = Omit<SumsOfPiece, 'incidents'>;

/**
 * The sums of each of several windows by several dimensions, each by itself, out of one scan; null among them is all of them
 * together. The pieces of each dimension are in the order of their buckets and codes.
 */
export async function sumMeasuresByEach(
  snapshot: Snapshot,
  viewer: Viewer,
  askeds: readonly Asked[],
  ids: readonly MeasureId[],
  by: readonly By[],
  bucket: 'week' | 'month' | null = null,
): Promise<ReadonlyMap<MeasureId, readonly SumsInBrief[]>[]> {
  const found = await sumCuts(snapshot, viewer, askeds, ids, { bucket, by });
  return found.map((each) => new Map(ids.map((id) => [id, listed(each, id)])));
}

/** The same of one window for those who look at a hundred thousand pieces, each in its place. */
export function placeMeasuresByEach(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  ids: readonly MeasureId[],
  by: readonly By[],
  bucket: 'week' | 'month' | null = null,
): Promise<SumsByMeasure> {
  return sumCut(snapshot, viewer, asked, ids, { bucket, by });
}

async function sumCuts(
  snapshot: Snapshot,
  viewer: Viewer,
  askeds: readonly Asked[],
  ids: readonly MeasureId[],
  cut: Cut,
): Promise<SumsByMeasure[]> {
  const apart = () => Promise.all(askeds.map((asked) => sumCut(snapshot, viewer, asked, ids, cut)));
  const windows = whereWindows(viewer, askeds);
  const [incidents, others] = [true, false].map((isOfIncidents) =>
    ids.filter((id) => (MEASURES[id].grain === 'incident') === isOfIncidents),
  );
  // What stands over contacts is asked of incidents with the others, and with its own window.
  if (!windows || !incidents?.length || others?.some((id) => askedAs(id) === 'incident')) return apart();
  const [together, besides] = await Promise.all([
    sumIncidentsInWindows(snapshot, askeds, windows, incidents, cut),
    Promise.all(askeds.map((asked) => sumCut(snapshot, viewer, asked, others ?? [], cut))),
  ]);
  return together.map((sums, place) => new Map([...sums, ...(besides[place] ?? [])]));
}

async function sumCut(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  ids: readonly MeasureId[],
  cut: Cut,
): Promise<SumsByMeasure> {
  const grains = [...new Set(ids.map(askedAs))];
  const isOverContacts = ids.some((id) => MEASURES[id].grain === 'contact');
  const overWeeks = ids.filter((id) => MEASURES[id].grain === 'agent_week');
  const [contacts, weeks, ...answers] = await Promise.all([
    isOverContacts ? sumContacts(snapshot, viewer, asked, cut) : [],
    Promise.all(
      overWeeks.map(async (id) => [id, await countAgentWeeks(snapshot, viewer, asked, id, cut)] as const),
    ),
    ...grains.map((grain) => {
      const ofGrain = [...new Set(ids)].filter((id) => askedAs(id) === grain);
      return sumRecords(snapshot, viewer, asked, grain, ofGrain, cut);
    }),
  ]);
  const weeksOf = new Map(weeks);
  const toSums = (id: MeasureId, sums: PlacedSums) => {
    if (MEASURES[id].grain === 'contact') return setOverContacts(cut, sums, contacts);
    const over = weeksOf.get(id);
    return over ? setOverAgentWeeks(sums, over) : sums;
  };
  return new Map(answers.flatMap((answer) => [...answer].map(([id, sums]) => [id, toSums(id, sums)])));
}

/** Steps and stays are the same rows; what stands over contacts or weeks of agents is incidents. */
function askedAs(id: MeasureId): RecordGrain {
  const { grain } = MEASURES[id];
  if (grain === 'contact' || grain === 'agent_week') return 'incident';
  return grain === 'stay' ? 'step' : grain;
}

function listed(found: SumsByMeasure, id: MeasureId): SumsOfPiece[] {
  const sums = found.get(id);
  return sums ? listSums(sums) : [];
}

function withoutPiece(piece: SumsOfPiece | undefined): Sums | null {
  if (!piece) return null;
  const { start: _, code: __, by: ___, ...sums } = piece;
  return sums;
}
