/** So many of so many: a share where one is part of the other, else a rate. */
export interface Fraction {
  numerator: number;
  denominator: number;
}

/** The sum of all numerators by the sum of all denominators, never a mean of rates; null of nothing. */
export function pooled(fractions: readonly (Fraction | null)[]): number | null {
  let [numerators, denominators] = [0, 0];
  for (const fraction of fractions) {
    numerators += fraction?.numerator ?? 0;
    denominators += fraction?.denominator ?? 0;
  }
  return denominators === 0 ? null : numerators / denominators;
}

/** A point of a rate: a gap where nothing was counted in; a RangeError for a negative side. */
export function toRate(point: Fraction | null): Fraction | null {
  if (point === null) return null;
  if (!(point.numerator >= 0 && point.denominator >= 0))
    throw new RangeError(`${point.numerator} in ${point.denominator} is not a rate`);
  return point.denominator === 0 ? null : point;
}

/** A point of a share: a gap where nothing was counted; a RangeError for more than all or fewer than none. */
export function toShare(point: Fraction | null): Fraction | null {
  if (point === null || point.denominator === 0) return null;
  if (point.numerator >= 0 && point.numerator <= point.denominator) return point;
  throw new RangeError(`${point.numerator} of ${point.denominator} is not a share`);
}
