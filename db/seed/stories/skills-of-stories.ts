import { findAgentSkills } from '@/lib/analysis/skills/agent-skills.ts';
import { byTeam, type HandledRow, toShares } from '@/lib/analysis/skills/handled-rows.ts';
import { findSkillGaps } from '@/lib/analysis/skills/skill-gaps.ts';
import { bySection, type SkillTerm } from '@/lib/analysis/skills/skill-terms.ts';
import { toStaffTable } from '@/lib/privacy/staff-table.ts';
import { TECHNIQUES } from '@/lib/taxonomy/editable-sets.ts';
import { calendarUntil } from '../calendar.ts';
import { sampleIncidents } from '../generate.ts';
import { TEAMS } from '../organisation.ts';
import { chanceAgentTruth } from './chance-agent.ts';
import { newTeamTruth } from './new-team.ts';

const UNTIL = '2026-11-12';
const WEEKS = 26;
const MINIMUM = 5;
const TERMS: SkillTerm[] = TECHNIQUES.map(({ code, id, label, group = null }) => ({
  code,
  id,
  label,
  section: group,
}));

/** What the skill-gap matrix makes of a sample’s last 26 weeks. */
export interface StorySkills {
  /** Of the techniques that the new team was given a gap in, those marked there. */
  newTeam: string[];
  /** Cells marked elsewhere: those that the sample gave no gap. */
  others: number;
  /** Whether anything of the agent with bad luck stands out of the team, over all time. */
  chanceAgent: boolean;
}

/** Looks for the gaps that were planted, as the page does. */
export function findStorySkills(seed: number, incidents = 12_000): StorySkills {
  const calendar = calendarUntil(UNTIL);
  const since = calendar.midnight(calendar.weeksAgo(WEEKS));
  const all: Observed[] = [];
  const recent: Observed[] = [];
  for (const { draft } of sampleIncidents({
    seed,
    incidents,
    until: UNTIL,
    timeZone: 'UTC',
    currency: 'GBP',
  })) {
    const { team, agent, techniques } = draft;
    for (const { technique, observation } of techniques) {
      const observed = { team, agent, technique, effective: observation === 'effective' };
      all.push(observed);
      if (draft.occurred.at >= since) recent.push(observed);
    }
  }
  return { ...gapsOf(toRows(recent)), chanceAgent: standsOut(toRows(all)) };
}

interface Observed {
  team: string | null;
  agent: string | null;
  technique: string;
  effective: boolean;
}

const TEAM_TERMS = TEAMS.map(({ name }, index) => ({ code: index + 1, id: name, label: name, rank: 0 }));
const AGENTS = [...TEAMS.flatMap(({ agents }) => agents), chanceAgentTruth.agent];
const teamCode = (name: string | null) => TEAM_TERMS.find(({ id }) => id === name)?.code ?? 0;
const agentCode = (name: string | null) => (name === null ? 0 : AGENTS.indexOf(name) + 1);

function toRows(observed: readonly Observed[]): HandledRow[] {
  const rows = new Map<string, HandledRow>();
  for (const one of observed) {
    const key = `${one.team}/${one.agent}/${one.technique}`;
    const row = rows.get(key) ?? {
      team: teamCode(one.team),
      agent: agentCode(one.agent),
      technique: TERMS.find(({ id }) => id === one.technique)?.code ?? 0,
      opportunities: 0,
      effective: 0,
    };
    rows.set(key, {
      ...row,
      opportunities: row.opportunities + 1,
      effective: row.effective + (one.effective ? 1 : 0),
    });
  }
  return [...rows.values()];
}

function gapsOf(rows: readonly HandledRow[]): Pick<StorySkills, 'newTeam' | 'others'> {
  const shown = {
    rows: TERMS.map(({ code }) => code),
    columns: TEAM_TERMS.map(({ code }) => code),
    rowSums: true,
    columnSums: true,
    total: true,
  };
  const gaps = findSkillGaps({
    table: toStaffTable(toShares(rows), shown, null),
    people: rows,
    everybody: byTeam(rows),
    groups: bySection(TERMS),
    teams: TEAM_TERMS,
    effects: new Map(TERMS.map(({ code }) => [code, 0.1])),
    minimum: MINIMUM,
    target: null,
  });
  const marked = gaps.groups.flatMap((group) =>
    group.rows.flatMap(({ technique, cells }) =>
      cells.flatMap((cell, place) =>
        cell?.marked ? [{ technique: technique.id, team: gaps.teams[place]?.id }] : [],
      ),
    ),
  );
  const isPlanted = ({ technique, team }: (typeof marked)[number]) =>
    team === newTeamTruth.team && newTeamTruth.techniques.some((one) => one === technique);
  return {
    newTeam: marked.filter(isPlanted).map(({ technique }) => technique),
    others: marked.filter((cell) => !isPlanted(cell)).length,
  };
}

function standsOut(rows: readonly HandledRow[]): boolean {
  const skills = findAgentSkills({
    team: teamCode(chanceAgentTruth.team),
    rows,
    groups: bySection(TERMS),
    together: new Map(),
    standardOf: () => null,
    minimum: MINIMUM,
  });
  const place = skills.agents.indexOf(agentCode(chanceAgentTruth.agent));
  return skills.groups.some(({ rows: of }) => of.some(({ cells }) => cells[place]?.outside === 'below'));
}
