/**
 * The point that a key leads to, of `count` points: arrows go to the neighbour (from nowhere: to the last one), Home
 * and End to the ends, Escape to none. `undefined` where the key means nothing here.
 */
export function walkPoints(active: number | null, key: string, count: number): number | null | undefined {
  const last = count - 1;
  if (last < 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key === 'Escape') return active === null ? undefined : null;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  if (active === null) return last;
  return Math.min(last, Math.max(0, active + (key === 'ArrowRight' ? 1 : -1)));
}
