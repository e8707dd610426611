import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import type { Pieces, SumsOfPiece } from './cut.ts';

/**
 * The sums of a measure by the places of its pieces, which measures of one grain share. Each is read when it is asked for:
 * a page has a hundred thousand of them, and looks at most once.
 */
export interface PlacedSums {
  pieces: Pieces;
  numeratorOf(place: number): number;
  denominatorOf(place: number): number;
  medianOf(place: number): number | null;
  sumsOf(place: number): SumsOfPiece;
}

/** The sums of each measure that was asked, in the order of the cut, of their days and of their codes. */
export type SumsByMeasure = ReadonlyMap<MeasureId, PlacedSums>;

/** All of them, in their order. */
export function listSums({ pieces, sumsOf }: PlacedSums): SumsOfPiece[] {
  return pieces.by.map((_, place) => sumsOf(place));
}

/** Sums that are there already, each in its place. */
export function placeSums(sums: readonly SumsOfPiece[]): PlacedSums {
  const sumsOf = (place: number) => {
    const found = sums[place];
    if (!found) throw new RangeError(`there are ${sums.length} pieces, and none in place ${place}`);
    return found;
  };
  return {
    pieces: {
      by: sums.map(({ by }) => by),
      starts: sums.map(({ start }) => start),
      codes: sums.map(({ code }) => code),
    },
    numeratorOf: (place) => sumsOf(place).numerator,
    denominatorOf: (place) => sumsOf(place).denominator,
    medianOf: (place) => sumsOf(place).median,
    sumsOf,
  };
}

/** Those in some places, which become all that there are. */
export function pickSums({ pieces, ...sums }: PlacedSums, places: readonly number[]): PlacedSums {
  const at = (place: number) => places[place] ?? -1;
  const pick = <Value>(values: readonly Value[]) => places.flatMap((place) => values.slice(place, place + 1));
  return {
    pieces: { by: pick(pieces.by), starts: pick(pieces.starts), codes: pick(pieces.codes) },
    numeratorOf: (place) => sums.numeratorOf(at(place)),
    denominatorOf: (place) => sums.denominatorOf(at(place)),
    medianOf: (place) => sums.medianOf(at(place)),
    sumsOf: (place) => sums.sumsOf(at(place)),
  };
}
