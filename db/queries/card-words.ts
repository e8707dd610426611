import { eq } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { findRedaction } from '@/db/queries/redaction.ts';
import { escalationStep } from '@/db/schema/incident-details.ts';
import { incident } from '@/db/schema/incidents.ts';
import { agent, customerIdentity } from '@/db/schema/organisation.ts';
import { type RedactedSpan, redactAll } from '@/lib/privacy/redact.ts';
import { SCENARIO_FIELDS, type ScenarioWords } from '@/lib/training/scenario-forms.ts';

export interface CardWords {
  words: ScenarioWords;
  /** What was taken out of each field, by its name; those without anything are not there. */
  taken: readonly { field: keyof ScenarioWords; spans: readonly RedactedSpan[] }[];
}

/**
 * The words of a card without what is personal, all fields together so that a value has one token in all of them:
 * whatever the workspace has chosen for its record, since cards are made to be passed on. What the source calls the
 * customer and the people who handled the incident is taken out wherever it stands.
 */
export async function toCardWords(
  tx: Records,
  incidentId: string | null,
  words: ScenarioWords,
): Promise<CardWords> {
  const { country } = await findRedaction(tx);
  const known = incidentId === null ? [] : await listPeople(tx, incidentId);
  const redacted = redactAll(
    SCENARIO_FIELDS.map((field) => words[field]),
    { country, known },
  );
  const cells = SCENARIO_FIELDS.map((field, index) => ({
    field,
    text: redacted[index]?.text ?? '',
    spans: redacted[index]?.spans ?? [],
  }));
  return {
    words: Object.fromEntries(cells.map(({ field, text }) => [field, text])) as ScenarioWords,
    taken: cells.filter(({ spans }) => spans.length > 0).map(({ field, spans }) => ({ field, spans })),
  };
}

async function listPeople(tx: Records, incidentId: string): Promise<string[]> {
  const [customers, handlers, others] = await Promise.all([
    tx
      .select({ name: customerIdentity.reference })
      .from(customerIdentity)
      .innerJoin(incident, eq(incident.customerId, customerIdentity.customerId))
      .where(eq(incident.incidentId, incidentId)),
    tx
      .select({ name: agent.reference })
      .from(agent)
      .innerJoin(incident, eq(incident.agentId, agent.agentId))
      .where(eq(incident.incidentId, incidentId)),
    tx
      .select({ name: agent.reference })
      .from(agent)
      .innerJoin(escalationStep, eq(escalationStep.agentId, agent.agentId))
      .where(eq(escalationStep.incidentId, incidentId)),
  ]);
  return [...new Set([...customers, ...handlers, ...others].map(({ name }) => name))];
}
