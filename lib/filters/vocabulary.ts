import type { DimensionId } from './dimensions.ts';

/** One value of a dimension: its code in the figures, its id in URLs and exports, its label for people. */
export interface Term {
  code: number;
  id: string;
  label: string;
  rank: number;
  /** It is offered in forms no more; incidents have it still. */
  retired?: true;
  /** The id of the value that it counts as: no incident is counted under its own code. */
  mergedInto?: string;
}

/** The values that each dimension can have here and now. */
export type Vocabularies = Readonly<Record<DimensionId, readonly Term[]>>;

/** The values that incidents are counted under: those merged into others are left out. */
export function countedTerms(terms: readonly Term[]): Term[] {
  return terms.filter(({ mergedInto }) => mergedInto === undefined);
}

/** The label of a value; the id itself where the vocabulary does not have it. */
export function labelOf(vocabularies: Vocabularies, dimension: DimensionId, id: string): string {
  return vocabularies[dimension].find((term) => term.id === id)?.label ?? id;
}
