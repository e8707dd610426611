/**
 * The cells that follow from sums that are known, by their places: those that have one value in every solution of the
 * linear equations "these cells add up to that".
 *
 * Method: Gauss-Jordan elimination; a cell is determined exactly when a reduced equation holds it alone (Strang, Linear
 * Algebra and Its Applications, chapter 2).
 * Example: of a + b = 5, b + c = 6 and b = 2 all three follow; without the last none does.
 * @param sums for each known sum, the places of the unknown cells in it
 */
export function determinedCells(sums: readonly (readonly number[])[]): Set<number> {
  const equations = sums.map((places) => new Map(places.map((place) => [place, 1])));
  const reduced: Equation[] = [];
  for (const equation of equations) {
    for (const earlier of reduced) eliminate(equation, earlier);
    const pivot = equation.keys().next().value;
    if (pivot === undefined) continue;
    scale(equation, pivot);
    const own = { pivot, terms: equation };
    for (const earlier of reduced) eliminate(earlier.terms, own);
    reduced.push(own);
  }
  return new Set(reduced.filter(({ terms }) => terms.size === 1).map(({ pivot }) => pivot));
}

interface Equation {
  /** The place that no other equation holds. */
  pivot: number;
  terms: Map<number, number>;
}

/** Takes the pivot of another equation out of this one. Changes it in place. */
function eliminate(terms: Map<number, number>, { pivot, terms: other }: Equation): void {
  const factor = terms.get(pivot);
  if (factor === undefined) return;
  for (const [place, value] of other) {
    const left = (terms.get(place) ?? 0) - factor * value;
    if (Math.abs(left) < NOTHING) terms.delete(place);
    else terms.set(place, left);
  }
}

function scale(terms: Map<number, number>, pivot: number): void {
  const by = terms.get(pivot) ?? 1;
  for (const [place, value] of terms) terms.set(place, value / by);
}

// Tables of rows and columns stay at -1, 0 and 1; this is for what is left of other divisions.
const NOTHING = 1e-9;
