/**
 * One row a unit (an incident), one column a rater: the category that the rater gave, from 0 on in the order of the
 * scale, null where there is no rating.
 */
export type Ratings = readonly (readonly (number | null)[])[];

/** How many raters gave each category to one unit, and how many there were. */
export interface UnitCounts {
  counts: readonly number[];
  raters: number;
}

/**
 * The units with at least one rating, counted by category.
 *
 * The scale has as many categories as its rubric, used or not: a category that nobody chose still bears on what chance
 * would do. Fewer than two categories and ratings outside the scale are RangeErrors. Example: [[0, 0, 1], [null, 2,
 * null]] on a scale of 3 becomes [2, 1, 0] by 3 raters and [0, 0, 1] by 1.
 */
export function countRatings(ratings: Ratings, categories: number): UnitCounts[] {
  if (!(Number.isInteger(categories) && categories >= 2))
    throw new RangeError(`a scale has at least two categories, got ${categories}`);
  return ratings
    .map((unit) => {
      const given = unit.filter((rating) => rating !== null);
      const counts = Array.from({ length: categories }, () => 0);
      for (const rating of given) {
        if (!(Number.isInteger(rating) && rating >= 0 && rating < categories))
          throw new RangeError(`rating ${rating} is outside of the scale 0 to ${categories - 1}`);
        counts[rating] = (counts[rating] ?? 0) + 1;
      }
      return { counts, raters: given.length };
    })
    .filter(({ raters }) => raters > 0);
}

/** The share of the pairs of ratings of one unit that agree; null where there is no pair. Example: [2, 1, 0]: 1/3. */
export function pairsAgreeing({ counts, raters }: UnitCounts): number | null {
  if (raters < 2) return null;
  return counts.reduce((sum, count) => sum + count * (count - 1), 0) / (raters * (raters - 1));
}
