import { determinedCells, type Tie } from './determined-cells.ts';

/** What a figure about staff goes over: so many incidents, of these people. */
export interface Group {
  incidents: number;
  agents: ReadonlySet<number>;
}

/** Below which numbers a group is small: a setting of the workspace. */
export interface Minimum {
  incidents: number;
  agents: number;
}

/** Whether a group is too small to be told, such as fewer than 5 incidents or than 3 agents; an empty one is. */
export function isSmallGroup({ incidents, agents }: Group, minimum: Minimum): boolean {
  return incidents < minimum.incidents || agents.size < minimum.agents;
}

/**
 * Which figures about staff are hidden from those who may not see small groups, by their places: each of a small group,
 * be it a cell or a sum, and then the smallest others, until no hidden figure can be worked out from those that are
 * shown, and what is left over in each sum is no small group itself.
 *
 * Method: a figure can be worked out exactly when the ties determine it as a system of linear equations (cell
 * suppression: Willenborg and de Waal, Elements of Statistical Disclosure Control, 2001, chapter 6). It is greedy, so
 * that now and then it hides one figure more than the fewest.
 * Example: a row 2, 6, 9 with its sum 17: 2 is small, and 17 - 6 - 9 would tell it, so 6 is hidden, too.
 */
export function hideSmallGroups(
  groups: readonly Group[],
  ties: readonly Tie[],
  minimum: Minimum,
): ReadonlySet<number> {
  const hidden = new Set(groups.flatMap((group, place) => (isSmallGroup(group, minimum) ? [place] : [])));
  for (;;) {
    const weak = findSmallRemainder(groups, ties, hidden, minimum) ?? findTelling(ties, hidden);
    const next = weak && bestToHide(groups, ties, weak, hidden);
    if (next === null) return hidden;
    hidden.add(next);
  }
}

/** Of what a tie still shows the part that opens the fewest other ties, the smallest of those; the whole comes last. */
function bestToHide(
  groups: readonly Group[],
  ties: readonly Tie[],
  weak: Tie,
  hidden: ReadonlySet<number>,
): number {
  const untouched = ties.filter((tie) => !placesOf(tie).some((place) => hidden.has(place)));
  const opens = (place: number) => untouched.filter((tie) => placesOf(tie).includes(place)).length;
  const size = (place: number) => groups[place]?.incidents ?? 0;
  const parts = weak.parts.filter((place) => !hidden.has(place));
  const [smallest] = parts.toSorted(
    (one, other) => opens(one) - opens(other) || size(one) - size(other) || one - other,
  );
  return smallest ?? weak.whole;
}

/** A sum that is shown and of which what is hidden is, all together, a small group. */
function findSmallRemainder(
  groups: readonly Group[],
  ties: readonly Tie[],
  hidden: ReadonlySet<number>,
  minimum: Minimum,
): Tie | null {
  const leavesSmall = ({ whole, parts }: Tie) => {
    const left = parts.filter((place) => hidden.has(place)).flatMap((place) => groups[place] ?? []);
    return !hidden.has(whole) && left.length > 0 && isSmallGroup(union(left), minimum);
  };
  return ties.find(leavesSmall) ?? null;
}

/** The tie that still shows something while a hidden figure is told: one of that figure first, the fewest hidden first. */
function findTelling(ties: readonly Tie[], hidden: ReadonlySet<number>): Tie | null {
  const told = determinedCells(ties, hidden);
  if (told.size === 0) return null;
  const hiddenOf = (tie: Tie) => placesOf(tie).filter((place) => hidden.has(place));
  const isFarFrom = (tie: Tie) => (hiddenOf(tie).some((place) => told.has(place)) ? 0 : 1);
  const [first] = ties
    .filter((tie) => hiddenOf(tie).length > 0 && hiddenOf(tie).length < placesOf(tie).length)
    .toSorted(
      (one, other) => isFarFrom(one) - isFarFrom(other) || hiddenOf(one).length - hiddenOf(other).length,
    );
  return first ?? null;
}

function placesOf({ whole, parts }: Tie): number[] {
  return [...parts, whole];
}

function union(groups: readonly Group[]): Group {
  return {
    incidents: groups.reduce((sum, { incidents }) => sum + incidents, 0),
    agents: new Set(groups.flatMap(({ agents }) => [...agents])),
  };
}
