import type { SQL } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { sqlStateOf, UNIQUE_VIOLATION } from '@/db/sql-state.ts';
import { Conflict } from '@/lib/errors.ts';
import type { ReadyIncident, Writing } from './incident-write.ts';
import { type Known, lookUp } from './look-up.ts';
import { type PreparedIncident, prepareWrites } from './prepare-writes.ts';
import { recountRepeats } from './recount-repeats.ts';
import { removeDetails } from './remove-details.ts';
import { type Inserts, toInserts } from './to-inserts.ts';
import { unnestInsert } from './unnest-insert.ts';

export interface WrittenIncidents {
  created: number;
  updated: number;
  unchanged: number;
  /** Of incidents, their texts and their details. */
  rows: number;
  /** Fields that a person has set and the source would have changed. */
  kept: { incidentId: string; fields: string[] }[];
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
  return storeBatch(tx, await prepareBatch(await lookUp(tx, ready), writing));
}

/** Incidents on their way into the record, with the statements that put them there. */
export interface PreparedBatch {
  known: Known;
  incidents: readonly PreparedIncident[];
  inserts: Inserts;
  now: Date;
}

/** Works out everything that is to be written; the record has nothing to do with it. */
export async function prepareBatch(known: Known, writing: Writing): Promise<PreparedBatch> {
  const incidents = await prepareWrites(known, writing);
  return { known, incidents, inserts: await toInserts(incidents, known), now: writing.now };
}

/** Puts a prepared batch into the record. Throws Conflict when one of its incidents was changed since it was looked up. */
export async function storeBatch(
  tx: Records,
  { known, incidents, inserts, now }: PreparedBatch,
): Promise<WrittenIncidents> {
  const { existing, unchanged } = known;
  if (incidents.length === 0) return { created: 0, updated: 0, unchanged, rows: 0, kept: [] };
  const ids = incidents.map(({ row }) => row.incidentId);
  const created = await create(tx, inserts.created);
  const updated = await run(tx, inserts.updated);
  if (created + updated < incidents.length) throw new Conflict(CHANGED);
  await removeDetails(
    tx,
    ids.filter((id) => existing.has(id)),
  );
  let rows = created + updated;
  for (const statement of inserts.details) rows += await run(tx, statement);
  const touched = new Set([...ids, ...(await recountRepeats(tx, customersOf(incidents, known)))]);
  const marks = [...touched].map((incidentId) => ({ incidentId, changedAt: now }));
  await unnestInsert(tx, factChange, marks);
  const kept = incidents.flatMap(({ row, kept: fields }) =>
    fields.length > 0 ? [{ incidentId: row.incidentId, fields }] : [],
  );
  return { created, updated, unchanged, rows, kept };
}

const CHANGED = 'Somebody changed one of these incidents in between.';

async function create(tx: Records, statement: SQL | null): Promise<number> {
  try {
    return await run(tx, statement);
  } catch (error) {
    throw sqlStateOf(error) === UNIQUE_VIOLATION ? new Conflict(CHANGED) : error;
  }
}

/** How many rows it wrote. */
async function run(tx: Records, statement: SQL | null): Promise<number> {
  if (statement === null) return 0;
  const { count } = await tx.execute(statement);
  return Number(count);
}

/** The customers whose repeats may change: those with another incident, in the record or among these. */
function customersOf(prepared: readonly PreparedIncident[], { existing, codes }: Known): number[] {
  const isNew = codes.references.newCustomers;
  const seen = new Set<number>();
  const ids = new Set<number>();
  for (const { row } of prepared) {
    const before = existing.get(row.incidentId)?.customerId ?? null;
    if (before !== null) ids.add(before);
    const id = row.customerId;
    if (id === null) continue;
    if (!isNew.has(id) || seen.has(id)) ids.add(id);
    seen.add(id);
  }
  return [...ids];
}
