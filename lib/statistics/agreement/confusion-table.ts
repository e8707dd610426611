/** Units by the category of the first rater (rows) and of the second (columns). */
export interface ConfusionTable {
  table: readonly (readonly number[])[];
  /** Units that one of the two did not rate. */
  leftOut: number;
}

/**
 * The ratings of two raters as the table that `cohenKappa` asks for; units come in the same order in both lists.
 *
 * `categories` is the length of the scale in the rubric. Lists of different length and ratings outside the scale are
 * RangeErrors. Example: [0, 1, null] and [0, 0, 1] on a scale of 2: [[1, 0], [1, 0]], one left out.
 */
export function toConfusionTable(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
  categories: number,
): ConfusionTable {
  if (first.length !== second.length)
    throw new RangeError(`${first.length} and ${second.length} ratings are not of the same units`);
  const table = Array.from({ length: categories }, () => Array.from({ length: categories }, () => 0));
  let leftOut = 0;
  for (const [unit, row] of first.entries()) {
    const column = second[unit] ?? null;
    if (row === null || column === null) leftOut++;
    else {
      const counts = table[row];
      if (counts?.[column] === undefined)
        throw new RangeError(`ratings ${row} and ${column} are outside of the scale 0 to ${categories - 1}`);
      counts[column]++;
    }
  }
  return { table, leftOut };
}
