import { countHandledTogether } from '@/db/queries/skills.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { askSkillGaps } from '@/db/reports/skill-gaps.ts';
import { askHandling } from '@/db/reports/skill-handling.ts';
import { hidesSmallCells } from '@/lib/access.ts';
import { type AgentSkills, findAgentSkills } from '@/lib/analysis/skills/agent-skills.ts';
import { listGaps } from '@/lib/analysis/skills/list-gaps.ts';
import { toOrganisation } from '@/lib/analysis/skills/organisation.ts';
import { groupBy, type SkillGroup } from '@/lib/analysis/skills/skill-terms.ts';
import type { Panel } from '@/lib/charts/chart-model.ts';
import { agentsPanel } from '@/lib/charts/skills/agents-panel.ts';
import type { SkillMatrix } from '@/lib/charts/skills/matrix-model.ts';
import { Forbidden } from '@/lib/errors.ts';
import { windowWords } from '@/lib/filters/day-words.ts';
import { valuesOf } from '@/lib/filters/selections.ts';
import type { SkillsState } from '@/lib/filters/skills-state.ts';
import type { Term } from '@/lib/filters/vocabulary.ts';

/**
 * How the people of a team stand in each technique.
 * @throws Forbidden for those who may not see single people
 */
export async function askAgentSkills(
  reading: Reading,
  team: number,
  { group }: Pick<SkillsState, 'group'>,
): Promise<AgentSkills> {
  const { viewer, filters } = reading;
  if (hidesSmallCells(viewer)) throw new Forbidden('Figures of single people are not shown to this account.');
  const { rows, everybody, techniques, settings } = await askHandling(reading);
  const chosen = valuesOf(filters, 'technique');
  const groups = groupBy(
    group,
    techniques.filter(({ id }) => chosen.length === 0 || chosen.includes(id)),
  );
  const minimum = settings.minimumOpportunities;
  const organisation = toOrganisation(everybody, minimum, settings.skillStandard);
  return findAgentSkills({
    team,
    rows,
    groups,
    together: await askTogether(reading, team, groups),
    standardOf: (technique) => organisation.of(technique).standard,
    minimum,
  });
}

/** The same as a panel: of the team that is looked at closely, else of that with most to gain. */
export async function askAgentsPanel(reading: Reading, state: SkillsState): Promise<Panel<SkillMatrix>> {
  const team = await chooseTeam(reading, state);
  const periodWords = windowWords(reading.windows.current);
  if (!team) return agentsPanel({ agents: [], groups: [], minimum: 0 }, { team: NO_TEAM, periodWords });
  const skills = await askAgentSkills(reading, team.code, state);
  return agentsPanel(skills, { team, periodWords });
}

const NO_TEAM: Term = { code: 0, id: 'unknown', label: 'No team', rank: 0 };

async function chooseTeam(reading: Reading, { of }: SkillsState): Promise<Term | null> {
  const gaps = await askSkillGaps(reading, { group: 'section' });
  const teams = gaps.teams.filter(({ code }) => code !== 0);
  const [most] = listGaps(gaps).filter(({ process }) => !process);
  return teams.find(({ id }) => id === of) ?? most?.team ?? teams[0] ?? null;
}

/** What the people of the team did in each group of techniques together. */
async function askTogether(
  { snapshot, viewer, asked }: Reading,
  team: number,
  groups: readonly SkillGroup[],
) {
  const ofTeam = { dimension: 'team', exclude: false, codes: [team] } as const;
  const within = { ...asked, selections: [...asked.selections, ofTeam] };
  const found = await countHandledTogether(
    snapshot,
    viewer,
    within,
    groups.map(({ techniques }) => techniques.map(({ code }) => code)),
  );
  return new Map(groups.map(({ id }, place) => [id, found.filter(({ group }) => group === place)]));
}
