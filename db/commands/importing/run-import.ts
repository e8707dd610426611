import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { RunProgress } from '@/db/commands/import-file.ts';
import { analyzeIncidents } from '@/db/commands/incidents/analyze-incidents.ts';
import { oneAhead } from '@/db/commands/incidents/one-ahead.ts';
import { writeIncidents } from '@/db/commands/incidents/write-incidents.ts';
import { noteChange } from '@/db/facts/facts.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { isUnavailable } from '@/db/unavailable.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import { type Batch, toBatches } from './batches.ts';
import { fillSpool } from './fill-spool.ts';
import { advanceRun, closeRun } from './import-ledger.ts';
import { type ProblemRow, toKept, UnmappedWords } from './import-problems.ts';
import { describeStop, ImportStopped, reasonOf } from './import-stopped.ts';
import { listProblems } from './list-problems.ts';
import type { OpenFile } from './open-file.ts';
import { redactAhead } from './redact-ahead.ts';
import { RowSpool } from './spool-rows.ts';
import { AT_THE_START, advance, describeUnlisted, type Standing } from './standing.ts';

export interface ImportRun {
  records: PostgresJsDatabase<Record<string, never>>;
  viewer: Viewer;
  importRunId: number;
  file: OpenFile;
  timeZone: string;
  onProgress(progress: RunProgress): void;
}

/** Carries a started run to its end, done or failed. Throws ImportStopped when something outside gave out. */
export async function runImport(run: ImportRun): Promise<Standing> {
  let standing = AT_THE_START;
  try {
    const onCommit = (next: Standing) => {
      standing = next;
    };
    await takeIn(run, onCommit);
    return standing;
  } catch (error) {
    const reason = reasonOf(error);
    const said = reason ?? 'The import stopped because of a defect in the program.';
    await closeFailed(run, `${said} ${describeStop(standing.counters)}`);
    throw reason === null ? error : new ImportStopped(reason, standing.counters, error);
  } finally {
    noteChange(run.records);
  }
}

/** From here on the database would plan by what it knew before. */
const MANY = 500;

async function takeIn(run: ImportRun, onCommit: (standing: Standing) => void): Promise<void> {
  const { records, file, timeZone, onProgress } = run;
  const totalBytes = file.facts.bytes;
  const unmapped = new UnmappedWords();
  const spool = await RowSpool.open(totalBytes);
  try {
    const rows = await fillSpool(file, spool, (read, bytes) =>
      onProgress({ stage: 'reading', rows: read, bytes: Math.min(bytes, totalBytes), totalBytes }),
    );
    let standing = AT_THE_START;
    const batches = toBatches(spool.groups(), file.bound, timeZone, unmapped);
    for await (const batch of oneAhead(redactAhead(records, batches))) {
      standing = await commitBatch(run, standing, batch);
      onCommit(standing);
      const bytes = Math.min(standing.bytes, totalBytes);
      onProgress({ stage: 'writing', rows: standing.counters.read, bytes, totalBytes });
    }
    if (standing.counters.read !== rows) {
      throw new Error(`${rows} rows were read, but ${standing.counters.read} dealt with`);
    }
    if (standing.counters.created + standing.counters.updated >= MANY) await analyzeIncidents(records);
    await finish(run, standing, [...unmapped.toProblems(), ...describeUnlisted(standing)]);
  } finally {
    await spool.remove();
  }
}

const MOST_TRIES = 5;

/** Writes a batch, its problems and where the run now stands in one transaction; again if somebody came between. */
async function commitBatch(run: ImportRun, standing: Standing, batch: Batch): Promise<Standing> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run.records.transaction((tx) => writeBatch(tx, run, standing, batch));
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === MOST_TRIES) throw error;
    }
  }
}

async function writeBatch(
  tx: Records,
  { importRunId, timeZone }: ImportRun,
  standing: Standing,
  batch: Batch,
): Promise<Standing> {
  const written = await writeIncidents(tx, batch.ready, { timeZone, importRunId, now: new Date() });
  const lines = new Map(batch.ready.map(({ incidentId, rows }) => [incidentId, rows[0]?.line ?? 0]));
  const kept = written.kept.map(({ incidentId, fields }) => toKept(lines.get(incidentId) ?? 0, fields));
  const { next, listed } = advance(standing, batch, written, [...batch.problems, ...kept]);
  await listProblems(tx, importRunId, standing.seq, listed);
  await advanceRun(tx, importRunId, standing, next);
  return next;
}

async function finish(run: ImportRun, standing: Standing, notes: ProblemRow[]): Promise<void> {
  const { records, viewer, importRunId, file } = run;
  await records.transaction(async (tx) => {
    await listProblems(tx, importRunId, standing.seq, notes);
    const end = { viewer, failure: null, fileBytes: file.facts.bytes, now: new Date() };
    await closeRun(tx, importRunId, end);
  });
}

/** Where the database is away, the run is closed by `closeAbandonedRuns` as soon as it is back. */
async function closeFailed({ records, viewer, importRunId }: ImportRun, failure: string): Promise<void> {
  try {
    await records.transaction((tx) =>
      closeRun(tx, importRunId, { viewer, failure, fileBytes: null, now: new Date() }),
    );
  } catch (error) {
    if (!isUnavailable(error) && !(error instanceof Conflict)) throw error;
  }
}
