import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { determinedCells, type Tie } from './determined-cells.ts';
import { type Group, hideSmallGroups as hide, isSmallGroup } from './minimum-counts.ts';
import { toStaffPlaces } from './staff-places.ts';

const CHANGES = smallChanges(5);
const MINIMUM = { incidents: 5, agents: 3 };
const hideSmallGroups = (groups: Group[], ties: Tie[]) => hide(groups, ties, MINIMUM);

/** So many incidents each, of the same nine agents. */
const many = (...incidents: number[]): Group[] =>
  incidents.map((count) => ({ incidents: count, agents: new Set([1, 2, 3, 4, 5, 6, 7, 8, 9]) }));
const places = (hidden: ReadonlySet<number>) => [...hidden].toSorted((one, other) => one - other);

describe('a single row, with its sum as the last figure', () => {
  it('2, 6, 9: the 2 is small, and 17 - 6 - 9 would tell it, so the smaller of the others is hidden, too', () => {
    expect(places(hideSmallGroups(many(2, 6, 9, 17), [{ parts: [0, 1, 2], whole: 3 }]))).toEqual([0, 1]);
  });

  it('without a sum only what is small is hidden: 4 is, 5 is not, and an empty cell is', () => {
    expect(places(hideSmallGroups(many(4, 5, 0), []))).toEqual([0, 2]);
  });

  it('9 incidents of 2 agents are hidden, 9 of 3 are not', () => {
    const groups = [
      { incidents: 9, agents: new Set([1, 2]) },
      { incidents: 9, agents: new Set([1, 2, 3]) },
    ];
    expect(places(hideSmallGroups(groups, []))).toEqual([0]);
  });

  it('1, 2, 8, 9: the sum less 8 and 9 would show a group of 3, so the 8 goes, too', () => {
    expect(places(hideSmallGroups(many(1, 2, 8, 9, 20), [{ parts: [0, 1, 2, 3], whole: 4 }]))).toEqual([
      0, 1, 2,
    ]);
  });

  it('2, 3, 9: what is left over is a group of 5, which may be known', () => {
    expect(places(hideSmallGroups(many(2, 3, 9, 14), [{ parts: [0, 1, 2], whole: 3 }]))).toEqual([0, 1]);
  });

  it('7 and 8 of agents 1 and 2, beside 9 of 3, 4 and 5: what is left over would be 15 of two agents', () => {
    const groups = [
      { incidents: 7, agents: new Set([1, 2]) },
      { incidents: 8, agents: new Set([1, 2]) },
      { incidents: 9, agents: new Set([3, 4, 5]) },
      { incidents: 24, agents: new Set([1, 2, 3, 4, 5]) },
    ];
    expect(places(hideSmallGroups(groups, [{ parts: [0, 1, 2], whole: 3 }]))).toEqual([0, 1, 2]);
  });

  it('a sum of one small cell is that cell, and is hidden, too', () => {
    expect(places(hideSmallGroups(many(3, 3), [{ parts: [0], whole: 1 }]))).toEqual([0, 1]);
  });

  it('nothing small, nothing hidden', () => {
    expect(places(hideSmallGroups(many(5, 6, 7, 18), [{ parts: [0, 1, 2], whole: 3 }]))).toEqual([]);
  });
});

it('a hidden sum of sums is not told by the total less the others: of 3, 20, 30 and 53 the 20 goes with the 3', () => {
  const ties = [{ parts: [0, 1, 2], whole: 3 }];
  expect(places(hideSmallGroups(many(3, 20, 30, 53), ties))).toEqual([0, 1]);
});

describe('a table with the sums of its rows and columns', () => {
  it('one small cell of 3 × 3 takes three more, the corners of a rectangle', () => {
    // 2 20 30 | 52
    // 40 50 60 | 150
    // 70 80 90 | 240
    // 112 150 180
    const shown = { rows: [1, 2, 3], columns: [1, 2, 3], rowSums: true, columnSums: true, total: false };
    const groups = many(2, 20, 30, 40, 50, 60, 70, 80, 90, 52, 150, 240, 112, 150, 180);
    expect(places(hideSmallGroups(groups, toStaffPlaces(shown).ties))).toEqual([0, 1, 3, 4]);
  });

  it('two cells a row and column are not always enough: a bridge between two rectangles would be told', () => {
    // Cells 0, 1, 4, 5 and 10, 11, 14, 15 are rectangles; 6 joins them and follows from the sums of its row.
    const shown = {
      rows: [1, 2, 3, 4],
      columns: [1, 2, 3, 4],
      rowSums: true,
      columnSums: true,
      total: false,
    };
    const joined = new Set([0, 1, 4, 5, 6, 10, 11, 14, 15]);
    expect(determinedCells(toStaffPlaces(shown).ties, joined)).toEqual(new Set([6]));
  });
});

describe('what follows from sums', () => {
  /** Of cells 0 to 4, all hidden; each sum is shown. */
  const told = (sums: number[][]) =>
    determinedCells(
      sums.map((parts, at): Tie => ({ parts, whole: 5 + at })),
      new Set([0, 1, 2, 3, 4]),
    );

  it('of a + b = 5, b + c = 6 and b = 2 all three follow; without the last none does', () => {
    expect(told([[0, 1], [1, 2], [1]])).toEqual(new Set([0, 1, 2]));
    expect(
      told([
        [0, 1],
        [1, 2],
      ]),
    ).toEqual(new Set());
  });

  it('the sum of all less the sum of the others tells the one', () => {
    expect(
      told([
        [0, 1, 2],
        [1, 2],
      ]),
    ).toEqual(new Set([0]));
  });

  it('a hidden sum follows when all its parts are shown, and a hidden part of a hidden sum does not', () => {
    expect(determinedCells([{ parts: [0, 1], whole: 2 }], new Set([2]))).toEqual(new Set([2]));
    expect(determinedCells([{ parts: [0, 1], whole: 2 }], new Set([1, 2]))).toEqual(new Set());
  });

  it('agrees with trying: a cell follows exactly when no change of the cells that keeps every sum moves it', () => {
    const sets = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1 }), { maxLength: 5 });
    fc.assert(
      fc.property(sets, (sums) => {
        const follows = told(sums);
        for (const change of CHANGES) {
          const keeps = sums.every(
            (sum) => sum.reduce((total, place) => total + (change[place] ?? 0), 0) === 0,
          );
          if (!keeps) continue;
          for (const place of follows) expect(change[place]).toBe(0);
        }
        const free = [0, 1, 2, 3, 4].filter((place) => sums.flat().includes(place) && !follows.has(place));
        for (const place of free) {
          const moves = CHANGES.some(
            (change) =>
              change[place] !== 0 &&
              sums.every((sum) => sum.reduce((total, each) => total + (change[each] ?? 0), 0) === 0),
          );
          expect(moves, `cell ${place} of ${JSON.stringify(sums)}`).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

it('a group is small below 5 incidents or 3 agents, or below what the workspace has set', () => {
  const of = (incidents: number, agents: number[]) =>
    isSmallGroup({ incidents, agents: new Set(agents) }, MINIMUM);
  expect([of(5, [1, 2, 3]), of(4, [1, 2, 3]), of(5, [1, 2]), of(0, [])]).toEqual([false, true, true, true]);
  const nine = { incidents: 9, agents: new Set([1, 2, 3]) };
  expect(isSmallGroup(nine, { incidents: 10, agents: 1 })).toBe(true);
});

/** Every way to change so many cells by -3 to 3 each. */
function smallChanges(cells: number): number[][] {
  let all: number[][] = [[]];
  for (let cell = 0; cell < cells; cell += 1)
    all = all.flatMap((change) => [-3, -2, -1, 0, 1, 2, 3].map((by) => [...change, by]));
  return all;
}
