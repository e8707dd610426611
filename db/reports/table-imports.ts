import type { ImportProblemRow } from '@/db/queries/import-problems.ts';
import { findImportRun, type ImportRunRow, listImportRuns } from '@/db/queries/import-runs.ts';
import { readProblems, timeZoneOf, toSummary } from '@/db/reports/import-parts.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import type { ImportSummary, ProblemKind, TableSubject } from '@/lib/analysis/import-summary.ts';
import { NotFound } from '@/lib/errors.ts';

interface Options {
  record?: RecordDatabase;
}

/** An import of contact volumes or events; it went in whole. */
export interface TableImport extends ImportSummary {
  /** Milliseconds since 1970; null unless it was undone. */
  undoneAt: number | null;
}

/** The imports of volumes or of events, the newest first. */
export async function tableImportsReport(
  viewer: Viewer,
  subject: TableSubject,
  options: Options = {},
): Promise<{ runs: TableImport[]; timeZone: string }> {
  demand(viewer, 'administer');
  const record = options.record ?? (await theRecord());
  const [runs, timeZone] = await Promise.all([listImportRuns(record, viewer, subject), timeZoneOf(record)]);
  return { runs: runs.map(toTableImport), timeZone };
}

export interface TableImportReport {
  run: TableImport;
  encoding: string | null;
  timeZone: string;
  counts: Record<ProblemKind, number>;
  shown: { kind: ProblemKind; page: number; pages: number; problems: readonly ImportProblemRow[] } | null;
}

/** One such import with a page of its remarks. Throws NotFound, also for an import of something else. */
export async function tableImportReport(
  viewer: Viewer,
  subject: TableSubject,
  { run: importRunId, ...asked }: { run: number; kind: ProblemKind | null; page: number },
  options: Options = {},
): Promise<TableImportReport> {
  demand(viewer, 'administer');
  const record = options.record ?? (await theRecord());
  const found = await findImportRun(record, viewer, importRunId);
  if (found?.subject !== subject) throw new NotFound(`There is no import ${importRunId}.`);
  const [timeZone, problems] = await Promise.all([
    timeZoneOf(record),
    readProblems(record, viewer, importRunId, asked),
  ]);
  return { run: toTableImport(found), encoding: found.encoding, timeZone, ...problems };
}

function toTableImport(run: ImportRunRow): TableImport {
  return { ...toSummary(run), undoneAt: run.undoneAt?.getTime() ?? null };
}
