import { unknownValueOf } from './dimension-values.ts';
import { DIMENSIONS } from './dimensions.ts';
import type { Filters, Ignored, Selection } from './filters.ts';
import { toIgnored } from './search-params.ts';
import { normaliseSelections } from './selections.ts';
import type { Vocabularies } from './vocabulary.ts';

/**
 * Moves the values that the record does not know from the selections to `ignored`, each with a reason that names
 * it. The value for "not known" is always allowed; a dimension without a vocabulary is not checked.
 */
export function checkSelections(filters: Filters, vocabularies: Partial<Vocabularies>): Filters {
  const ignored: Ignored[] = [];
  const selections = filters.selections.map((selection): Selection => {
    const { dimension } = selection;
    const terms = vocabularies[dimension];
    if (!terms) return selection;
    const known = new Set([unknownValueOf(dimension), ...terms.map(({ id }) => id)]);
    ignored.push(...selection.values.filter((value) => !known.has(value)).map(strangerIn(selection)));
    return { ...selection, values: selection.values.filter((value) => known.has(value)) };
  });
  if (ignored.length === 0) return filters;
  return {
    ...filters,
    selections: normaliseSelections(selections),
    ignored: [...filters.ignored, ...ignored],
  };
}

const strangerIn =
  ({ dimension, exclude }: Selection) =>
  (value: string): Ignored => {
    const label = DIMENSIONS.find(({ id }) => id === dimension)?.label ?? dimension;
    const parameter = exclude ? `${dimension}.not` : dimension;
    return toIgnored(parameter, value, `“${value}” is not among the values of ${label} in this workspace`);
  };
