import type { MeasureId } from './measure-ids.ts';
import { MEASURES } from './measures.ts';
import { noSums, type Sums } from './sums.ts';

/** Sums for tests: what is not said is as many as the denominator, or nothing. */
export function someSums(id: MeasureId, said: Partial<Sums>): Sums {
  const { denominator = 0 } = said;
  return {
    ...noSums(MEASURES[id]),
    numerator: denominator,
    incidents: denominator,
    all: denominator,
    ...said,
  };
}
