import type { Measure } from './measure.ts';

/** What the facts say of one measure in one set of records. Every value is made of this, at the last moment. */
export interface Sums {
  /**
   * Above the line: of a count, share and rate the records of which all holds, of a mean and sum the sum of the column,
   * of a median as many as below.
   */
  numerator: number;
  /** Below the line: the records that the measure is taken over; of a rate the contacts or agent-weeks. */
  denominator: number;
  /** The distinct incidents that these belong to, which is what a link opens. */
  incidents: number;
  /** All records there are, counted or not: of the grain, or of incidents where the measure is a rate. */
  all: number;
  /** Of a median; null where there is none. */
  median: number | null;
  p90: number | null;
  /** Counted beside, in the measure's order. */
  beside: readonly number[];
}

/** Nothing at all was asked about. */
export function noSums({ beside }: Measure): Sums {
  const counts = { numerator: 0, denominator: 0, incidents: 0, all: 0 };
  return { ...counts, median: null, p90: null, beside: beside.map(() => 0) };
}

/** Sums of which it may not be known to how many incidents they belong. */
type SomeSums = Omit<Sums, 'incidents'> & Partial<Pick<Sums, 'incidents'>>;

/** The sums of several sets that have no record in common. A median is not to be had so, and is null. */
export function addUp(measure: Measure, parts: readonly SomeSums[]): Sums {
  const sum = (of: (part: SomeSums) => number | undefined) =>
    parts.reduce((all, part) => all + (of(part) ?? 0), 0);
  return {
    numerator: sum((part) => part.numerator),
    denominator: sum((part) => part.denominator),
    incidents: sum((part) => part.incidents),
    all: sum((part) => part.all),
    median: null,
    p90: null,
    beside: measure.beside.map((_, place) => sum((part) => part.beside[place])),
  };
}

/**
 * The value of a measure: a share 0 to 1, minutes, a score, a rate by its unit, money in the unit of its sums. Null where
 * nothing was counted below the line, but for counts and sums, which are then 0.
 */
export function measureValue(
  measure: Measure,
  { numerator, denominator, median }: Pick<Sums, 'numerator' | 'denominator' | 'median'>,
): number | null {
  switch (measure.aggregate) {
    case 'count':
    case 'sum':
      return numerator;
    case 'median':
      return median;
    case 'rate':
      return denominator === 0 ? null : (numerator / denominator) * perOf(measure);
    default:
      return denominator === 0 ? null : numerator / denominator / (measure.outOf ?? 1);
  }
}

/** A count or sum: whole periods are as much as all their buckets together, and nothing in one of them is 0. */
export function addsUp({ aggregate }: Measure): boolean {
  return aggregate === 'count' || aggregate === 'sum';
}

/** How many records could not be counted: of the grain, or of incidents where the measure is a rate. */
export function leftOutOf({ aggregate }: Measure, { denominator, incidents, all }: Sums): number {
  return all - (aggregate === 'rate' ? incidents : denominator);
}

/** For how many of the denominator a rate is told. */
export function perOf({ unit }: Measure): number {
  return unit === 'per_1000_contacts' ? 1000 : 1;
}
