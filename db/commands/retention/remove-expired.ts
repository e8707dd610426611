import { and, inArray, lt, sql } from 'drizzle-orm';
import { emptyWords } from '@/db/commands/erasure/empty-words.ts';
import { unnestInsert } from '@/db/commands/incidents/unnest-insert.ts';
import { WRITERS_LOCK } from '@/db/commands/incidents/writers-lock.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import type { ExpiredKey } from '@/db/queries/expired.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { importProblem } from '@/db/schema/imports.ts';
import { incident, sealedText } from '@/db/schema/incidents.ts';
import { customerIdentity } from '@/db/schema/organisation.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import type { RetentionKind } from '@/lib/privacy/retention.ts';
import { removeIncidents } from './remove-incidents.ts';

/** How much is removed in one transaction. */
export const EXPIRED_AT_ONCE = 500;

/** Removes so many expired things of one kind. Returns how many were still there and are gone. */
export async function removeExpired(
  tx: Records,
  kind: RetentionKind,
  keys: readonly ExpiredKey[],
  keptFrom: LocalDate,
  now: Date,
): Promise<number> {
  // Whoever writes incidents would put back what was read before it was removed.
  await tx.execute(sql`select pg_advisory_xact_lock(${WRITERS_LOCK})`);
  const incidentIds = [...new Set(keys.flatMap((key) => key.incidentId ?? []))];
  switch (kind) {
    case 'words':
      return removeWords(tx, incidentIds, keptFrom, now);
    case 'originals':
      return (await removeSealedTexts(tx, keys)) + (await removeSealedRows(tx, keys));
    case 'identities':
      return removeIdentities(tx, keys);
    case 'remarks':
      return removeRemarks(tx, keys);
    case 'incidents':
      return removeIncidents(tx, incidentIds, keptFrom, now);
  }
}

async function removeWords(tx: Records, ids: string[], keptFrom: LocalDate, now: Date): Promise<number> {
  const rows = await tx
    .select({ incidentId: incident.incidentId })
    .from(incident)
    .where(and(inArray(incident.incidentId, ids), lt(incident.occurredOn, keptFrom)));
  if (rows.length === 0) return 0;
  await emptyWords(
    tx,
    rows.map(({ incidentId }) => incidentId),
    now,
  );
  // Figures stay, but pages that show words are made anew with the next version of the facts.
  const marks = rows.map(({ incidentId }) => ({ incidentId, changedAt: now }));
  await unnestInsert(tx, factChange, marks);
  return rows.length;
}

async function removeSealedTexts(tx: Records, keys: readonly ExpiredKey[]): Promise<number> {
  const places = keys.filter(({ incidentId }) => incidentId !== null);
  if (places.length === 0) return 0;
  const { count } = await tx.execute(sql`
    delete from ${sealedText} as s using unnest(${textsOf(places, 'incidentId')}, ${textsOf(places, 'field')})
      as g(incident_id, field)
    where s.incident_id = g.incident_id::uuid and s.field = g.field`);
  return Number(count);
}

async function removeSealedRows(tx: Records, keys: readonly ExpiredKey[]): Promise<number> {
  const places = keys.filter(({ importRunId }) => importRunId !== null);
  if (places.length === 0) return 0;
  const { count } = await tx.execute(sql`
    update ${importProblem} as p set sealed_row = null from ${placesOf(places)}
    where p.import_run_id = g.import_run_id::integer and p.seq = g.seq::integer and p.sealed_row is not null`);
  return Number(count);
}

async function removeIdentities(tx: Records, keys: readonly ExpiredKey[]): Promise<number> {
  const ids = keys.flatMap(({ customerId }) => customerId ?? []);
  const rows = await tx
    .delete(customerIdentity)
    .where(inArray(customerIdentity.customerId, ids))
    .returning({ customerId: customerIdentity.customerId });
  return rows.length;
}

async function removeRemarks(tx: Records, keys: readonly ExpiredKey[]): Promise<number> {
  const { count } = await tx.execute(sql`
    delete from ${importProblem} as p using ${placesOf(keys)}
    where p.import_run_id = g.import_run_id::integer and p.seq = g.seq::integer`);
  return Number(count);
}

function placesOf(keys: readonly ExpiredKey[]) {
  return sql`unnest(${textsOf(keys, 'importRunId')}, ${textsOf(keys, 'seq')}) as g(import_run_id, seq)`;
}

function textsOf(keys: readonly ExpiredKey[], name: keyof ExpiredKey) {
  return sql`${sql.param(keys.map((key) => String(key[name])))}::text[]`;
}
