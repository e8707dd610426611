/** Rows of one value, in a list that is ordered by that value. */
export interface Group {
  code: number;
  count: number;
}

/**
 * Which groups a page of a list touches, when the list holds all rows of the first group, then all of the second and
 * so on. `skip` is how many rows of the touched groups stand before the page. So only those groups need be sorted.
 */
export function pageOfGroups(
  groups: readonly Group[],
  page: { offset: number; limit: number },
): { codes: number[]; skip: number } {
  const codes: number[] = [];
  let skip = 0;
  let before = 0;
  for (const { code, count } of groups) {
    const after = before + count;
    if (after > page.offset && before < page.offset + page.limit) {
      if (codes.length === 0) skip = page.offset - before;
      codes.push(code);
    }
    before = after;
  }
  return { codes, skip };
}
