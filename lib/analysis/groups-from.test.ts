import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Group, groupsFrom } from './groups-from.ts';

const groups: Group[] = [
  { code: 3, count: 40 },
  { code: 1, count: 25 },
  { code: 2, count: 100 },
];

describe('the groups that hold the next rows', () => {
  it('from the beginning are the first and the second: 40 of 50 rows, and 10 more', () => {
    expect(groupsFrom(groups, { from: null, limit: 50, backwards: false })).toEqual([3, 1]);
    expect(groupsFrom(groups, { from: null, limit: 40, backwards: false })).toEqual([3]);
  });

  it('from a row of the first group are that group and those behind it, which hold 50 for certain', () => {
    expect(groupsFrom(groups, { from: 3, limit: 50, backwards: false })).toEqual([3, 1, 2]);
    expect(groupsFrom(groups, { from: 3, limit: 25, backwards: false })).toEqual([3, 1]);
  });

  it('backwards are those before it, in the order of the list', () => {
    expect(groupsFrom(groups, { from: 2, limit: 25, backwards: true })).toEqual([1, 2]);
    expect(groupsFrom(groups, { from: null, limit: 101, backwards: true })).toEqual([1, 2]);
  });

  it('are none for a group that is not there', () => {
    expect(groupsFrom(groups, { from: 9, limit: 50, backwards: false })).toEqual([]);
    expect(groupsFrom([], { from: null, limit: 50, backwards: false })).toEqual([]);
  });

  it('hold the same next rows as the whole list does', () => {
    const anyGroups = fc
      .uniqueArray(fc.nat({ max: 30 }), { minLength: 1, maxLength: 8 })
      .chain((codes) =>
        fc.tuple(...codes.map((code) => fc.nat({ max: 9 }).map((count) => ({ code, count })))),
      );
    fc.assert(
      fc.property(
        anyGroups,
        fc.nat(),
        fc.integer({ min: 1, max: 20 }),
        fc.boolean(),
        (some, seed, limit, backwards) => {
          const rows = some.flatMap(({ code, count }) =>
            Array.from({ length: count }, (_, place) => ({ code, place })),
          );
          const list = backwards ? rows.toReversed() : rows;
          const at = seed % (list.length + 1) || null;
          const row = at === null ? null : list[at - 1];
          const codes = groupsFrom(some, { from: row?.code ?? null, limit, backwards });
          const wanted = list.slice(at ?? 0, (at ?? 0) + limit);
          expect(wanted.every(({ code }) => codes.includes(code))).toBe(true);
          expect(codes).toEqual(some.map(({ code }) => code).filter((code) => codes.includes(code)));
        },
      ),
    );
  });
});
