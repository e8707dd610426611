import { and, asc, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { seedTaxonomies } from '@/db/commands/seed-taxonomies.ts';
import { refuseOldZone } from '@/db/commands/workspace/refuse-old-zone.ts';
import { writeAudit } from '@/db/commands/write-audit.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { findRedaction } from '@/db/queries/redaction.ts';
import { importRun } from '@/db/schema/imports.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import type { FileFacts } from '@/lib/intake/detect-encoding.ts';
import { redact } from '@/lib/privacy/redact.ts';
import { tryFileLock } from './file-lock.ts';

type Database = PostgresJsDatabase<Record<string, never>>;

/** What a run has done so far. read = merged + rejected + created + updated + unchanged. */
export interface Counters {
  read: number;
  merged: number;
  rejected: number;
  created: number;
  updated: number;
  unchanged: number;
  unclassified: number;
}

export const NOTHING_YET: Counters = {
  read: 0,
  merged: 0,
  rejected: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  unclassified: 0,
};

/** The local dates of what the file holds: from the first, until the day after the last. */
export type Coverage = { from: string; until: string } | null;

/**
 * Opens the run: its row and its first audit row. Returns its number. Throws Conflict when the workspace has left the
 * zone that the file is read in.
 */
export function startRun(
  records: Database,
  viewer: Viewer,
  run: { mapping: string; fileName: string; facts: FileFacts; timeZone: string; now: Date },
): Promise<number> {
  const { mapping, fileName, facts, timeZone, now } = run;
  return records.transaction(async (tx) => {
    await refuseOldZone(tx, timeZone);
    await seedTaxonomies(tx);
    const { mode, country } = await findRedaction(tx);
    const [row] = await tx
      .insert(importRun)
      .values({
        mapping,
        fileName: mode === 'off' ? fileName : redact(fileName, { country }).text,
        fileSha256: facts.sha256,
        fileBytes: facts.bytes,
        encoding: facts.encoding,
        startedBy: viewer.actor,
        startedAt: now,
        state: 'running',
      })
      .returning({ id: importRun.importRunId });
    if (!row) throw new Error('the record gave no number to the import');
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'import.start',
      subject: `import:${row.id}`,
      detail: { mapping, sha256: facts.sha256, bytes: facts.bytes },
    });
    return row.id;
  });
}

/**
 * Moves the run on inside the transaction that writes a batch. Throws Conflict when the run does not stand where
 * this import left it.
 */
export async function advanceRun(
  tx: Records,
  id: number,
  from: { bytes: number },
  to: { bytes: number; counters: Counters; coverage: Coverage },
): Promise<void> {
  const moved = await tx
    .update(importRun)
    .set({ ...to.counters, byteOffset: to.bytes, coverage: to.coverage })
    .where(
      and(
        eq(importRun.importRunId, id),
        eq(importRun.state, 'running'),
        eq(importRun.byteOffset, from.bytes),
      ),
    )
    .returning({ id: importRun.importRunId });
  if (moved.length === 0) throw new Conflict(`Import ${id} was ended by somebody else.`);
}

/** Closes the run with its last audit row. `failure` is null when the whole file is in. */
export async function closeRun(
  tx: Records,
  id: number,
  end: { viewer: Viewer; failure: string | null; fileBytes: number | null; now: Date },
): Promise<void> {
  const state = end.failure === null ? 'done' : 'failed';
  const [row] = await tx
    .update(importRun)
    .set({
      state,
      failure: end.failure,
      finishedAt: end.now,
      ...(end.fileBytes === null ? {} : { byteOffset: end.fileBytes }),
    })
    .where(and(eq(importRun.importRunId, id), eq(importRun.state, 'running')))
    .returning();
  if (!row) throw new Conflict(`Import ${id} was ended by somebody else.`);
  const { read, merged, rejected, created, updated, unchanged } = row;
  await writeAudit(tx, {
    at: end.now,
    actor: end.viewer.actor,
    action: `import.${state}`,
    subject: `import:${id}`,
    detail: { read, merged, rejected, created, updated, unchanged },
  });
}

/**
 * Closes the runs whose program is gone: each running import holds a lock that ends with its connection. To be
 * called when a program starts and before an import.
 * @param held the file whose lock the caller holds itself, whose earlier runs are therefore over
 */
export async function closeAbandonedRuns(
  records: Database,
  viewer: Viewer,
  now: Date,
  held: { mapping: string; sha256: string } | null = null,
): Promise<number[]> {
  const running = await records
    .select({ id: importRun.importRunId, mapping: importRun.mapping, sha256: importRun.fileSha256 })
    .from(importRun)
    .where(eq(importRun.state, 'running'))
    .orderBy(asc(importRun.importRunId));
  const closed: number[] = [];
  for (const { id, mapping, sha256 } of running) {
    const isHeld = held?.mapping === mapping && held.sha256 === sha256;
    await records.transaction(async (tx) => {
      if (!isHeld && !(await tryFileLock(tx, mapping, sha256))) return;
      if (!(await isRunning(tx, id))) return;
      await closeRun(tx, id, { viewer, failure: ABANDONED, fileBytes: null, now });
      closed.push(id);
    });
  }
  return closed;
}

async function isRunning(tx: Records, id: number): Promise<boolean> {
  const [row] = await tx
    .select({ state: importRun.state })
    .from(importRun)
    .where(eq(importRun.importRunId, id));
  return row?.state === 'running';
}

const ABANDONED =
  'The program stopped before the end of the file. Import the same file again: what is in stays as it is and the rest is added.';
