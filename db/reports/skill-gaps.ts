import { countIncidents } from '@/db/queries/incident-counts.ts';
import { countObserved } from '@/db/queries/skills.ts';
import { onlyAnswer } from '@/db/reports/answering.ts';
import { openReading, type Reading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { askHandling } from '@/db/reports/skill-handling.ts';
import { staffTable } from '@/db/reports/staff-table.ts';
import { demand, hidesSmallCells, type Viewer } from '@/lib/access.ts';
import { toShares } from '@/lib/analysis/skills/handled-rows.ts';
import { findSkillGaps, type SkillGaps } from '@/lib/analysis/skills/skill-gaps.ts';
import { groupBy } from '@/lib/analysis/skills/skill-terms.ts';
import type { Panel } from '@/lib/charts/chart-model.ts';
import { gapsPanel } from '@/lib/charts/skills/gaps-panel.ts';
import type { SkillMatrix } from '@/lib/charts/skills/matrix-model.ts';
import { windowWords } from '@/lib/filters/day-words.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import { valuesOf } from '@/lib/filters/selections.ts';
import type { SkillsState } from '@/lib/filters/skills-state.ts';

/** Which team needs which technique, as far as the viewer may be told. */
export async function askSkillGaps(reading: Reading, state: Pick<SkillsState, 'group'>): Promise<SkillGaps> {
  const { viewer, vocabularies, filters } = reading;
  const { rows, everybody, techniques, effects, settings } = await askHandling(reading);
  const chosen = valuesOf(filters, 'technique');
  const told = techniques.filter(({ id }) => chosen.length === 0 || chosen.includes(id));
  const there = new Set(rows.map(({ team }) => team));
  const teams = vocabularies.team.filter(({ code }) => there.has(code));
  const isGuarded = hidesSmallCells(viewer);
  const shown = {
    rows: told.map(({ code }) => code),
    columns: teams.map(({ code }) => code),
    // Of small groups nothing follows from the cells alone, but much from their sums.
    rowSums: !isGuarded,
    columnSums: !isGuarded,
    total: !isGuarded,
  };
  return findSkillGaps({
    table: staffTable(viewer, toShares(rows), shown, settings),
    people: rows,
    everybody,
    groups: groupBy(state.group, told),
    teams,
    effects,
    minimum: settings.minimumOpportunities,
    target: settings.skillStandard,
  });
}

/** The same as a panel. */
export async function askGapsPanel(reading: Reading, state: SkillsState): Promise<Panel<SkillMatrix>> {
  const { snapshot, viewer, asked, windows } = reading;
  const [gaps, observed, shown] = await Promise.all([
    askSkillGaps(reading, state),
    countObserved(snapshot, viewer, asked),
    countIncidents(snapshot, viewer, asked),
  ]);
  return gapsPanel(gaps, {
    periodWords: windowWords(windows.current),
    observed: new Map(observed.map(({ team, incidents }) => [team, incidents])),
    shown,
    ...state,
  });
}

/**
 * The gaps by themselves, for whoever plans from them.
 * @throws Forbidden without the right to see skills
 */
export async function skillGaps(
  viewer: Viewer,
  filters: Filters,
  options: { record?: RecordDatabase; now?: number } = {},
): Promise<SkillGaps> {
  demand(viewer, 'see_team_skills');
  const reading = await openReading(options.record ?? (await theRecord()), viewer, filters, options.now);
  return onlyAnswer(reading, () => askSkillGaps(reading, { group: 'section' }));
}
