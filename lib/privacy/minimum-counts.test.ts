import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { determinedCells } from './determined-cells.ts';
import { hideSmallCells, MINIMUM, type StaffCell } from './minimum-counts.ts';

const CHANGES = smallChanges(5);

const many = (...incidents: number[]): StaffCell[] =>
  incidents.map((count) => ({ incidents: count, agents: 9 }));
const places = (hidden: ReadonlySet<number>) => [...hidden].toSorted((one, other) => one - other);

describe('a single row with its sum', () => {
  it('2, 6, 9: the 2 is small, and 17 - 6 - 9 would tell it, so the smaller of the others is hidden, too', () => {
    expect(places(hideSmallCells(many(2, 6, 9), [[0, 1, 2]]).cells)).toEqual([0, 1]);
  });

  it('without a sum only what is small is hidden: 4 is, 5 is not, and an empty cell is', () => {
    expect(places(hideSmallCells(many(4, 5, 0), []).cells)).toEqual([0, 2]);
  });

  it('9 incidents of 2 agents are hidden, 9 of 3 are not', () => {
    const cells = [
      { incidents: 9, agents: 2 },
      { incidents: 9, agents: 3 },
    ];
    expect(places(hideSmallCells(cells, []).cells)).toEqual([0]);
  });

  it('1, 2, 8, 9: the sum less 8 and 9 would show a group of 3, so the 8 goes, too', () => {
    expect(places(hideSmallCells(many(1, 2, 8, 9), [[0, 1, 2, 3]]).cells)).toEqual([0, 1, 2]);
  });

  it('2, 3, 9: what is left over is a group of 5, which may be known', () => {
    expect(places(hideSmallCells(many(2, 3, 9), [[0, 1, 2]]).cells)).toEqual([0, 1]);
  });

  it('a sum of one small cell is that cell, and is withheld', () => {
    const hidden = hideSmallCells(many(3), [[0]]);
    expect([places(hidden.cells), places(hidden.sums)]).toEqual([[0], [0]]);
  });

  it('nothing small, nothing hidden', () => {
    const hidden = hideSmallCells(many(5, 6, 7), [[0, 1, 2]]);
    expect([hidden.cells.size, hidden.sums.size]).toEqual([0, 0]);
  });
});

describe('a table with the sums of its rows and columns', () => {
  const rows = (count: number, width: number) =>
    Array.from({ length: count }, (_, row) =>
      Array.from({ length: width }, (__, column) => row * width + column),
    );
  const columns = (count: number, width: number) =>
    Array.from({ length: width }, (_, column) =>
      Array.from({ length: count }, (__, row) => row * width + column),
    );
  const both = (count: number, width: number) => [...rows(count, width), ...columns(count, width)];

  it('one small cell of 3 × 3 takes three more, the corners of a rectangle', () => {
    // 2 20 30
    // 40 50 60
    // 70 80 90
    const { cells, sums } = hideSmallCells(many(2, 20, 30, 40, 50, 60, 70, 80, 90), both(3, 3));
    expect(places(cells)).toEqual([0, 1, 3, 4]);
    expect(sums.size).toBe(0);
  });

  it('two cells a row and column are not always enough: a bridge between two rectangles would be told', () => {
    // Cells 0, 1, 4, 5 and 10, 11, 14, 15 are rectangles; 6 joins them and follows from the sums of its row.
    const joined = [0, 1, 4, 5, 6, 10, 11, 14, 15];
    const sums = both(4, 4).map((sum) => sum.filter((place) => joined.includes(place)));
    expect(determinedCells(sums)).toEqual(new Set([6]));
  });

  const table = fc
    .record({ height: fc.integer({ min: 1, max: 6 }), width: fc.integer({ min: 1, max: 6 }) })
    .chain(({ height, width }) =>
      fc.record({
        sums: fc.constantFrom(rows(height, width), columns(height, width), both(height, width), [
          ...both(height, width),
          Array.from({ length: height * width }, (_, place) => place),
        ]),
        cells: fc.array(
          fc.record({ incidents: fc.integer({ min: 0, max: 30 }), agents: fc.integer({ min: 1, max: 8 }) }),
          {
            minLength: height * width,
            maxLength: height * width,
          },
        ),
      }),
    );

  it('of any table: what is small is hidden, no hidden cell can be worked out, and no sum leaves a small group', () => {
    fc.assert(
      fc.property(table, ({ cells, sums }) => {
        const hidden = hideSmallCells(cells, sums);
        for (const [place, cell] of cells.entries()) {
          const isSmall = cell.incidents < MINIMUM.incidents || cell.agents < MINIMUM.agents;
          if (isSmall) expect(hidden.cells.has(place)).toBe(true);
        }
        const left = sums
          .filter((_, sum) => !hidden.sums.has(sum))
          .map((sum) => sum.filter((place) => hidden.cells.has(place)));
        expect(determinedCells(left).size).toBe(0);
        for (const unknown of left) {
          const count = unknown.reduce((sum, place) => sum + (cells[place]?.incidents ?? 0), 0);
          if (unknown.length > 0) expect(count).toBeGreaterThanOrEqual(MINIMUM.incidents);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a table without anything small is shown whole, whatever its sums', () => {
    fc.assert(
      fc.property(table, ({ cells, sums }) => {
        const large = cells.map(() => ({ incidents: 5, agents: 3 }));
        expect(hideSmallCells(large, sums).cells.size).toBe(0);
      }),
    );
  });

  it('12 teams × 26 techniques with every third cell small are done in well under a second', () => {
    const cells = Array.from({ length: 312 }, (_, place) => ({
      incidents: place % 3 ? 9 + place : 2,
      agents: 5,
    }));
    const before = performance.now();
    const hidden = hideSmallCells(cells, both(12, 26));
    expect(hidden.cells.size).toBeGreaterThanOrEqual(104);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('what follows from sums', () => {
  it('of a + b = 5, b + c = 6 and b = 2 all three follow; without the last none does', () => {
    expect(determinedCells([[0, 1], [1, 2], [1]])).toEqual(new Set([0, 1, 2]));
    expect(
      determinedCells([
        [0, 1],
        [1, 2],
      ]),
    ).toEqual(new Set());
  });

  it('the sum of all less the sum of the others tells the one', () => {
    expect(
      determinedCells([
        [0, 1, 2],
        [1, 2],
      ]),
    ).toEqual(new Set([0]));
  });

  it('agrees with trying: a cell follows exactly when no change of the cells that keeps every sum moves it', () => {
    const sets = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1 }), { maxLength: 5 });
    fc.assert(
      fc.property(sets, (sums) => {
        const told = determinedCells(sums);
        for (const change of CHANGES) {
          const keeps = sums.every(
            (sum) => sum.reduce((total, place) => total + (change[place] ?? 0), 0) === 0,
          );
          if (!keeps) continue;
          for (const place of told) expect(change[place]).toBe(0);
        }
        const free = [0, 1, 2, 3, 4].filter((place) => sums.flat().includes(place) && !told.has(place));
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

/** Every way to change so many cells by -3 to 3 each. */
function smallChanges(cells: number): number[][] {
  let all: number[][] = [[]];
  for (let cell = 0; cell < cells; cell += 1)
    all = all.flatMap((change) => [-3, -2, -1, 0, 1, 2, 3].map((by) => [...change, by]));
  return all;
}
