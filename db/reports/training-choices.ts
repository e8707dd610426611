import { listScenarios } from '@/db/queries/scenarios.ts';
import { listTeams, type TeamRow } from '@/db/queries/teams.ts';
import {
  findModule,
  listModules,
  listTechniqueNames,
  type ModuleRow,
  type TechniqueName,
} from '@/db/queries/training-modules.ts';
import { listPeopleOfTeams, listSessions, type SessionRow } from '@/db/queries/training-sessions.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, may, type Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';

interface Options {
  record?: RecordDatabase;
  now?: number;
}

/** What a session can be planned of, with what fits the gap that it is planned for first. */
export interface NewSessionReport {
  /** The technique that it is planned for; null where none was named. */
  technique: TechniqueName | null;
  /** The team that it is planned for; null where none was named, or it is not the viewer's. */
  team: TeamRow | null;
  modules: readonly (ModuleRow & { isForIt: boolean })[];
  teams: readonly (TeamRow & { people: number })[];
  cards: readonly { scenarioId: number; title: string; isForIt: boolean }[];
  today: string;
}

/** What the form of a new session offers. `asked` names the gap: a technique by its id, a team by its number. */
export async function newSessionReport(
  viewer: Viewer,
  asked: { technique: string | null; team: number | null },
  options: Options = {},
): Promise<NewSessionReport> {
  demand(viewer, 'train');
  const record = options.record ?? (await theRecord());
  const [modules, teams, techniques, cards, workspace] = await Promise.all([
    listModules(record),
    listTeams(record, { ...viewer, agents: [] }),
    listTechniqueNames(record),
    listScenarios(record, { words: '', technique: null, retired: false }),
    findWorkspace(record),
  ]);
  const people = await listPeopleOfTeams(
    record,
    teams.map(({ teamId }) => teamId),
  );
  const technique = techniques.find(({ id }) => id === asked.technique) ?? null;
  const isForIt = (of: readonly TechniqueName[]) =>
    technique !== null && of.some(({ code }) => code === technique.code);
  return {
    technique,
    team: teams.find(({ teamId }) => teamId === asked.team) ?? null,
    modules: modules
      .filter(({ retired }) => !retired)
      .map((module) => ({ ...module, isForIt: isForIt(module.techniques) }))
      .sort((one, other) => Number(other.isForIt) - Number(one.isForIt)),
    teams: teams.map((team) => ({
      ...team,
      people: people.filter(({ teamId }) => teamId === team.teamId).length,
    })),
    cards: cards
      .map((card) => ({ ...card, isForIt: isForIt(card.techniques) }))
      .sort((one, other) => Number(other.isForIt) - Number(one.isForIt)),
    today: localDateAt(options.now ?? Date.now(), workspace?.timeZone ?? 'UTC'),
  };
}

/** The techniques that a new module can train. */
export async function newModuleReport(
  viewer: Viewer,
  options: Options = {},
): Promise<{ techniques: readonly TechniqueName[] }> {
  demand(viewer, 'train');
  return { techniques: await listTechniqueNames(options.record ?? (await theRecord())) };
}

/** One module with its sessions that the viewer may see. Throws NotFound. */
export async function moduleReport(
  viewer: Viewer,
  moduleId: number,
  options: Options = {},
): Promise<{
  module: ModuleRow;
  sessions: readonly SessionRow[];
  techniques: readonly TechniqueName[];
  mayTrain: boolean;
}> {
  demand(viewer, 'see_training');
  const record = options.record ?? (await theRecord());
  const [module, sessions, techniques] = await Promise.all([
    findModule(record, moduleId),
    listSessions(record, { ...viewer, agents: [] }),
    listTechniqueNames(record),
  ]);
  if (!module) throw new NotFound(`There is no module ${moduleId}.`);
  return {
    module,
    sessions: sessions.filter((session) => session.moduleId === moduleId),
    techniques,
    mayTrain: may(viewer, 'train'),
  };
}
