import { describe, expect, test } from 'vitest';
import { TECHNIQUES } from '../../taxonomy/editable-sets.ts';
import type { HandledRow } from './handled-rows.ts';
import { findOwnSkills, type OwnQuestion } from './own-skills.ts';
import type { Handled } from './skill-cell.ts';
import { bySection, type SkillTerm } from './skill-terms.ts';

const TERMS: SkillTerm[] = TECHNIQUES.map(({ code, id, label, group = null }) => ({
  code,
  id,
  label,
  section: group,
}));
const codeOf = (id: string) => TERMS.find((term) => term.id === id)?.code ?? 0;
const [PARAPHRASING, LISTENING] = [codeOf('paraphrasing'), codeOf('active_listening')];

const handled = (effective: number, opportunities: number, incidents = opportunities): Handled => ({
  effective,
  opportunities,
  incidents,
});
/** Twelve people of twenty opportunities each, whose prior is Beta(4.92, 10.19). */
const TEAM: HandledRow[] = [2, 3, 4, 4, 5, 6, 6, 7, 8, 9, 11, 13].map((effective, agent) => ({
  team: 7,
  agent,
  technique: PARAPHRASING,
  opportunities: 20,
  effective,
}));

const rowsOf = (changes: Partial<OwnQuestion>) =>
  findOwnSkills({
    own: new Map([[PARAPHRASING, handled(8, 10)]]),
    together: new Map(),
    people: [],
    band: new Map(),
    groups: bySection(TERMS),
    standardOf: () => 0.6,
    minimum: 5,
    ...changes,
  }).groups.flatMap(({ rows }) => rows);

describe('one’s own skills', () => {
  test('8 of 10 beside nobody are 80 %, at or above a standard of 60 %', () => {
    const [row] = rowsOf({});
    expect(row).toMatchObject({
      id: 'paraphrasing',
      band: null,
      standard: 0.6,
      own: { incidents: 10, gap: 0 },
    });
    expect(row?.own.estimate).toBeCloseTo(0.8, 12);
  });

  test('8 of 10 are drawn to a team of 78 of 240: (8 + 4.92) of (10 + 15.11) are 51.5 %, 8.5 points below 60', () => {
    const [row] = rowsOf({ people: TEAM });
    expect(row?.own.estimate).toBeCloseTo(12.92 / 25.11, 3);
    expect(row?.own.gap).toBeCloseTo(0.6 - 12.92 / 25.11, 3);
  });

  test('the band is the whole team as it is told, 78 of 240, and none where others in it are too few', () => {
    const sums = { effective: 78, partial: 100, missed: 62 };
    const told = new Map([[PARAPHRASING, { incidents: 240, agents: 12, sums }]]);
    const [row] = rowsOf({ people: TEAM, band: told });
    expect(row?.band).toMatchObject({ opportunities: 240, effective: 78 });
    expect(row?.band?.estimate).toBeCloseTo(78 / 240, 12);
    expect(rowsOf({ people: TEAM, band: new Map([[PARAPHRASING, null]]) })[0]?.band).toBeNull();
  });

  test('4 opportunities of a minimum of 5 are counted and not told', () => {
    const [row] = rowsOf({ own: new Map([[PARAPHRASING, handled(1, 4)]]) });
    expect(row?.own).toMatchObject({ opportunities: 4, effective: 1, estimate: null, gap: null });
  });

  test('a section together has its observations and its distinct incidents: 12 of 18 in 11', () => {
    const own = new Map([
      [PARAPHRASING, handled(8, 10)],
      [LISTENING, handled(4, 8)],
    ]);
    const [whole, ...single] = rowsOf({ own, together: new Map([['listening', handled(12, 18, 11)]]) });
    expect(whole).toMatchObject({ whole: true, band: null, standard: null });
    expect(whole?.own).toMatchObject({ opportunities: 18, effective: 12, incidents: 11 });
    expect(whole?.own.estimate).toBeCloseTo(12 / 18, 12);
    expect(single.map(({ id }) => id).toSorted()).toEqual(['active_listening', 'paraphrasing']);
  });

  test('techniques without an opportunity of one’s own are left out', () => {
    expect(rowsOf({ own: new Map() })).toEqual([]);
  });
});
