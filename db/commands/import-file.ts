import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { demand, type Viewer } from '@/lib/access.ts';
import { Invalid } from '@/lib/errors.ts';
import { findMapping, MAPPINGS } from '@/lib/intake/mappings.ts';
import { withFileLock } from './importing/file-lock.ts';
import { type Counters, type Coverage, closeAbandonedRuns, startRun } from './importing/import-ledger.ts';
import { type OpenFile, openFile } from './importing/open-file.ts';
import { runImport } from './importing/run-import.ts';

export interface ImportRequest {
  /** A file on this machine: given by name, or an upload that has been put to disk. */
  path: string;
  /** What the person calls it. */
  fileName: string;
  /** The id of a mapping. */
  mapping: string;
  /** The workspace's zone. */
  timeZone: string;
}

/** Where an import stands. `bytes` of `totalBytes` are of the file. */
export interface ImportProgress {
  stage: 'waiting' | 'reading' | 'writing';
  rows: number;
  bytes: number;
  totalBytes: number;
  /** Null while another import of the same file is waited for. */
  importRunId: number | null;
}

/** What the import itself knows of where it stands. */
export type RunProgress = Omit<ImportProgress, 'importRunId'>;

/** read = incidents + merged + rejected; incidents = created + updated + unchanged. */
export interface ImportResult extends Counters {
  importRunId: number;
  incidents: number;
  seconds: number;
  /** How the file's characters were read, such as `UTF-8` or `windows-1252`. */
  encoding: string;
  coverage: Coverage;
}

/**
 * Brings a file of incidents or complaints into the record. Rows that cannot be read are kept with their line and
 * reason, the others go in; the same file again adds nothing and changes nothing.
 * @throws Forbidden without the right; Invalid when the file or the mapping cannot be used, and then nothing is
 * written; ImportStopped when the database or the disk gave out on the way: importing again completes it
 */
export async function importFile(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  request: ImportRequest,
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<ImportResult> {
  demand(viewer, 'import', 'Only an administrator may import files.');
  const started = performance.now();
  const file = await open(request);
  const { mapping, fileName, timeZone } = request;
  const { sha256, bytes: totalBytes, encoding } = file.facts;
  const atStart = { rows: 0, bytes: 0, totalBytes };
  const onWait = () => onProgress({ stage: 'waiting', ...atStart, importRunId: null });
  return withFileLock(records, mapping, sha256, onWait, async () => {
    const now = new Date();
    await closeAbandonedRuns(records, viewer, now, { mapping, sha256 });
    const importRunId = await startRun(records, viewer, {
      mapping,
      fileName,
      facts: file.facts,
      timeZone,
      now,
    });
    const tell = (progress: RunProgress) => onProgress({ ...progress, importRunId });
    tell({ stage: 'reading', ...atStart });
    const run = { records, viewer, importRunId, file, timeZone, onProgress: tell };
    const { counters, coverage } = await runImport(run);
    const incidents = counters.created + counters.updated + counters.unchanged;
    const seconds = Math.round((performance.now() - started) / 10) / 100;
    return { importRunId, ...counters, incidents, seconds, encoding, coverage };
  });
}

async function open({ path, mapping: id, timeZone }: ImportRequest): Promise<OpenFile> {
  const mapping = findMapping(id);
  if (mapping) return openFile(path, mapping, timeZone);
  const known = MAPPINGS.map((one) => one.id).join(', ');
  throw new Invalid([{ field: 'mapping', message: `There is no mapping "${id}". Mappings: ${known}.` }]);
}
