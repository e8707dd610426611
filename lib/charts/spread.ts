/**
 * Places as near to the wanted ones as can be, in the same order, at least `gap` apart and within `from` to `to`
 * where there is room for all.
 */
export function spread(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted
    .map((_, index) => index)
    .sort((one, other) => (wanted[one] ?? 0) - (wanted[other] ?? 0));
  const places = order.map((index) => wanted[index] ?? 0);
  for (let index = 0; index < places.length; index++) {
    const before = index === 0 ? from : (places[index - 1] ?? from) + gap;
    places[index] = Math.max(places[index] ?? 0, before);
  }
  for (let index = places.length - 1; index >= 0; index--) {
    const after = index === places.length - 1 ? to : (places[index + 1] ?? to) - gap;
    places[index] = Math.min(places[index] ?? 0, after);
  }
  const spreadOut: number[] = [];
  for (const [position, index] of order.entries()) spreadOut[index] = places[position] ?? 0;
  return spreadOut;
}
