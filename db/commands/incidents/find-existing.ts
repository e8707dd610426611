import { asc, eq, getTableColumns, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Records } from '@/db/facts/snapshot.ts';
import { escalationStep, followUp, incidentCue, techniqueObservation } from '@/db/schema/incident-details.ts';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { level } from '@/db/schema/taxonomies.ts';
import { OBSERVERS, toCode } from '@/lib/taxonomy/fixed-sets.ts';
import type { IncidentRow, IncidentWrite } from './incident-write.ts';

/** What has to be known of an incident before it is written again. */
export type ExistingIncident = Pick<
  IncidentRow,
  'incidentId' | 'number' | 'version' | 'contentHash' | 'setByPerson' | 'customerId' | 'importRunId'
> & {
  /** Null while it may have words. */
  wordsRemovedAt: Date | null;
};

/** The incidents among these ids that the record has. */
export async function findExisting(
  tx: Records,
  ids: readonly string[],
): Promise<Map<string, ExistingIncident>> {
  const rows = await tx
    .select({
      incidentId: incident.incidentId,
      number: incident.number,
      version: incident.version,
      contentHash: incident.contentHash,
      setByPerson: incident.setByPerson,
      customerId: incident.customerId,
      importRunId: incident.importRunId,
      wordsRemovedAt: incidentText.wordsRemovedAt,
    })
    .from(incident)
    .leftJoin(incidentText, eq(incidentText.incidentId, incident.incidentId))
    .where(sql`${incident.incidentId} = any(${sql.param([...ids])}::uuid[])`);
  return new Map(rows.map((row) => [row.incidentId, row]));
}

/** An incident in which a person has set fields, whole. */
export interface KeptIncident extends Pick<IncidentWrite, 'steps' | 'cues' | 'techniques' | 'followUps'> {
  row: IncidentRow;
  text: { topic: string | null; narrative: string | null; resolution: string | null };
}

/** The level that a step counts as. */
const counted = alias(level, 'counted');

/** Reads one incident whole. Rare: only one with fields set by a person that comes again with other content. */
export async function findKept(tx: Records, incidentId: string): Promise<KeptIncident | null> {
  const [row] = await tx.select().from(incident).where(eq(incident.incidentId, incidentId));
  if (!row) return null;
  const [text] = await tx.select().from(incidentText).where(eq(incidentText.incidentId, incidentId));
  const { nextLevel: _, waitMinutes: __, ...columns } = getTableColumns(escalationStep);
  return {
    row,
    text: {
      topic: text?.topic ?? null,
      narrative: text?.narrative ?? null,
      resolution: text?.resolution ?? null,
    },
    steps: await tx
      .select({ ...columns, counted: { code: counted.code, rank: counted.rank } })
      .from(escalationStep)
      .innerJoin(level, eq(level.code, escalationStep.level))
      .innerJoin(counted, eq(counted.code, sql`coalesce(${level.mergedInto}, ${level.code})`))
      .where(eq(escalationStep.incidentId, incidentId))
      .orderBy(asc(escalationStep.seq)),
    cues: await tx.select().from(incidentCue).where(eq(incidentCue.incidentId, incidentId)),
    techniques: (
      await tx.select().from(techniqueObservation).where(eq(techniqueObservation.incidentId, incidentId))
    ).filter(({ observer }) => observer === toCode(OBSERVERS, 'agent')),
    followUps: await tx
      .select()
      .from(followUp)
      .where(eq(followUp.incidentId, incidentId))
      .orderBy(asc(followUp.seq)),
  };
}
