import { describe, expect, test } from 'vitest';
import { TECHNIQUES } from '../../taxonomy/editable-sets.ts';
import { type AgentQuestion, findAgentSkills } from './agent-skills.ts';
import type { HandledRow } from './handled-rows.ts';
import { byLeap, type SkillTerm } from './skill-terms.ts';

const TERMS: SkillTerm[] = TECHNIQUES.map(({ code, id, label, group = null }) => ({
  code,
  id,
  label,
  section: group,
}));
const PARAPHRASING = 5;
const TEAM = 7;

function people(...shares: readonly (readonly [effective: number, of: number])[]): HandledRow[] {
  return shares.map(([effective, opportunities], index) => ({
    team: TEAM,
    agent: 20 - index,
    technique: PARAPHRASING,
    opportunities,
    effective,
  }));
}

const skillsOf = (rows: readonly HandledRow[], changes: Partial<AgentQuestion> = {}) =>
  findAgentSkills({
    team: TEAM,
    rows,
    groups: byLeap(TERMS),
    together: new Map(),
    standardOf: () => 0.6,
    minimum: 5,
    ...changes,
  });

describe('the people of a team', () => {
  test('stand by number, whatever they did', () => {
    const found = skillsOf(people([1, 10], [9, 10], [5, 10]));
    expect(found.agents).toEqual([18, 19, 20]);
    expect(found.groups[0]?.rows[0]?.cells.map(({ effective }) => effective)).toEqual([5, 9, 1]);
  });

  test('are blank under 5 opportunities, and the band is that of all: 24 of 44', () => {
    const [row] = skillsOf(people([0, 4], [12, 20], [12, 20])).groups[0]?.rows ?? [];
    expect(row?.cells.map(({ estimate }) => estimate === null)).toEqual([false, false, true]);
    expect(row?.band).toMatchObject({ opportunities: 44, effective: 24 });
    expect(row?.band.estimate).toBeCloseTo(24 / 44, 12);
  });

  test('are told apart only where the whole interval lies outside of the band: 5 of 100 among eleven with 60', () => {
    const usual = Array.from({ length: 11 }, (_, index): [number, number] => [55 + index, 100]);
    const [row] = skillsOf(people(...usual, [5, 100])).groups[0]?.rows ?? [];
    expect(row?.cells.filter(({ outside }) => outside === 'below')).toHaveLength(1);
    expect(row?.cells.find(({ effective }) => effective === 5)?.outside).toBe('below');
  });

  test('six incidents condemn nobody: 1 of 6 among eleven with 12 of 20 is drawn to the others', () => {
    const usual = Array.from({ length: 11 }, (_, index): [number, number] => [9 + (index % 6), 20]);
    const [row] = skillsOf(people(...usual, [1, 6])).groups[0]?.rows ?? [];
    const cell = row?.cells.find(({ opportunities }) => opportunities === 6);
    expect(cell?.outside).toBeNull();
    expect(cell?.estimate).toBeGreaterThan(0.4);
  });

  test('whoever nobody knows has no column and is in no band', () => {
    const unknown = { team: TEAM, agent: 0, technique: PARAPHRASING, opportunities: 50, effective: 0 };
    const found = skillsOf([...people([6, 10], [6, 10]), unknown]);
    expect(found.agents).toHaveLength(2);
    expect(found.groups[0]?.rows[0]?.band.opportunities).toBe(20);
  });
});

test('a step of LEAP together counts its distinct incidents: 9 observations in 6', () => {
  const listen = [
    { team: TEAM, agent: 20, opportunities: 9, effective: 6, incidents: 6 },
    { team: TEAM, agent: 19, opportunities: 7, effective: 3, incidents: 7 },
  ];
  const [row] =
    skillsOf(people([3, 6], [2, 5]), { together: new Map([['listen', listen]]) }).groups[0]?.rows ?? [];
  expect(row).toMatchObject({ label: 'Listen: all', whole: true, standard: null });
  expect(row?.techniques).toEqual(['active_listening', 'paraphrasing', 'open_questions']);
  expect(row?.cells.map(({ opportunities, incidents }) => [opportunities, incidents])).toEqual([
    [7, 7],
    [9, 6],
  ]);
});
