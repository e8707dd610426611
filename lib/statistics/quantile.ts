/**
 * The value below which a share of the values lies; null of nothing.
 *
 * Method: linear interpolation between the order statistics at (n − 1) × share, type 7 of Hyndman and Fan (1996),
 * The American Statistician 50:361-365, the default of R, NumPy and spreadsheets. Unit: that of the values. `share`
 * outside 0 to 1 is a RangeError. Example: quantile([1, 2, 3, 4], 0.5) = 2.5.
 */
export function quantile(values: readonly number[], share: number): number | null {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a share must lie between 0 and 1, got ${share}`);
  const sorted = [...values].sort((one, other) => one - other);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below === above ? below : below + (above - below) * (position - Math.floor(position));
}
