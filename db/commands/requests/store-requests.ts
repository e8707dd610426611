import { inArray, sql } from 'drizzle-orm';
import type { ReadyIncident } from '@/db/commands/incidents/incident-write.ts';
import { writeIncidents } from '@/db/commands/incidents/write-incidents.ts';
import { WRITERS_LOCK } from '@/db/commands/incidents/writers-lock.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { incident } from '@/db/schema/incidents.ts';

/** What became of one incident that was sent. */
export interface StoredRequest {
  outcome: 'created' | 'updated' | 'unchanged';
  /** The id in Lookback, and the number by which its page is found. */
  incident: { id: string; number: number };
  /** Fields that a person has set and that stayed as they were. */
  kept: readonly string[];
}

/** Writes incidents and answers what became of each, in their order. */
export async function storeRequests(
  tx: Records,
  ready: readonly ReadyIncident[],
  { timeZone, now }: { timeZone: string; now: Date },
): Promise<StoredRequest[]> {
  if (ready.length === 0) return [];
  // Taken before the look at what is there: of two who send the same at once, one has made it.
  await tx.execute(sql`select pg_advisory_xact_lock(${WRITERS_LOCK})`);
  const before = await findStored(tx, ready);
  const written = await writeIncidents(tx, ready, { timeZone, importRunId: null, now });
  const after = await findStored(tx, ready);
  const kept = new Map(written.kept.map(({ incidentId, fields }) => [incidentId, fields]));
  return ready.map(({ incidentId, contentHash }) => {
    const number = after.get(incidentId)?.number;
    if (number === undefined) throw new Error(`incident ${incidentId} is not there after it was written`);
    return {
      outcome: outcomeOf(before.get(incidentId)?.contentHash, contentHash),
      incident: { id: incidentId, number },
      kept: kept.get(incidentId) ?? [],
    };
  });
}

function outcomeOf(before: string | undefined, hash: string): StoredRequest['outcome'] {
  if (before === undefined) return 'created';
  return before === hash ? 'unchanged' : 'updated';
}

async function findStored(
  tx: Records,
  ready: readonly ReadyIncident[],
): Promise<Map<string, { number: number; contentHash: string }>> {
  const rows = await tx
    .select({ id: incident.incidentId, number: incident.number, contentHash: incident.contentHash })
    .from(incident)
    .where(
      inArray(
        incident.incidentId,
        ready.map(({ incidentId }) => incidentId),
      ),
    );
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
