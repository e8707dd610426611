/**
 * The arithmetic mean; null of nothing.
 *
 * A series whose values are all the same has exactly that mean, whatever rounding does to its sum.
 * Example: mean([1, 2, 6]) = 3.
 */
export function mean(values: readonly number[]): number | null {
  const first = values[0];
  if (first === undefined) return null;
  if (values.every((value) => value === first)) return first;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
