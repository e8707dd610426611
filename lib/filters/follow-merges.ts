import type { DimensionId } from './dimensions.ts';
import type { Filters, Selection } from './filters.ts';
import { normaliseSelections } from './selections.ts';
import { labelOf, type Vocabularies } from './vocabulary.ts';

/** A value that was asked for and the one that it counts as, by their labels. */
export interface Followed {
  dimension: DimensionId;
  asked: string;
  shown: string;
}

/**
 * Puts the values that incidents are counted under in the place of those that were merged into them: an address that was
 * kept from before shows what its values have become.
 */
export function followMerges(
  filters: Filters,
  vocabularies: Vocabularies,
): { filters: Filters; followed: Followed[] } {
  const followed: Followed[] = [];
  const selections = filters.selections.map((selection): Selection => {
    const { dimension, values } = selection;
    const targets = new Map(vocabularies[dimension].map(({ id, mergedInto }) => [id, mergedInto]));
    const label = (id: string) => labelOf(vocabularies, dimension, id);
    for (const id of values) {
      const into = targets.get(id);
      if (into) followed.push({ dimension, asked: label(id), shown: label(into) });
    }
    return { ...selection, values: values.map((id) => targets.get(id) ?? id) };
  });
  if (followed.length === 0) return { filters, followed };
  return { filters: { ...filters, selections: normaliseSelections(selections) }, followed };
}
