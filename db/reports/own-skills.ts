import { countHandled, countHandledTogether, countObserved } from '@/db/queries/skills.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { askHandling, type Handling } from '@/db/reports/skill-handling.ts';
import { staffTable } from '@/db/reports/staff-table.ts';
import { forBands } from '@/lib/access.ts';
import { type HandledRow, toShares } from '@/lib/analysis/skills/handled-rows.ts';
import { toOrganisation } from '@/lib/analysis/skills/organisation.ts';
import { findOwnSkills } from '@/lib/analysis/skills/own-skills.ts';
import type { Handled } from '@/lib/analysis/skills/skill-cell.ts';
import { groupBy, type SkillGroup } from '@/lib/analysis/skills/skill-terms.ts';
import type { Panel } from '@/lib/charts/chart-model.ts';
import type { SkillMatrix } from '@/lib/charts/skills/matrix-model.ts';
import { ownPanel } from '@/lib/charts/skills/own-panel.ts';
import { windowWords } from '@/lib/filters/day-words.ts';
import type { SkillsState } from '@/lib/filters/skills-state.ts';
import type { StaffFigure } from '@/lib/privacy/staff-table.ts';

/** The viewer’s own skills beside the band of the team in which most of them were seen. */
export async function askOwnPanel(reading: Reading, { group }: SkillsState): Promise<Panel<SkillMatrix>> {
  const { snapshot, viewer, asked, vocabularies, windows } = reading;
  const handling = await askHandling(reading);
  const { rows, everybody, techniques, settings } = handling;
  const own = rows.filter(({ agent }) => viewer.agents?.includes(agent));
  const team = mainTeam(own);
  const groups = groupBy(group, techniques);
  const [people, together, observed] = await Promise.all([
    team === 0 ? [] : askTeam(reading, team),
    askTogether(reading, groups),
    countObserved(snapshot, viewer, asked),
  ]);
  const organisation = toOrganisation(everybody, settings.minimumOpportunities, settings.skillStandard);
  const skills = findOwnSkills({
    own: sumByTechnique(own),
    together,
    people,
    band: bandOf(reading, team, people, handling),
    groups,
    standardOf: (technique) => organisation.of(technique).standard,
    minimum: settings.minimumOpportunities,
  });
  return ownPanel(skills, {
    team: vocabularies.team.find(({ code }) => code === team && team !== 0)?.label ?? null,
    periodWords: windowWords(windows.current),
    incidents: observed.reduce((sum, { incidents }) => sum + incidents, 0),
  });
}

/** Every person of the team, for the band alone: it is told as a whole, and only where others in it are many. */
function askTeam({ snapshot, viewer, asked }: Reading, team: number): Promise<HandledRow[]> {
  const ofTeam = { dimension: 'team', exclude: false, codes: [team] } as const;
  return countHandled(snapshot, forBands(viewer), { ...asked, selections: [...asked.selections, ofTeam] });
}

function bandOf(
  { viewer }: Reading,
  team: number,
  people: readonly HandledRow[],
  { techniques, settings }: Handling,
): ReadonlyMap<number, StaffFigure | null> {
  const rows = techniques.map(({ code }) => code);
  const shown = { rows, columns: [team], rowSums: false, columnSums: false, total: false };
  const table = staffTable(viewer, toShares(people), shown, settings);
  return new Map(table.rows.map(({ row, cells }) => [row, cells[0] ?? null]));
}

async function askTogether({ snapshot, viewer, asked }: Reading, groups: readonly SkillGroup[]) {
  const found = await countHandledTogether(
    snapshot,
    viewer,
    asked,
    groups.map(({ techniques }) => techniques.map(({ code }) => code)),
  );
  return new Map(
    groups.map(({ id }, place): [string, Handled] => [
      id,
      addUp(found.filter(({ group }) => group === place)),
    ]),
  );
}

function addUp(rows: readonly Handled[]): Handled {
  const sum = (of: (row: Handled) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    opportunities: sum((row) => row.opportunities),
    effective: sum((row) => row.effective),
    incidents: sum((row) => row.incidents),
  };
}

/** The team of most observations; 0 where none is known. */
function mainTeam(own: readonly HandledRow[]): number {
  const sums = new Map<number, number>();
  for (const { team, opportunities } of own) sums.set(team, (sums.get(team) ?? 0) + opportunities);
  const [first] = [...sums].filter(([team]) => team !== 0).sort(([, one], [, other]) => other - one);
  return first?.[0] ?? 0;
}

function sumByTechnique(own: readonly HandledRow[]): ReadonlyMap<number, Handled> {
  const codes = [...new Set(own.map(({ technique }) => technique))];
  return new Map(
    codes.map((code) => {
      const rows = own.filter(({ technique }) => technique === code);
      return [code, addUp(rows.map((row) => ({ ...row, incidents: row.opportunities })))];
    }),
  );
}
