/** Where a mark stands, in pixels. */
export interface Place {
  x: number;
  y: number;
}

const DIRECTIONS: Record<string, Place> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

const SIDEWAYS_COST = 4;

/**
 * The mark that an arrow key leads to from `from`: the nearest one in that direction, sideways distance counted four
 * times. Home and End lead to the first and the last. Null where the key leads nowhere.
 */
export function nextMark(places: readonly Place[], from: number, key: string): number | null {
  if (key === 'Home') return places.length > 0 ? 0 : null;
  if (key === 'End') return places.length > 0 ? places.length - 1 : null;
  const direction = DIRECTIONS[key];
  const here = places[from];
  if (!direction || !here) return null;
  let best: { index: number; cost: number } | null = null;
  places.forEach((place, index) => {
    const along = (place.x - here.x) * direction.x + (place.y - here.y) * direction.y;
    const aside = Math.abs((place.x - here.x) * direction.y) + Math.abs((place.y - here.y) * direction.x);
    const cost = along + SIDEWAYS_COST * aside;
    if (index !== from && along > 1 && (best === null || cost < best.cost)) best = { index, cost };
  });
  return (best as { index: number } | null)?.index ?? null;
}
