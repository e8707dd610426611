/** A row that was read, of what is counted under one key. */
export interface KeyedRow<Entry> {
  line: number;
  key: string;
  entry: Entry;
}

/**
 * One entry for each key of a table. A row that repeats another word by word is merged into it; where rows of one key
 * say different things, nobody can tell which of them is right, and none goes in.
 */
export function foldRows<Entry, Row extends KeyedRow<Entry>>(
  rows: readonly Row[],
): { kept: Row[]; merged: { row: Row; into: number }[]; disputed: { row: Row; lines: number[] }[] } {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.key);
    if (group) group.push(row);
    else groups.set(row.key, [row]);
  }
  const kept: Row[] = [];
  const merged: { row: Row; into: number }[] = [];
  const disputed: { row: Row; lines: number[] }[] = [];
  for (const group of groups.values()) {
    const [first, ...others] = group;
    if (!first) continue;
    const said = JSON.stringify(first.entry);
    if (others.every((row) => JSON.stringify(row.entry) === said)) {
      kept.push(first);
      merged.push(...others.map((row) => ({ row, into: first.line })));
    } else {
      disputed.push(...group.map((row) => ({ row, lines: linesBeside(group, row) })));
    }
  }
  return { kept, merged, disputed };
}

const MOST_LINES = 5;

function linesBeside<Row extends { line: number }>(group: readonly Row[], row: Row): number[] {
  return group
    .filter((other) => other !== row)
    .slice(0, MOST_LINES)
    .map(({ line }) => line);
}
