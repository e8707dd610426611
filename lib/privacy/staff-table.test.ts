import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { determinedCells } from './determined-cells.ts';
import { type ShownFigures, toStaffPlaces } from './staff-places.ts';
import { type AgentShare, toStaffTable as toTable } from './staff-table.ts';

const MINIMUM = { incidents: 5, agents: 3 };
const toStaffTable = (shares: AgentShare[], shown: ShownFigures, known: number[] | null) =>
  toTable(shares, shown, known && { known, minimum: MINIMUM });

const ALL: ShownFigures = { rows: [1, 2], columns: [7, 8], rowSums: true, columnSums: true, total: true };

/** So many incidents in a cell, spread over these agents one by one. */
function spread(row: number, column: number, incidents: number, agents: readonly number[]): AgentShare[] {
  return agents.map((agent, at) => {
    const own = Math.floor(incidents / agents.length) + (at < incidents % agents.length ? 1 : 0);
    return { agent, row, column, incidents: own, sums: { effective: own, missed: 1 } };
  });
}

const counts = (cells: readonly ({ incidents: number } | null)[]) =>
  cells.map((cell) => cell?.incidents ?? null);

describe('two teams, two techniques', () => {
  const [one, other] = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  const shares = [
    ...spread(1, 7, 12, one),
    ...spread(1, 8, 2, one),
    ...spread(2, 7, 20, other),
    ...spread(2, 8, 30, other),
  ];

  it('12, 2, 20 and 30 with all sums: the 2 takes the other three with it; 14, 50, 32, 32 and 64 are told', () => {
    const table = toStaffTable(shares, ALL, []);
    expect(table.rows.map(({ cells }) => counts(cells))).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(counts(table.rows.map(({ sum }) => sum))).toEqual([14, 50]);
    expect(counts(table.columns.map(({ sum }) => sum))).toEqual([32, 32]);
    expect([table.total?.incidents, table.hidden, table.isGuarded]).toEqual([64, 4, true]);
  });

  it('without sums only the 2 is hidden, and sums that nobody asked for are not told', () => {
    const table = toStaffTable(shares, { ...ALL, rowSums: false, columnSums: false, total: false }, []);
    expect(table.rows.map(({ cells }) => counts(cells))).toEqual([
      [12, null],
      [20, 30],
    ]);
    expect([...table.rows, ...table.columns].map(({ sum }) => sum)).toEqual([null, null, null, null]);
    expect([table.total, table.hidden]).toEqual([null, 1]);
  });

  it('for whoever may see small groups, nothing is hidden, and an empty cell is 0', () => {
    const table = toStaffTable(shares, { ...ALL, columns: [7, 8, 9] }, null);
    expect(table.rows.map(({ cells }) => counts(cells))).toEqual([
      [12, 2, 0],
      [20, 30, 0],
    ]);
    expect([table.total?.incidents, table.hidden, table.isGuarded]).toEqual([64, 0, false]);
  });

  it('12 incidents of three agents are 12 effective and 3 missed', () => {
    const shown = { ...ALL, rowSums: false, columnSums: false, total: false };
    expect(toStaffTable(shares, shown, []).rows[0]?.cells[0]).toEqual({
      incidents: 12,
      agents: 3,
      sums: { effective: 12, missed: 3 },
    });
  });

  it('what is in no row or column that is shown is in no sum: 64 - 30 - 2 = 32', () => {
    expect(toStaffTable(shares, { ...ALL, columns: [7] }, null).total?.incidents).toBe(32);
  });

  it('one of three agents reads about two others, which is hidden; the three of the other team are told', () => {
    const shown = { ...ALL, rowSums: false, columnSums: false, total: false };
    expect(toStaffTable(shares, shown, [1]).rows.map(({ cells }) => counts(cells))).toEqual([
      [null, null],
      [20, 30],
    ]);
  });

  it('an agent who is not known is nobody: 9 of agents 1, 2 and none are of two', () => {
    const shown = { ...ALL, rowSums: false, columnSums: false, total: false };
    expect(toStaffTable(spread(1, 7, 9, [1, 2, 0]), shown, []).rows[0]?.cells).toEqual([null, null]);
  });
});

it('a row sum of one agent is hidden, though it goes over 40 incidents, and the others do not tell it', () => {
  const shares = [1, 2, 3].flatMap((row) => [
    ...spread(row, 7, 20, row === 1 ? [9] : [row * 10, row * 10 + 1, row * 10 + 2]),
    ...spread(row, 8, 20, row === 1 ? [9] : [row * 10, row * 10 + 1, row * 10 + 2]),
  ]);
  const table = toStaffTable(shares, { ...ALL, rows: [1, 2, 3] }, []);
  expect(table.rows[0]?.sum).toBeNull();
  const sums = counts(table.rows.map(({ sum }) => sum));
  expect(table.total === null || sums.filter((sum) => sum === null).length > 1).toBe(true);
});

describe('of any table', () => {
  const share = fc.record({
    agent: fc.integer({ min: 0, max: 8 }),
    row: fc.integer({ min: 1, max: 4 }),
    column: fc.integer({ min: 1, max: 4 }),
    incidents: fc.integer({ min: 0, max: 9 }),
    sums: fc.constant({}),
  });
  const shown = fc.record({
    rows: fc.subarray([1, 2, 3, 4], { minLength: 1 }),
    columns: fc.subarray([1, 2, 3, 4], { minLength: 1 }),
    rowSums: fc.boolean(),
    columnSums: fc.boolean(),
    total: fc.boolean(),
  });
  const known = fc.subarray([1, 2, 3], { maxLength: 1 });

  it('what is small is hidden, nothing hidden can be worked out, and no sum leaves a small group', () => {
    fc.assert(
      fc.property(fc.array(share, { maxLength: 60 }), shown, known, (shares, figures, own) => {
        const others = shares.filter(({ agent }) => !own.includes(agent));
        const told = flatten(toStaffTable(shares, figures, own), figures);
        const of = flatten(toStaffTable(others, figures, null), figures);
        const hidden = new Set(told.flatMap((figure, place) => (figure === null ? [place] : [])));
        for (const place of told.keys()) {
          const group = of[place];
          const isSmall =
            (group?.incidents ?? 0) < MINIMUM.incidents || (group?.agents ?? 0) < MINIMUM.agents;
          if (isSmall) expect(hidden.has(place), `figure ${place}`).toBe(true);
        }
        const { ties } = toStaffPlaces(figures);
        expect(determinedCells(ties, hidden)).toEqual(new Set());
        for (const { whole, parts } of ties.filter((tie) => !hidden.has(tie.whole))) {
          const left = parts.filter((place) => hidden.has(place));
          const rest = left.reduce((sum, place) => sum + (of[place]?.incidents ?? 0), 0);
          if (left.length > 0) expect(rest, `of ${whole}`).toBeGreaterThanOrEqual(MINIMUM.incidents);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('what is told is what somebody sees from whom nothing is hidden', () => {
    fc.assert(
      fc.property(fc.array(share, { maxLength: 60 }), shown, known, (shares, figures, own) => {
        const whole = flatten(toStaffTable(shares, figures, null), figures);
        const told = flatten(toStaffTable(shares, figures, own), figures);
        for (const [place, figure] of told.entries()) if (figure) expect(figure).toEqual(whole[place]);
      }),
    );
  });

  it('100 teams × 30 techniques with every third cell small are done within two seconds', () => {
    const range = (length: number) => Array.from({ length }, (_, at) => at + 1);
    const shares = range(100).flatMap((row) =>
      range(30).flatMap((column) =>
        spread(row, column, (row + column) % 3 ? 9 + column : 2, [row * 10, row * 10 + 1, row * 10 + 2]),
      ),
    );
    const before = performance.now();
    const table = toStaffTable(shares, { ...ALL, rows: range(100), columns: range(30) }, []);
    expect(table.hidden).toBeGreaterThanOrEqual(1000);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

/** The figures of a table in the order in which they are numbered. */
function flatten(table: ReturnType<typeof toStaffTable>, shown: ShownFigures) {
  return [
    ...table.rows.flatMap(({ cells }) => cells),
    ...(shown.rowSums ? table.rows.map(({ sum }) => sum) : []),
    ...(shown.columnSums ? table.columns.map(({ sum }) => sum) : []),
    ...(shown.total ? [table.total] : []),
  ];
}
