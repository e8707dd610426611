import { and, asc, count, desc, eq, exists, inArray, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Records } from '@/db/facts/snapshot.ts';
import type { TechniqueName } from '@/db/queries/training-modules.ts';
import { incident } from '@/db/schema/incidents.ts';
import {
  scenario,
  scenarioIncident,
  scenarioTechnique,
  scenarioWords,
  trainingSessionScenario,
} from '@/db/schema/scenarios.ts';
import { technique, trigger } from '@/db/schema/taxonomies.ts';
import { whereIncidents } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import { CUES, CUSTOMER_STATES, type Cue, type CustomerState, fromCode } from '@/lib/taxonomy/fixed-sets.ts';
import type { ScenarioWords } from '@/lib/training/scenario-forms.ts';

/** A role-play card. Cards belong to no team: they are made to be passed on. */
export interface ScenarioRow extends ScenarioWords {
  scenarioId: number;
  trigger: { code: number; id: string; label: string };
  customerState: CustomerState;
  cues: readonly Cue[];
  retired: boolean;
  madeBy: string;
  madeAt: Date;
  version: number;
  /** In the order of the procedure. */
  techniques: readonly TechniqueName[];
}

/** Which cards are looked for. */
export interface AskedScenarios {
  /** Words as people write them into a search box; empty for all. */
  words: string;
  /** The code of a technique that they let practise; null for any. */
  technique: number | null;
  retired: boolean;
}

/** The cards that match, the best first where words are given, else the latest. */
export async function listScenarios(records: Records, asked: AskedScenarios): Promise<ScenarioRow[]> {
  const query = sql`websearch_to_tsquery('english', ${asked.words})`;
  const searched = asked.words === '' ? undefined : sql`${scenarioWords(scenario)} @@ ${query}`;
  const practises = asked.technique === null ? undefined : exists(practisedIn(records, asked.technique));
  const rank = asked.words === '' ? [] : [sql`ts_rank(${scenarioWords(scenario)}, ${query}) desc`];
  return readScenarios(records, and(eq(scenario.retired, asked.retired), searched, practises), rank);
}

/** The card of this number, or null. */
export async function findScenario(records: Records, scenarioId: number): Promise<ScenarioRow | null> {
  const [found] = await readScenarios(records, eq(scenario.scenarioId, scenarioId));
  return found ?? null;
}

/** The cards that a session practises with, by title. */
export async function listSessionScenarios(records: Records, sessionId: number): Promise<ScenarioRow[]> {
  const rows = await records
    .select({ scenarioId: trainingSessionScenario.scenarioId })
    .from(trainingSessionScenario)
    .where(eq(trainingSessionScenario.trainingSessionId, sessionId));
  const ids = rows.map(({ scenarioId }) => scenarioId);
  const found = await readScenarios(records, inArray(scenario.scenarioId, ids));
  return found.sort((one, other) => one.title.localeCompare(other.title, 'en'));
}

/** How many cards let practise each technique, by its code. */
export async function countScenariosByTechnique(records: Records): Promise<ReadonlyMap<number, number>> {
  const rows = await records
    .select({ technique: scenarioTechnique.technique, cards: count() })
    .from(scenarioTechnique)
    .innerJoin(scenario, eq(scenario.scenarioId, scenarioTechnique.scenarioId))
    .where(eq(scenario.retired, false))
    .groupBy(scenarioTechnique.technique);
  return new Map(rows.map((row) => [row.technique, row.cards]));
}

/** The number of the incident that a card was made from; null where it is gone or not the viewer's to see. */
export async function findIncidentOfScenario(
  records: Records,
  viewer: Viewer,
  scenarioId: number,
): Promise<number | null> {
  const [row] = await records
    .select({ number: incident.number })
    .from(scenarioIncident)
    .innerJoin(incident, eq(incident.incidentId, scenarioIncident.incidentId))
    .where(and(eq(scenarioIncident.scenarioId, scenarioId), whereIncidents(viewer)))
    .limit(1);
  return row?.number ?? null;
}

function practisedIn(records: Records, code: number) {
  return records
    .select({ one: sql`1` })
    .from(scenarioTechnique)
    .where(and(eq(scenarioTechnique.scenarioId, scenario.scenarioId), eq(scenarioTechnique.technique, code)));
}

const coded = alias(trigger, 'coded');
const named = alias(technique, 'named');

async function readScenarios(
  records: Records,
  condition: SQL | undefined,
  order: readonly SQL[] = [],
): Promise<ScenarioRow[]> {
  const rows = await records
    .select({ card: scenario, trigger: { code: trigger.code, id: trigger.id, label: trigger.label } })
    .from(scenario)
    .innerJoin(coded, eq(coded.code, scenario.trigger))
    .innerJoin(trigger, eq(trigger.code, sql`coalesce(${coded.mergedInto}, ${coded.code})`))
    .where(condition)
    .orderBy(...order, desc(scenario.scenarioId));
  const techniques = await records
    .select({
      scenarioId: scenarioTechnique.scenarioId,
      code: technique.code,
      id: technique.id,
      label: technique.label,
      section: sql<string>`coalesce(${technique.group}, 'other')`.mapWith(String),
    })
    .from(scenarioTechnique)
    .innerJoin(named, eq(named.code, scenarioTechnique.technique))
    .innerJoin(technique, eq(technique.code, sql`coalesce(${named.mergedInto}, ${named.code})`))
    .where(
      inArray(
        scenarioTechnique.scenarioId,
        rows.map(({ card }) => card.scenarioId),
      ),
    )
    .groupBy(scenarioTechnique.scenarioId, technique.code)
    .orderBy(asc(technique.rank), asc(technique.code));
  return rows.map(({ card: { customerState, cues, ...card }, trigger: of }) => ({
    ...card,
    trigger: of,
    customerState: fromCode(CUSTOMER_STATES, customerState),
    cues: cues.map((cue) => fromCode(CUES, cue)),
    techniques: techniques
      .filter(({ scenarioId }) => scenarioId === card.scenarioId)
      .map(({ code, id, label, section }) => ({ code, id, label, section })),
  }));
}
