/**
 * The arithmetic mean; null of nothing.
 *
 * A series whose values are all the same has exactly that mean, whatever rounding does to its sum.
 * Example: mean([1, 2, 6]) = 3.
 */
export function mean(values: readonly number[]): number | null {
  const first = values[0];
  if (first === undefined) return null;
  let sum = 0;
  let isFlat = true;
  for (const value of values) {
    sum += value;
    isFlat &&= value === first;
  }
  return isFlat ? first : sum / values.length;
}
