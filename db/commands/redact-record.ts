import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { giveWay } from '@/db/commands/incidents/give-way.ts';
import { WRITERS_LOCK } from '@/db/commands/incidents/writers-lock.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { findRedaction, type Redaction } from '@/db/queries/redaction.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import type { PiiType } from '@/lib/privacy/pii-types.ts';
import { RULES_VERSION } from '@/lib/privacy/redact.ts';
import { redactIncident } from '@/lib/privacy/redact-incident.ts';
import { dropOriginals } from './redaction/drop-originals.ts';
import { readTexts } from './redaction/read-texts.ts';
import { redactNames } from './redaction/redact-names.ts';
import { redactRemarks } from './redaction/redact-remarks.ts';
import { redactStaffWords } from './redaction/redact-staff-words.ts';
import { type GoneThrough, storeTexts } from './redaction/store-texts.ts';
import { writeAudit } from './write-audit.ts';

type Database = PostgresJsDatabase<Record<string, never>>;

export interface RedactedRecord {
  /** Incidents that the rules went through, and those in which something was taken out. */
  incidents: number;
  redacted: number;
  /** How many values of each type were taken out of them. */
  taken: Partial<Record<PiiType, number>>;
  /** Remarks of imports, and names of files and products in which something was taken out; null in a dry run. */
  remarks: number | null;
  names: number | null;
  /** Texts of patterns and reviews, which staff have written, in which something was taken out; null in a dry run. */
  staffTexts: number | null;
  /** Sealed originals that were removed, since the workspace keeps none; null where it does. */
  dropped: number | null;
}

/**
 * Redacts what is in the record already and was written before there were these rules, or while they were off. In
 * batches, each a transaction: one that was broken off is completed by the next.
 * @param request with `dryRun`, everything is counted and nothing is changed
 * @throws Forbidden without the right; Conflict while redaction is off in the workspace
 */
export async function redactRecord(
  records: Database,
  viewer: Viewer,
  { dryRun, now }: { dryRun: boolean; now: Date },
  onProgress: (incidents: number) => void = () => {},
): Promise<RedactedRecord> {
  demand(viewer, 'administer', 'Only an administrator may redact the record.');
  const redaction = await findRedaction(records);
  const done: RedactedRecord = {
    incidents: 0,
    redacted: 0,
    taken: {},
    remarks: null,
    names: null,
    staffTexts: null,
    dropped: null,
  };
  if (dryRun) {
    await goThrough(records, { redaction, sealedAt: null, store: false }, done, onProgress);
    return done;
  }
  if (redaction.mode === 'off') throw new Conflict(OFF);
  await audit(records, viewer, now, 'redaction.start', { rules: RULES_VERSION, originals: redaction.mode });
  const sealedAt = redaction.mode === 'sealed' ? now : null;
  await goThrough(records, { redaction, sealedAt, store: true }, done, onProgress);
  await goThroughRest(records, redaction, done);
  await audit(records, viewer, now, 'redaction.done', { ...done });
  return done;
}

const OFF =
  'Redaction is off in this workspace. Turn it on first: npm run redact -- --originals sealed (or dropped).';
const BATCH = 500;
const PIECE = 10_000;

/** Text is not among the facts, so no incident is marked as changed. */
async function goThrough(
  records: Database,
  how: { redaction: Redaction; sealedAt: Date | null; store: boolean },
  done: RedactedRecord,
  onProgress: (incidents: number) => void,
): Promise<void> {
  let after: string | null = null;
  while (true) {
    const gone: GoneThrough[] = await records.transaction(async (tx) => {
      if (how.store) await tx.execute(sql`select pg_advisory_xact_lock(${WRITERS_LOCK})`);
      const batch = await goThroughBatch(tx, after, how.redaction);
      if (how.store && batch.length > 0)
        await storeTexts(tx, batch, { ...how.redaction, sealedAt: how.sealedAt });
      return batch;
    });
    if (gone.length === 0) return;
    after = gone.at(-1)?.stored.incidentId ?? null;
    count(done, gone);
    onProgress(done.incidents);
    await giveWay();
  }
}

async function goThroughBatch(
  tx: Records,
  after: string | null,
  { country }: Redaction,
): Promise<GoneThrough[]> {
  const batch = await readTexts(tx, after, BATCH);
  return batch.map((stored) => {
    const known = stored.customer === null ? [] : [stored.customer];
    return { stored, redacted: redactIncident(stored.texts, { country, known }) };
  });
}

function count(done: RedactedRecord, gone: readonly GoneThrough[]): void {
  done.incidents += gone.length;
  for (const { redacted } of gone) {
    if (redacted.changed.length > 0) done.redacted++;
    for (const [type, values] of Object.entries(redacted.taken) as [PiiType, number][]) {
      done.taken[type] = (done.taken[type] ?? 0) + values;
    }
  }
}

async function goThroughRest(records: Database, redaction: Redaction, done: RedactedRecord): Promise<void> {
  let [read, changed] = [BATCH, 0];
  while (read === BATCH) {
    const part = await records.transaction((tx) => redactRemarks(tx, redaction, BATCH));
    read = part.remarks;
    changed += part.changed;
  }
  done.remarks = changed;
  done.names = await records.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${WRITERS_LOCK})`);
    return redactNames(tx, redaction.country);
  });
  done.staffTexts = await records.transaction((tx) => redactStaffWords(tx, redaction.country));
  if (redaction.mode === 'dropped') done.dropped = await dropAll(records);
}

async function dropAll(records: Database): Promise<number> {
  let dropped = 0;
  while (true) {
    const gone = await records.transaction((tx) => dropOriginals(tx, PIECE));
    if (gone === 0) return dropped;
    dropped += gone;
  }
}

async function audit(
  records: Database,
  viewer: Viewer,
  at: Date,
  action: string,
  detail: Record<string, unknown>,
): Promise<void> {
  const entry = { at, actor: viewer.actor, action, subject: 'workspace', detail };
  await records.transaction((tx) => writeAudit(tx, entry));
}
