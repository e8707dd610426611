import { sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { type ExistingIncident, findExisting } from './find-existing.ts';
import type { ReadyIncident } from './incident-write.ts';
import { type PreparedIncident, prepareWrites } from './prepare-writes.ts';
import { recountRepeats } from './recount-repeats.ts';
import { storePrepared } from './store-prepared.ts';
import { unnestInsert } from './unnest-insert.ts';
import { WRITERS_LOCK } from './writers-lock.ts';

export interface WrittenIncidents {
  created: number;
  updated: number;
  unchanged: number;
  /** Fields that a person has set and the source would have changed. */
  kept: { incidentId: string; fields: string[] }[];
}

export interface Writing {
  timeZone: string;
  importRunId: number | null;
  now: Date;
}

/**
 * Writes incidents with everything that follows from them. One whose content is as it was stays untouched; fields
 * that a person has set stay in any case.
 * @param tx a transaction; writers wait for each other until it ends
 * @param ready every id once
 * @throws Conflict when somebody changed one of them in between: the transaction is then to be done again
 */
export async function writeIncidents(
  tx: Records,
  ready: readonly ReadyIncident[],
  writing: Writing,
): Promise<WrittenIncidents> {
  await tx.execute(sql`select pg_advisory_xact_lock(${WRITERS_LOCK})`);
  const existing = await findExisting(
    tx,
    ready.map(({ incidentId }) => incidentId),
  );
  const changed = ready.filter((one) => existing.get(one.incidentId)?.contentHash !== one.contentHash);
  if (changed.length === 0) return { created: 0, updated: 0, unchanged: ready.length, kept: [] };
  const prepared = await prepareWrites(tx, changed, existing, writing.timeZone);
  const created = prepared.filter(({ row }) => !existing.has(row.incidentId));
  const updated = prepared.filter(({ row }) => existing.has(row.incidentId));
  await storePrepared(tx, created, updated, existing, writing);
  const repeats = await recountRepeats(tx, customersOf(prepared, existing));
  const touched = new Set([...prepared.map(({ row }) => row.incidentId), ...repeats]);
  const marks = [...touched].map((incidentId) => ({ incidentId, changedAt: writing.now }));
  await unnestInsert(tx, factChange, marks);
  return {
    created: created.length,
    updated: updated.length,
    unchanged: ready.length - changed.length,
    kept: prepared
      .filter(({ kept }) => kept.length > 0)
      .map(({ row, kept }) => ({ incidentId: row.incidentId, fields: kept })),
  };
}

/** The customers that the incidents now have and those that they had. */
function customersOf(
  prepared: readonly PreparedIncident[],
  existing: ReadonlyMap<string, ExistingIncident>,
): number[] {
  const ids = prepared.flatMap(({ row }) => [
    row.customerId,
    existing.get(row.incidentId)?.customerId ?? null,
  ]);
  return [...new Set(ids.filter((id) => id !== null))];
}
