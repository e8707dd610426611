import { type EditableSet, UNKNOWN_CODE } from './editable-sets.ts';

interface Placed {
  code: number;
  label: string;
  rank: number;
  retired: boolean;
  mergedInto: number | null;
}

/**
 * The order in which the values of a vocabulary are listed where they are looked after: those in use by rank, products by
 * name; then what is not known, retired ones and those that count as others.
 */
export function byPlace(set: EditableSet): (one: Placed, other: Placed) => number {
  const isByName = set === 'product';
  return (one, other) =>
    groupOf(one) - groupOf(other) ||
    (isByName ? one.label.localeCompare(other.label, 'en') : one.rank - other.rank) ||
    one.code - other.code;
}

function groupOf({ code, retired, mergedInto }: Placed): number {
  if (mergedInto !== null) return 3;
  if (retired) return 2;
  return code === UNKNOWN_CODE ? 1 : 0;
}
