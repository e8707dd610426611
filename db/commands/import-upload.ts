import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { findRunningImport } from '@/db/queries/import-runs.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { isUnavailable } from '@/db/unavailable.ts';
import type { Viewer } from '@/lib/access.ts';
import { importFile } from './import-file.ts';
import { closeAbandonedRuns } from './importing/import-ledger.ts';
import type { Upload } from './receive-upload.ts';

type Database = PostgresJsDatabase<Record<string, never>>;

const ASK_AGAIN_MS = 5000;

/**
 * Begins the import of an uploaded file and goes on with it after the answer: the number of its run comes back as soon
 * as there is one, and the run's own row tells how it goes. The upload is removed at the end, however it ends.
 * While the same file is going in already, the number of that run comes back.
 * @param onDefect hears what no run could take up: a fault of the program, or the database gone for good
 * @throws what `importFile` throws before a run began, such as Invalid for a file that the mapping does not fit
 */
export function importUpload(
  records: Database,
  viewer: Viewer,
  { upload, mapping }: { upload: Upload; mapping: string },
  onDefect: (error: unknown) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let begun = false;
    const begin = (run: number) => {
      begun = true;
      resolve(run);
    };
    const atOther = async () => {
      const other = await findRunningImport(records, mapping, upload.sha256);
      if (other !== null && !begun) begin(other);
    };
    const work = async () => {
      const timeZone = (await findWorkspace(records))?.timeZone ?? 'UTC';
      const request = { path: upload.path, fileName: upload.fileName, mapping, timeZone };
      await importFile(records, viewer, request, ({ stage, importRunId }) => {
        if (importRunId !== null && !begun) begin(importRunId);
        if (stage === 'waiting') atOther().catch(reject);
      });
    };
    work()
      .catch(async (error) => {
        if (!begun) return reject(error);
        onDefect(error);
        await closeWhenBack(records, viewer);
      })
      .catch(onDefect)
      .finally(() => rm(upload.path, { force: true }));
  });
}

/** A run whose database went away cannot be closed at once; it is as soon as the database answers again. */
async function closeWhenBack(records: Database, viewer: Viewer): Promise<void> {
  while (true) {
    try {
      await closeAbandonedRuns(records, viewer, new Date());
      return;
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      await sleep(ASK_AGAIN_MS, undefined, { ref: false });
    }
  }
}
