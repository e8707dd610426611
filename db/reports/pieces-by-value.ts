import type { By, Pieces } from '@/db/queries/sums/cut.ts';
import { type Buckets, placeOf } from '@/lib/analysis/series.ts';

/** The pieces of a cut by value: what the series of all measures of a grain have in common. */
export interface PiecesByValue {
  /** The places of the pieces of each value of each dimension, in the order of their buckets. */
  places: ReadonlyMap<By, ReadonlyMap<number | null, readonly number[]>>;
  /** In the place of which bucket each piece lies. */
  buckets: Int32Array;
}

/** Sorts the pieces of each grain by value once, whatever number of measures is asked of them. */
export function byValueOnce(laid: Buckets): (pieces: Pieces) => PiecesByValue {
  const known = new Map<Pieces, PiecesByValue>();
  return (pieces) => {
    const found = known.get(pieces) ?? sortPieces(laid, pieces);
    known.set(pieces, found);
    return found;
  };
}

function sortPieces(laid: Buckets, { by, starts, codes }: Pieces): PiecesByValue {
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
  return { places, buckets };
}
