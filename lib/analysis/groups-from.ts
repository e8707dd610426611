/** Rows of one value, in a list that is ordered by that value. */
export interface Group {
  code: number;
  count: number;
}

/** Which rows are wanted: so many, from the group of a row or from an end of the list, forwards or backwards. */
export interface GroupCut {
  from: number | null;
  limit: number;
  backwards: boolean;
}

/**
 * Which groups hold the next rows of a list that has all rows of the first group, then all of the second and so on:
 * only those need be sorted. How far into its group a row stands is not known, so the rows of the group that it is in
 * may all be behind it. In the order of the list; empty for a group that is not there.
 */
export function groupsFrom(groups: readonly Group[], { from, limit, backwards }: GroupCut): number[] {
  const ahead = backwards ? groups.toReversed() : groups;
  const start = from === null ? 0 : ahead.findIndex(({ code }) => code === from);
  if (start < 0) return [];
  const codes: number[] = [];
  let certain = 0;
  for (const { code, count } of ahead.slice(start)) {
    if (certain >= limit) break;
    codes.push(code);
    if (code !== from) certain += count;
  }
  return backwards ? codes.reverse() : codes;
}
