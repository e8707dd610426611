import { and, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Records } from '@/db/facts/snapshot.ts';
import { toCardWords } from '@/db/queries/card-words.ts';
import { scenario, scenarioIncident, scenarioTechnique } from '@/db/schema/scenarios.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, NotFound } from '@/lib/errors.ts';
import { CUES, CUSTOMER_STATES, toCode } from '@/lib/taxonomy/fixed-sets.ts';
import type { KnownScenario, ScenarioEntry } from '@/lib/training/scenario-forms.ts';
import { knownTechniques } from './training/chosen.ts';
import { AFTER_YOU, demandTraining } from './training/load-session.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Says anew what a card holds, or that it is not used any more; only redacted words are kept.
 * @throws Forbidden without the right; NotFound; Invalid for techniques that are gone; Conflict when somebody changed
 * it in between
 */
export async function changeScenario(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { scenarioId, version }: KnownScenario,
  { retired, ...entry }: ScenarioEntry & { retired: boolean },
  now: Date,
): Promise<void> {
  demandTraining(viewer);
  await records.transaction(async (tx) => {
    const isIt = eq(scenario.scenarioId, scenarioId);
    const codes = await knownTechniques(tx, entry.techniques);
    const { words, taken } = await toCardWords(tx, await incidentOf(tx, scenarioId), entry);
    const changed = await tx
      .update(scenario)
      .set({
        ...words,
        customerState: toCode(CUSTOMER_STATES, entry.customerState),
        cues: entry.cues.map((cue) => toCode(CUES, cue)),
        retired,
        version: version + 1,
      })
      .where(and(isIt, eq(scenario.version, version)))
      .returning({ scenarioId: scenario.scenarioId });
    if (changed.length === 0) {
      const [found] = await tx.select({ scenarioId: scenario.scenarioId }).from(scenario).where(isIt);
      if (!found) throw new NotFound(`There is no card ${scenarioId}.`);
      throw new Conflict(`Somebody else changed this card ${AFTER_YOU}`);
    }
    await tx.delete(scenarioTechnique).where(eq(scenarioTechnique.scenarioId, scenarioId));
    await tx.insert(scenarioTechnique).values(codes.map((technique) => ({ scenarioId, technique })));
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'scenario_changed',
      subject: `scenario:${scenarioId}`,
      detail: { retired, takenOut: taken.reduce((sum, { spans }) => sum + spans.length, 0) },
    });
  });
}

async function incidentOf(tx: Records, scenarioId: number): Promise<string | null> {
  const [row] = await tx
    .select({ incidentId: scenarioIncident.incidentId })
    .from(scenarioIncident)
    .where(eq(scenarioIncident.scenarioId, scenarioId));
  return row?.incidentId ?? null;
}
