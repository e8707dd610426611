import { describe, expect, test } from 'vitest';
import type { Term } from '../../filters/vocabulary.ts';
import { toStaffTable } from '../../privacy/staff-table.ts';
import { TECHNIQUES } from '../../taxonomy/editable-sets.ts';
import { byTeam, type HandledRow, toShares } from './handled-rows.ts';
import { listGaps } from './list-gaps.ts';
import { findSkillGaps, type GapQuestion, type SkillGaps } from './skill-gaps.ts';
import { bySection, type SkillTerm } from './skill-terms.ts';

const TERMS: SkillTerm[] = TECHNIQUES.map(({ code, id, label, group = null }) => ({
  code,
  id,
  label,
  section: group,
}));
const [PARAPHRASING, PATIENCE, OPTIONS] = [5, 8, 13];
const teamsOf = (count: number): Term[] =>
  Array.from({ length: count }, (_, index) => ({
    code: index + 1,
    id: String(index + 1),
    label: `Team ${index + 1}`,
    rank: 0,
  }));

/** One person a team, unless said otherwise. */
function rowsOf(
  technique: number,
  ...cells: readonly (readonly [effective: number, of: number])[]
): HandledRow[] {
  return cells.map(([effective, opportunities], index) => ({
    team: index + 1,
    agent: index + 1,
    technique,
    opportunities,
    effective,
  }));
}

function gapsOf(rows: readonly HandledRow[], changes: Partial<GapQuestion> = {}): SkillGaps {
  const teams = teamsOf(Math.max(...rows.map(({ team }) => team)));
  const groups = bySection(TERMS);
  const shown = {
    rows: TERMS.map(({ code }) => code),
    columns: teams.map(({ code }) => code),
    rowSums: true,
    columnSums: true,
    total: true,
  };
  return findSkillGaps({
    table: toStaffTable(toShares(rows), shown, null),
    people: rows,
    everybody: byTeam(rows),
    groups,
    teams,
    effects: new Map(TERMS.map(({ code }) => [code, 0.2])),
    minimum: 5,
    target: null,
    ...changes,
  });
}

const rowOf = (gaps: SkillGaps, technique: number) =>
  gaps.groups.flatMap(({ rows }) => rows).find((row) => row.technique.code === technique);

describe('the standard', () => {
  test('is the median of the teams: of 60, 50 and 40 of 100 it is 50 %, and what is at or above it has no gap', () => {
    const row = rowOf(gapsOf(rowsOf(PARAPHRASING, [60, 100], [50, 100], [40, 100])), PARAPHRASING);
    expect(row?.standard).toBeCloseTo(0.5, 12);
    expect(row?.cells.map((cell) => cell?.gap?.toFixed(3))).toEqual(['0.000', '0.000', '0.100']);
  });

  test('is the target where there is one; of two teams there is no median', () => {
    const two = rowsOf(PARAPHRASING, [60, 100], [50, 100]);
    expect(rowOf(gapsOf(two), PARAPHRASING)).toMatchObject({ standard: null, gain: null });
    expect(rowOf(gapsOf(two, { target: 0.55 }), PARAPHRASING)).toMatchObject({ standard: 0.55 });
    expect(gapsOf(two, { target: 0.55 }).standardFrom).toBe('target');
  });
});

describe('the expected gain', () => {
  test('is gap × opportunities × effect: 10 points of 100 at 0.2 are 10 handlings and 2 de-escalations', () => {
    const row = rowOf(gapsOf(rowsOf(PARAPHRASING, [60, 100], [50, 100], [40, 100])), PARAPHRASING);
    expect(row?.cells[2]?.handlings).toBeCloseTo(10, 9);
    expect(row?.cells[2]?.gain).toBeCloseTo(2, 9);
    expect(row?.gain).toBeCloseTo(2, 9);
  });

  test('of what goes with fewer de-escalations is none; of what nothing is known of it is not told', () => {
    const rows = rowsOf(PARAPHRASING, [60, 100], [50, 100], [40, 100]);
    expect(rowOf(gapsOf(rows, { effects: new Map([[PARAPHRASING, -0.1]]) }), PARAPHRASING)?.gain).toBe(0);
    expect(rowOf(gapsOf(rows, { effects: new Map() }), PARAPHRASING)?.gain).toBeNull();
  });

  test('orders techniques and sections: 30 points in resolution come before 10 in listening', () => {
    const rows = [
      ...rowsOf(PARAPHRASING, [60, 100], [50, 100], [40, 100]),
      ...rowsOf(OPTIONS, [80, 100], [80, 100], [50, 100]),
    ];
    const gaps = gapsOf(rows);
    expect(gaps.groups.map(({ id }) => id)).toEqual(['resolution', 'listening']);
    expect(gaps.teams.map(({ label }) => label)).toEqual(['Team 1', 'Team 2', 'Team 3']);
    const listed = listGaps(gaps).map(({ technique, team, cell }) => [technique.id, team.id, cell.handlings]);
    expect(listed).toEqual([
      ['offering_options', '3', expect.closeTo(30, 6)],
      ['paraphrasing', '3', expect.closeTo(10, 6)],
    ]);
  });
});

describe('a cell', () => {
  test('under the minimum of 5 says nothing, however bad: 0 of 4', () => {
    const row = rowOf(gapsOf(rowsOf(PARAPHRASING, [60, 100], [50, 100], [55, 100], [0, 4])), PARAPHRASING);
    expect(row?.cells[3]).toMatchObject({
      opportunities: 4,
      effective: 0,
      estimate: null,
      interval: null,
      marked: false,
      gain: null,
    });
  });

  test('is marked at 95 %: 20 of 100 is below 50 %, 46 of 100 may be chance', () => {
    const row = rowOf(
      gapsOf(rowsOf(PARAPHRASING, [60, 100], [50, 100], [46, 100], [20, 100], [55, 100])),
      PARAPHRASING,
    );
    expect(row?.cells.map((cell) => cell?.marked)).toEqual([false, false, false, true, false]);
  });

  test('is drawn towards the others: with ten teams 0 of 5 is not 0 %', () => {
    const others = [12, 10, 14, 9, 15, 11, 13, 8, 16].map((effective): [number, number] => [effective, 20]);
    const row = rowOf(gapsOf(rowsOf(PARAPHRASING, ...others, [0, 5])), PARAPHRASING);
    const cell = row?.cells[9];
    expect(cell?.estimate).toBeGreaterThan(0.2);
    expect(cell?.estimate).toBeLessThan(0.6);
    expect(cell?.marked).toBe(false);
  });

  test('of nobody’s team is told and neither marked nor trained', () => {
    const rows = rowsOf(PARAPHRASING, [60, 100], [50, 100], [55, 100]).concat({
      team: 0,
      agent: 0,
      technique: PARAPHRASING,
      opportunities: 100,
      effective: 10,
    });
    const unknown = { code: 0, id: 'unknown', label: 'Team not known', rank: 1 };
    const shown = {
      rows: [PARAPHRASING],
      columns: [1, 2, 3, 0],
      rowSums: true,
      columnSums: true,
      total: true,
    };
    const gaps = gapsOf(rows, {
      teams: [...teamsOf(3), unknown],
      table: toStaffTable(toShares(rows), shown, null),
    });
    const cell = rowOf(gaps, PARAPHRASING)?.cells[3];
    expect(cell).toMatchObject({ opportunities: 100, marked: false, gap: null, gain: null });
    expect(rowOf(gaps, PARAPHRASING)?.standard).toBeCloseTo(0.55, 6);
  });

  test('that may not be shown is null, and so is nothing made of it', () => {
    const rows = rowsOf(PARAPHRASING, [60, 100], [50, 100], [1, 4], [45, 100], [40, 100]);
    const shown = {
      rows: TERMS.map(({ code }) => code),
      columns: [1, 2, 3, 4, 5],
      rowSums: false,
      columnSums: false,
      total: false,
    };
    const guard = { known: [], minimum: { incidents: 5, agents: 1 } };
    const gaps = gapsOf(rows, { table: toStaffTable(toShares(rows), shown, guard) });
    const row = rowOf(gaps, PARAPHRASING);
    expect(row?.cells.map((cell) => cell === null)).toEqual([false, false, true, false, false]);
    expect([row?.all, gaps.total]).toEqual([null, null]);
  });
});

describe('a gap that is shared', () => {
  test('of all teams, with a target of 60 %: 40, 41 and 39 of 100 are the process, not the people', () => {
    const gaps = gapsOf(rowsOf(PARAPHRASING, [40, 100], [41, 100], [39, 100]), { target: 0.6 });
    const row = rowOf(gaps, PARAPHRASING);
    expect(row).toMatchObject({ shared: true, gain: null });
    expect(row?.cells.some((cell) => cell?.marked)).toBe(false);
    expect(listGaps(gaps).every(({ process }) => process)).toBe(true);
  });

  test('is none where one team reaches it', () => {
    const gaps = gapsOf(rowsOf(PARAPHRASING, [40, 100], [41, 100], [90, 100]), { target: 0.6 });
    expect(rowOf(gaps, PARAPHRASING)?.shared).toBe(false);
  });

  test('without a target: as low in every team, where other techniques are handled better', () => {
    const rows = [
      ...rowsOf(PARAPHRASING, [40, 100], [41, 100], [39, 100]),
      ...rowsOf(PATIENCE, [80, 100], [70, 100], [75, 100]),
      ...rowsOf(OPTIONS, [80, 100], [70, 100], [75, 100]),
    ];
    expect(rowOf(gapsOf(rows), PARAPHRASING)?.shared).toBe(true);
    expect(rowOf(gapsOf(rows), PATIENCE)?.shared).toBe(false);
  });

  test('of the people of one team: four with 8 of 20 each are alike, 2, 2, 15 and 15 of 20 are not', () => {
    const people = (...effective: number[]): HandledRow[] =>
      effective.map((each, index) => ({
        team: 3,
        agent: 10 + index,
        technique: PARAPHRASING,
        opportunities: 20,
        effective: each,
      }));
    const others = rowsOf(PARAPHRASING, [60, 80], [62, 80]);
    const alike = rowOf(gapsOf([...others, ...people(8, 8, 8, 8)]), PARAPHRASING);
    const differing = rowOf(gapsOf([...others, ...people(2, 2, 15, 15)]), PARAPHRASING);
    expect([alike?.cells[2]?.agentsAlike, differing?.cells[2]?.agentsAlike]).toEqual([true, false]);
    expect(alike?.cells[0]?.agentsAlike).toBeNull();
  });
});
