/** That a figure which may be shown is the sum of others, each by its place among all figures. */
export interface Tie {
  whole: number;
  parts: readonly number[];
}

/**
 * The hidden figures that follow from those that are shown, by their places: those that have one value in every
 * solution of the linear equations "these parts add up to that whole".
 *
 * Method: Gauss-Jordan elimination; a figure is determined exactly when a reduced equation holds it alone (Strang,
 * Linear Algebra and Its Applications, chapter 2).
 * Example: of a + b = 5, b + c = 6 and b = 2 all three follow; without the last none does.
 */
export function determinedCells(ties: readonly Tie[], hidden: ReadonlySet<number>): Set<number> {
  const reduced: Equation[] = [];
  for (const tie of ties) {
    const terms = toTerms(tie, hidden);
    for (const earlier of reduced) eliminate(terms, earlier);
    const pivot = terms.keys().next().value;
    if (pivot === undefined) continue;
    scale(terms, pivot);
    const own = { pivot, terms };
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

/** What is hidden of a tie; what is shown of it is a number, and numbers do not matter here. */
function toTerms({ whole, parts }: Tie, hidden: ReadonlySet<number>): Map<number, number> {
  const terms = new Map(parts.filter((place) => hidden.has(place)).map((place) => [place, 1]));
  if (hidden.has(whole)) terms.set(whole, -1);
  return terms;
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
