import { determinedCells } from './determined-cells.ts';

/** A cell of staff figures: what it counts, and how many people stand behind it. */
export interface StaffCell {
  incidents: number;
  agents: number;
}

export const MINIMUM: Readonly<StaffCell> = { incidents: 5, agents: 3 };

export interface Hidden {
  /** By the place of the cell. */
  cells: ReadonlySet<number>;
  /** Sums that may not be shown either, by their place: nothing else in them could be hidden. */
  sums: ReadonlySet<number>;
}

/**
 * Which cells of a table of staff figures are hidden from those who may not see small groups: each under 5 incidents or
 * 3 agents, also an empty one, and then the smallest others, until no hidden cell can be worked out from the sums that
 * are shown, and what is left over in each sum is no small group itself.
 *
 * Method: a cell can be worked out exactly when the sums determine it as a system of linear equations (cell suppression:
 * Willenborg and de Waal, Elements of Statistical Disclosure Control, 2001, chapter 6). It is greedy, so that now and
 * then it hides one cell more than the fewest.
 * Example: a row 2, 6, 9 with its sum 17: 2 is small, and 17 - 6 - 9 would tell it, so 6 is hidden, too.
 * @param sums for each sum that is shown, the places of the cells that it adds up
 */
export function hideSmallCells(
  cells: readonly StaffCell[],
  sums: readonly (readonly number[])[],
  minimum: Readonly<StaffCell> = MINIMUM,
): Hidden {
  const hidden = new Set(cells.flatMap((cell, place) => (isSmall(cell, minimum) ? [place] : [])));
  const withheld = new Set<number>();
  for (;;) {
    const shown = sums.map((places, sum) => (withheld.has(sum) ? [] : places));
    const weak = findWeak(cells, shown, hidden, minimum);
    if (weak === null) return { cells: hidden, sums: withheld };
    const next = bestToHide(cells, shown, weak, hidden);
    if (next === null) withheld.add(weak);
    else hidden.add(next);
  }
}

function isSmall(cell: StaffCell, minimum: Readonly<StaffCell>): boolean {
  return cell.incidents < minimum.incidents || cell.agents < minimum.agents;
}

/** The sum through which something small can be worked out most directly, or null. */
function findWeak(
  cells: readonly StaffCell[],
  sums: readonly (readonly number[])[],
  hidden: ReadonlySet<number>,
  minimum: Readonly<StaffCell>,
): number | null {
  const unknown = sums.map((places) => places.filter((place) => hidden.has(place)));
  const isLeftOverSmall = (places: readonly number[]) =>
    places.length > 0 && sumOf(cells, places) < minimum.incidents;
  const small = unknown.findIndex(isLeftOverSmall);
  if (small >= 0) return small;
  const told = determinedCells(unknown);
  const telling = unknown.flatMap((places, sum) => (places.some((place) => told.has(place)) ? [sum] : []));
  const hasMore = (sum: number) => (sums[sum]?.length ?? 0) > (unknown[sum]?.length ?? 0);
  const size = (sum: number) => unknown[sum]?.length ?? 0;
  const [first] = telling.toSorted(
    (one, other) => Number(hasMore(other)) - Number(hasMore(one)) || size(one) - size(other),
  );
  return first ?? null;
}

function sumOf(cells: readonly StaffCell[], places: readonly number[]): number {
  return places.reduce((sum, place) => sum + (cells[place]?.incidents ?? 0), 0);
}

/** Of what a sum still shows the cell that opens the fewest other sums, the smallest of those; null when all is hidden. */
function bestToHide(
  cells: readonly StaffCell[],
  sums: readonly (readonly number[])[],
  within: number,
  hidden: ReadonlySet<number>,
): number | null {
  const untouched = sums.filter((places) => !places.some((place) => hidden.has(place)));
  const opens = (place: number) => untouched.filter((places) => places.includes(place)).length;
  const size = (place: number) => cells[place]?.incidents ?? 0;
  const [first] = (sums[within] ?? [])
    .filter((place) => !hidden.has(place))
    .toSorted((one, other) => opens(one) - opens(other) || size(one) - size(other) || one - other);
  return first ?? null;
}
