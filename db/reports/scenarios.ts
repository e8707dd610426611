import { nameActors } from '@/db/queries/actor-names.ts';
import { type CardWords, toCardWords } from '@/db/queries/card-words.ts';
import { findIncident } from '@/db/queries/incident.ts';
import {
  findIncidentOfScenario,
  findScenario,
  listScenarios,
  type ScenarioRow,
} from '@/db/queries/scenarios.ts';
import { listTechniqueNames, type TechniqueName } from '@/db/queries/training-modules.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, may, type Viewer } from '@/lib/access.ts';
import type { IncidentRecord } from '@/lib/analysis/incident-record.ts';
import { formatDate } from '@/lib/charts/format.ts';
import { NotFound } from '@/lib/errors.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';
import type { LessonSearch } from '@/lib/lessons/lesson-search.ts';
import { draftScenario, type ScenarioDraft } from '@/lib/training/draft-scenario.ts';
import type { ScenarioWords } from '@/lib/training/scenario-forms.ts';

interface Options {
  record?: RecordDatabase;
}

export interface ScenariosReport {
  cards: readonly ScenarioRow[];
  retired: readonly ScenarioRow[];
  technique: TechniqueName | null;
  techniques: readonly TechniqueName[];
  mayTrain: boolean;
}

/** The cards that match a search. */
export async function scenariosReport(
  viewer: Viewer,
  search: LessonSearch,
  options: Options = {},
): Promise<ScenariosReport> {
  demand(viewer, 'see_training');
  const record = options.record ?? (await theRecord());
  const techniques = await listTechniqueNames(record);
  const technique = techniques.find(({ id }) => id === search.technique) ?? null;
  const asked = { words: search.words, technique: technique?.code ?? null };
  const [cards, retired] = await Promise.all([
    listScenarios(record, { ...asked, retired: false }),
    listScenarios(record, { ...asked, retired: true }),
  ]);
  return { cards, retired, technique, techniques, mayTrain: may(viewer, 'train') };
}

export interface ScenarioReport {
  card: ScenarioRow;
  /** The number of its incident, where the viewer may see that. */
  incident: number | null;
  madeBy: string;
  madeOn: string;
  techniques: readonly TechniqueName[];
  mayTrain: boolean;
}

/** One card. Throws NotFound. */
export async function scenarioReport(
  viewer: Viewer,
  scenarioId: number,
  options: Options = {},
): Promise<ScenarioReport> {
  demand(viewer, 'see_training');
  const record = options.record ?? (await theRecord());
  const card = await findScenario(record, scenarioId);
  if (!card) throw new NotFound(`There is no card ${scenarioId}.`);
  const [incident, names, workspace, techniques] = await Promise.all([
    findIncidentOfScenario(record, viewer, scenarioId),
    nameActors(record, [card.madeBy]),
    findWorkspace(record),
    listTechniqueNames(record),
  ]);
  return {
    card,
    incident,
    madeBy: names.get(card.madeBy) ?? card.madeBy,
    madeOn: formatDate(localDateAt(card.madeAt.getTime(), workspace?.timeZone ?? 'UTC')),
    techniques,
    mayTrain: may(viewer, 'train'),
  };
}

export interface NewScenarioReport {
  incident: IncidentRecord;
  /** What the card begins with, redacted already. */
  draft: ScenarioDraft;
  techniques: readonly TechniqueName[];
}

/** An incident as the beginning of a card. Throws NotFound where the viewer does not see it. */
export async function newScenarioReport(
  viewer: Viewer,
  number: number,
  options: Options = {},
): Promise<NewScenarioReport> {
  demand(viewer, 'train');
  const record = options.record ?? (await theRecord());
  const [found, techniques] = await Promise.all([
    findIncident(record, viewer, number),
    listTechniqueNames(record),
  ]);
  if (!found) throw new NotFound(`There is no incident ${number} here.`);
  const draft = draftScenario(found.record, techniques);
  const { words } = await toCardWords(record, found.id, draft.words);
  return { incident: found.record, draft: { ...draft, words }, techniques };
}

/** What would be taken out of the words of a card, and what they would become. */
export async function checkedScenario(
  viewer: Viewer,
  number: number,
  words: ScenarioWords,
  options: Options = {},
): Promise<CardWords> {
  demand(viewer, 'train');
  const record = options.record ?? (await theRecord());
  const found = await findIncident(record, viewer, number);
  if (!found) throw new NotFound(`There is no incident ${number} here.`);
  return toCardWords(record, found.id, words);
}
