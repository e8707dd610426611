import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { findRunningImport } from '@/db/queries/import-runs.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { isUnavailable } from '@/db/unavailable.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import { importFile } from './import-file.ts';
import { closeRun } from './importing/import-ledger.ts';
import { ImportStopped } from './importing/import-stopped.ts';
import type { Upload } from './receive-upload.ts';

type Database = PostgresJsDatabase<Record<string, never>>;

/** An import that goes on by itself. `ended` never rejects. */
export interface BegunImport {
  run: number;
  ended: Promise<void>;
}

const ASK_AGAIN_MS = 5000;

/**
 * Begins the import of an uploaded file: its run comes back as soon as there is one, and the run's own row tells how it
 * goes on. While the same file is going in already, that run comes back. The upload is removed at the end, however it
 * ends.
 * @param onDefect hears what stopped a run, once it was begun
 * @throws what `importFile` throws before a run began, such as Invalid for a file that the mapping does not fit
 */
export async function importUpload(
  records: Database,
  viewer: Viewer,
  asked: { upload: Upload; mapping: string },
  onDefect: (error: unknown) => void,
): Promise<BegunImport> {
  let begin = (_run: number) => {};
  const begun = new Promise<number>((resolve) => {
    begin = resolve;
  });
  const own: { run: number | null } = { run: null };
  const work = importIt(records, viewer, asked, { own, begin })
    .then(() => ({ failed: false }) as const)
    .catch((error: unknown) => ({ failed: true, error }) as const)
    .finally(() => rm(asked.upload.path, { force: true }));
  const first = await Promise.race([begun, work]);
  if (typeof first !== 'number') {
    throw first.failed ? first.error : new Error('an import ended without having had a run');
  }
  const ended = work.then(async (end) => {
    if (!end.failed) return;
    onDefect(end.error);
    if (own.run !== null) await closeWhenBack(records, viewer, own.run, end.error);
  });
  return { run: first, ended: ended.catch(onDefect) };
}

async function importIt(
  records: Database,
  viewer: Viewer,
  { upload, mapping }: { upload: Upload; mapping: string },
  { own, begin }: { own: { run: number | null }; begin: (run: number) => void },
): Promise<void> {
  const timeZone = (await findWorkspace(records))?.timeZone ?? 'UTC';
  const request = { path: upload.path, fileName: upload.fileName, mapping, timeZone };
  let other: Promise<void> = Promise.resolve();
  await importFile(records, viewer, request, ({ stage, importRunId }) => {
    own.run = importRunId;
    if (importRunId !== null) begin(importRunId);
    if (stage !== 'waiting') return;
    other = findRunningImport(records, viewer, mapping, upload.sha256).then((run) => {
      if (run !== null) begin(run);
    });
  });
  await other;
}

/** A run whose database went away could not be closed at once; it is as soon as the database answers again. */
async function closeWhenBack(records: Database, viewer: Viewer, run: number, error: unknown): Promise<void> {
  if (!(error instanceof ImportStopped)) return;
  while (true) {
    try {
      const end = { viewer, failure: error.message, fileBytes: null, now: new Date() };
      await records.transaction((tx) => closeRun(tx, run, end));
      return;
    } catch (problem) {
      // Closed already, by the import itself or by one that came after it.
      if (problem instanceof Conflict) return;
      if (!isUnavailable(problem)) throw problem;
      await sleep(ASK_AGAIN_MS, undefined, { ref: false });
    }
  }
}
