import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { toSourceRows } from '@/db/queries/source-rows.ts';
import { escalationStep, followUp } from '@/db/schema/incident-details.ts';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { customerIdentity } from '@/db/schema/organisation.ts';
import { RULES_VERSION } from '@/lib/privacy/redact.ts';
import type { IncidentTexts } from '@/lib/privacy/redact-incident.ts';

/** All words of one incident in the record, with what is needed to put them back. */
export interface StoredTexts {
  incidentId: string;
  externalId: string;
  customer: string | null;
  texts: IncidentTexts;
  /** The places of `texts.steps` and `texts.followUps`. */
  stepSeqs: readonly number[];
  followUpSeqs: readonly number[];
}

/** The next incidents that the rules of today have not gone through, in the order of their ids. */
export async function readTexts(tx: Records, after: string | null, most: number): Promise<StoredTexts[]> {
  const rows = await tx
    .select({ text: incidentText, externalId: incident.externalId, customer: customerIdentity.reference })
    .from(incidentText)
    .innerJoin(incident, eq(incident.incidentId, incidentText.incidentId))
    .leftJoin(customerIdentity, eq(customerIdentity.customerId, incident.customerId))
    .where(
      and(
        after === null ? undefined : gt(incidentText.incidentId, after),
        or(isNull(incidentText.redactedWith), lt(incidentText.redactedWith, RULES_VERSION)),
      ),
    )
    .orderBy(asc(incidentText.incidentId))
    .limit(most);
  const ids = rows.map(({ text }) => text.incidentId);
  const notes = groupById(await listNotes(tx, ids));
  const promises = groupById(await listPromises(tx, ids));
  return rows.map(({ text, externalId, customer }) => {
    const steps = notes.get(text.incidentId) ?? [];
    const followUps = promises.get(text.incidentId) ?? [];
    const { topic, narrative, resolution } = text;
    const said = { topic, narrative, resolution, sourceRows: toSourceRows(text.sourceRows) };
    return {
      incidentId: text.incidentId,
      externalId,
      customer,
      texts: { ...said, steps: steps.map((one) => one.words), followUps: followUps.map((one) => one.words) },
      stepSeqs: steps.map(({ seq }) => seq),
      followUpSeqs: followUps.map(({ seq }) => seq),
    };
  });
}

function listNotes(tx: Records, ids: string[]) {
  return tx
    .select({ incidentId: escalationStep.incidentId, seq: escalationStep.seq, words: escalationStep.note })
    .from(escalationStep)
    .where(and(inArray(escalationStep.incidentId, ids), isNotNull(escalationStep.note)))
    .orderBy(asc(escalationStep.incidentId), asc(escalationStep.seq));
}

function listPromises(tx: Records, ids: string[]) {
  return tx
    .select({ incidentId: followUp.incidentId, seq: followUp.seq, words: followUp.promise })
    .from(followUp)
    .where(and(inArray(followUp.incidentId, ids), isNotNull(followUp.promise)))
    .orderBy(asc(followUp.incidentId), asc(followUp.seq));
}

function groupById<Row extends { incidentId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.incidentId);
    if (group) group.push(row);
    else groups.set(row.incidentId, [row]);
  }
  return groups;
}
