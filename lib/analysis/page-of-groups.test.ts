import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Group, pageOfGroups } from './page-of-groups.ts';

const groups: Group[] = [
  { code: 3, count: 40 },
  { code: 1, count: 25 },
  { code: 2, count: 100 },
];

describe('the groups that a page touches', () => {
  it('spans two groups: rows 1 to 50 are all 40 of the first and 10 of the second', () => {
    expect(pageOfGroups(groups, { offset: 0, limit: 50 })).toEqual({ codes: [3, 1], skip: 0 });
  });

  it('begins inside a group: rows 51 to 100 leave 10 of the second behind', () => {
    expect(pageOfGroups(groups, { offset: 50, limit: 50 })).toEqual({ codes: [1, 2], skip: 10 });
  });

  it('ends exactly where a group ends: rows 41 to 65 are the second group alone', () => {
    expect(pageOfGroups(groups, { offset: 40, limit: 25 })).toEqual({ codes: [1], skip: 0 });
  });

  it('is empty past the end, and for no groups', () => {
    expect(pageOfGroups(groups, { offset: 165, limit: 50 })).toEqual({ codes: [], skip: 0 });
    expect(pageOfGroups([], { offset: 0, limit: 50 })).toEqual({ codes: [], skip: 0 });
  });

  it('gives the same rows as sorting everything and cutting the page out', () => {
    const anyGroups = fc
      .uniqueArray(fc.nat({ max: 30 }), { maxLength: 8 })
      .chain((codes) =>
        fc.tuple(...codes.map((code) => fc.nat({ max: 9 }).map((count) => ({ code, count })))),
      );
    const anyPage = fc.record({ offset: fc.nat({ max: 60 }), limit: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(anyGroups, anyPage, (some, page) => {
        const all = some.flatMap(({ code, count }) => Array<number>(count).fill(code));
        const { codes, skip } = pageOfGroups(some, page);
        const touched = codes.flatMap((code) =>
          Array<number>(some.find((group) => group.code === code)?.count ?? 0).fill(code),
        );
        expect(touched.slice(skip, skip + page.limit)).toEqual(
          all.slice(page.offset, page.offset + page.limit),
        );
      }),
    );
  });
});
