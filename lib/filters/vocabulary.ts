import type { DimensionId } from './dimensions.ts';

/** One value of a dimension: its code in the figures, its id in URLs and exports, its label for people. */
export interface Term {
  code: number;
  id: string;
  label: string;
  rank: number;
}

/** The values that each dimension can have here and now. */
export type Vocabularies = Readonly<Record<DimensionId, readonly Term[]>>;

/** The label of a value; the id itself where the vocabulary does not have it. */
export function labelOf(vocabularies: Vocabularies, dimension: DimensionId, id: string): string {
  return vocabularies[dimension].find((term) => term.id === id)?.label ?? id;
}
