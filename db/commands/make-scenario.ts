import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { toCardWords } from '@/db/queries/card-words.ts';
import { findIncidentId } from '@/db/queries/incident.ts';
import { incident } from '@/db/schema/incidents.ts';
import { scenario, scenarioIncident, scenarioTechnique } from '@/db/schema/scenarios.ts';
import type { Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import { CUES, CUSTOMER_STATES, toCode } from '@/lib/taxonomy/fixed-sets.ts';
import type { ScenarioEntry } from '@/lib/training/scenario-forms.ts';
import { knownTechniques } from './training/chosen.ts';
import { demandTraining } from './training/load-session.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Makes a role-play card from an incident; only redacted words are kept. Answers with its number.
 * @param number of an incident that the viewer may see
 * @throws Forbidden without the right; NotFound without the incident; Invalid for techniques that are gone
 */
export async function makeScenario(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  number: number,
  entry: ScenarioEntry,
  now: Date,
): Promise<number> {
  demandTraining(viewer);
  return records.transaction(async (tx) => {
    const incidentId = await findIncidentId(tx, viewer, number);
    if (incidentId === null) throw new NotFound(`There is no incident ${number} here.`);
    const codes = await knownTechniques(tx, entry.techniques);
    const { words, taken } = await toCardWords(tx, incidentId, entry);
    const [of] = await tx
      .select({ trigger: incident.trigger })
      .from(incident)
      .where(eq(incident.incidentId, incidentId));
    const [row] = await tx
      .insert(scenario)
      .values({
        ...words,
        trigger: of?.trigger ?? 0,
        customerState: toCode(CUSTOMER_STATES, entry.customerState),
        cues: entry.cues.map((cue) => toCode(CUES, cue)),
        madeBy: viewer.actor,
        madeAt: now,
      })
      .returning({ scenarioId: scenario.scenarioId });
    if (!row) throw new Error('the record kept no card');
    const { scenarioId } = row;
    await tx.insert(scenarioIncident).values({ incidentId, scenarioId });
    await tx.insert(scenarioTechnique).values(codes.map((technique) => ({ scenarioId, technique })));
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'scenario_made',
      subject: `scenario:${scenarioId}`,
      detail: { incident: number, takenOut: taken.reduce((sum, { spans }) => sum + spans.length, 0) },
    });
    return scenarioId;
  });
}
