import { placeMeasuresByEach } from '@/db/queries/measures.ts';
import type { PlacedSums } from '@/db/queries/sums/placed-sums.ts';
import { keepByVersion } from '@/db/reports/keep-by-version.ts';
import { type PiecesByValue, toPiecesByValue, withinBuckets } from '@/db/reports/pieces-by-value.ts';
import { type Reading, toReading } from '@/db/reports/reading.ts';
import { WATCHED } from '@/db/reports/watched.ts';
import { type Buckets, layBuckets, placeOf } from '@/lib/analysis/series.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { toSearchParams } from '@/lib/filters/serialise-filters.ts';
import { MEASURE_IDS, type MeasureId } from '@/lib/measures/measure-ids.ts';

/** How incidents are parted for a watch-list: as a whole, and by each watched dimension. */
export const WAYS = [null, ...WATCHED] as const;

/** A measure with its sums, by value and bucket. */
export interface SumsByValue {
  id: MeasureId;
  sums: PlacedSums;
  pieces: PiecesByValue;
}

/**
 * Every measure as a whole and by each value of the watched dimensions, by buckets: one question a grain for all of them.
 * A week of everything is the same whatever period it is looked at in: without filters a period is a part of all weeks,
 * where those are made already.
 * @param reading of whole buckets alone
 */
export async function watchedSums(reading: Reading): Promise<readonly SumsByValue[]> {
  return (await partOfEverything(reading)) ?? (await askWatchedSums(reading)).all;
}

/** Makes all weeks of everything, for the rest of this version of the facts: it takes as long as several watch-lists. */
export async function makeWatchedSums(reading: Reading): Promise<void> {
  await sumsOfEverything(toWholeBuckets(toReading(reading, EVERYTHING)));
}

async function partOfEverything(reading: Reading): Promise<readonly SumsByValue[] | null> {
  const { bucket, windows } = reading;
  const { buckets } = layBuckets(windows, bucket);
  const [first] = buckets;
  const everything = toReading(reading, EVERYTHING);
  if (!first || isNarrowed(reading.filters) || everything.bucket !== bucket) return null;
  const found = await sumsOfEverything.ifThere(toWholeBuckets(everything));
  if (!found) return null;
  const within = once((pieces: PiecesByValue) =>
    withinBuckets(pieces, placeOf(found.laid, first.start), buckets.length),
  );
  return found.all.map((each) => ({ ...each, pieces: within(each.pieces) }));
}

/**
 * The same reading of those buckets of its period alone that are counted whole: others are never judged, and a watch-list
 * tells nothing of them.
 */
export function toWholeBuckets(reading: Reading): Reading {
  const { windows, bucket, asked } = reading;
  const whole = layBuckets(windows, bucket).buckets.filter(({ partial }) => !partial);
  const from = whole[0]?.window.from ?? windows.current.from;
  const window = { from, until: whole.at(-1)?.window.until ?? from };
  return { ...reading, windows: { ...windows, current: window }, asked: { ...asked, window } };
}

const EVERYTHING = parseFilters(new URLSearchParams('period=all&compare=none'));

/** Whether anything but period and comparison is asked for. */
function isNarrowed(filters: Filters): boolean {
  const { period, comparison, also } = EVERYTHING;
  return toSearchParams({ ...filters, period, comparison, also }) !== toSearchParams(EVERYTHING);
}

const sumsOfEverything = keepByVersion('watched sums', askWatchedSums);

/** The same asked of the facts, whatever is known of them, with the buckets in which the pieces lie. */
export async function askWatchedSums({ snapshot, viewer, asked, windows, bucket }: Reading) {
  const laid: Buckets = layBuckets(windows, bucket);
  const sums = await placeMeasuresByEach(snapshot, viewer, asked, MEASURE_IDS, WAYS, bucket);
  const toPieces = once((pieces: PlacedSums['pieces']) => toPiecesByValue(laid, pieces));
  const all = [...sums].map(([id, each]): SumsByValue => ({ id, sums: each, pieces: toPieces(each.pieces) }));
  return { laid, all };
}

/** What measures of one grain have in common is made once for all of them. */
function once<Given extends object, Made>(make: (given: Given) => Made): (given: Given) => Made {
  const known = new Map<Given, Made>();
  return (given) => {
    const made = known.get(given) ?? make(given);
    known.set(given, made);
    return made;
  };
}
