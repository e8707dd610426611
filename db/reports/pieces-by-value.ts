import type { By, Pieces } from '@/db/queries/sums/cut.ts';
import { type Buckets, placeOf } from '@/lib/analysis/series.ts';

/** The pieces of a cut by value: what the series of all measures of a grain have in common. */
export interface PiecesByValue {
  /** The places of the pieces of each value of each dimension, in the order of their buckets. */
  places: ReadonlyMap<By, ReadonlyMap<number | null, readonly number[]>>;
  /** In the place of which bucket each piece lies. */
  bucketOf(place: number): number;
}

/** Sorts the pieces of a cut by value. */
export function toPiecesByValue(laid: Buckets, { by, starts, codes }: Pieces): PiecesByValue {
  const places = new Map<By, Map<number | null, number[]>>();
  const buckets = new Int32Array(by.length);
  for (const [place, dimension] of by.entries()) {
    const start = starts[place];
    if (start === null || start === undefined) continue;
    buckets[place] = placeOf(laid, start);
    const code = codes[place] ?? null;
    const values = places.get(dimension) ?? new Map<number | null, number[]>();
    if (values.size === 0) places.set(dimension, values);
    const own = values.get(code);
    if (own) own.push(place);
    else values.set(code, [place]);
  }
  return { places, bucketOf: (place) => buckets[place] ?? -1 };
}

/** Those of them that lie in so many buckets from one on, which becomes the first. Values without any are left out. */
export function withinBuckets(pieces: PiecesByValue, first: number, count: number): PiecesByValue {
  const bucketOf = (place: number) => pieces.bucketOf(place) - first;
  const places = new Map<By, Map<number | null, readonly number[]>>();
  for (const [by, values] of pieces.places) {
    const within = new Map<number | null, readonly number[]>();
    for (const [code, own] of values) {
      const from = own.findIndex((place) => bucketOf(place) >= 0);
      const until = own.findLastIndex((place) => bucketOf(place) < count) + 1;
      if (from >= 0 && from < until) within.set(code, own.slice(from, until));
    }
    if (within.size > 0) places.set(by, within);
  }
  return { places, bucketOf };
}
