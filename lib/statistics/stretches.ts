/** Neighbours that have the same value. */
export interface Stretch<T> {
  value: T;
  indexes: number[];
}

/** Maximal stretches of equal neighbours, in order. Example: [1, 1, 0] is 1 at 0 and 1, then 0 at 2. */
export function stretches<T>(values: readonly T[]): Stretch<T>[] {
  const all: Stretch<T>[] = [];
  for (const [index, value] of values.entries()) {
    const open = all.at(-1);
    if (open && open.value === value) open.indexes.push(index);
    else all.push({ value, indexes: [index] });
  }
  return all;
}
