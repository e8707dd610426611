import { compareValues } from './dimension-values.ts';
import { DIMENSIONS, type DimensionId } from './dimensions.ts';
import type { Filters, Selection } from './filters.ts';

/**
 * Selections in their one canonical form: at most one `is` and one `is not` for each dimension, in the order of the
 * registry, values folded and ordered, empty ones left out.
 */
export function normaliseSelections(selections: readonly Selection[]): Selection[] {
  return DIMENSIONS.flatMap(({ id }) => {
    const own = selections.filter(({ dimension }) => dimension === id);
    // A page makes a thousand links, each of a few dimensions.
    if (own.length === 0) return [];
    return [false, true].flatMap((exclude) => {
      const alike = own.filter((each) => each.exclude === exclude);
      const values = [...new Set(alike.flatMap((each) => each.values))].sort(compareValues);
      return values.length > 0 ? [{ dimension: id, exclude, values }] : [];
    });
  });
}

/** The values that a dimension is restricted to (or, with `exclude`, cleared of); empty when it is free. */
export function valuesOf(filters: Filters, dimension: DimensionId, exclude = false): readonly string[] {
  return (
    filters.selections.find((each) => each.dimension === dimension && each.exclude === exclude)?.values ?? []
  );
}
