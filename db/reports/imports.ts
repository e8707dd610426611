import { openSnapshot } from '@/db/facts/snapshot.ts';
import { type ImportProblemRow, listImportProblems } from '@/db/queries/import-problems.ts';
import { findImportRun, listImportRuns } from '@/db/queries/import-runs.ts';
import { countIncidents } from '@/db/queries/incident-counts.ts';
import { toFields } from '@/db/queries/source-rows.ts';
import { readProblems, timeZoneOf, toSummary } from '@/db/reports/import-parts.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { openSealed, problemPlace } from '@/db/sealing.ts';
import { EVERYTHING } from '@/db/where.ts';
import { demand, forUpkeep, type Viewer } from '@/lib/access.ts';
import type { ImportSummary, ProblemKind } from '@/lib/analysis/import-summary.ts';
import { NotFound } from '@/lib/errors.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';

interface Options {
  record?: RecordDatabase;
}

/** The imports so far, the newest first. */
export async function importsReport(
  viewer: Viewer,
  options: Options = {},
): Promise<{ runs: ImportSummary[]; timeZone: string }> {
  demand(viewer, 'import');
  const record = options.record ?? (await theRecord());
  const [runs, timeZone] = await Promise.all([
    listImportRuns(record, viewer, 'incidents'),
    timeZoneOf(record),
  ]);
  return { runs: runs.map(toSummary), timeZone };
}

export interface ImportReport {
  run: ImportSummary;
  encoding: string | null;
  sha256: string;
  timeZone: string;
  /** How many remarks there are of each kind. */
  counts: Record<ProblemKind, number>;
  /** How many incidents came in by it and are still there, and how many of them without a trigger. */
  reach: { incidents: number; unclassified: number };
  shown: { kind: ProblemKind; page: number; pages: number; problems: readonly ImportProblemRow[] } | null;
}

/**
 * One import with a page of its remarks, of the kind asked for, or of the gravest kind that there is. Throws NotFound.
 */
export async function importReport(
  viewer: Viewer,
  importRunId: number,
  asked: { kind: ProblemKind | null; page: number },
  options: Options = {},
): Promise<ImportReport> {
  demand(viewer, 'import');
  const record = options.record ?? (await theRecord());
  const [found, timeZone] = await Promise.all([
    findImportRun(record, viewer, importRunId),
    timeZoneOf(record),
  ]);
  if (found?.subject !== 'incidents') throw new NotFound(`There is no import ${importRunId}.`);
  return {
    run: toSummary(found),
    encoding: found.encoding,
    sha256: found.fileSha256,
    timeZone,
    reach: await countReach(record, forUpkeep(viewer), importRunId),
    ...(await readProblems(record, viewer, importRunId, asked)),
  };
}

/** How far an import has come. Throws NotFound. */
export async function importProgress(
  viewer: Viewer,
  importRunId: number,
  options: Options = {},
): Promise<ImportSummary> {
  demand(viewer, 'import');
  const found = await findImportRun(options.record ?? (await theRecord()), viewer, importRunId);
  if (!found) throw new NotFound(`There is no import ${importRunId}.`);
  return toSummary(found);
}

/**
 * Every row that an import rejected, in the order of the file, in pieces that fit into memory: as it came, where the
 * original is kept and can be opened, since it is to be mended.
 */
export async function* rejectedRows(
  viewer: Viewer,
  importRunId: number,
  options: Options = {},
): AsyncGenerator<ImportProblemRow[]> {
  demand(viewer, 'import');
  const record = options.record ?? (await theRecord());
  let after: Pick<ImportProblemRow, 'line' | 'seq'> = { line: -1, seq: -1 };
  while (true) {
    const piece = await listImportProblems(record, viewer, importRunId, 'rejected', { limit: 1000, after });
    if (piece.length === 0) return;
    yield piece.map((row) => ({ ...row, fields: openRow(importRunId, row) }));
    after = piece.at(-1) ?? after;
  }
}

function openRow(
  importRunId: number,
  { seq, sealedRow, fields }: ImportProblemRow,
): ImportProblemRow['fields'] {
  if (sealedRow === null) return fields;
  const opened = openSealed(problemPlace(importRunId, seq), sealedRow);
  return opened === null ? fields : toFields(JSON.parse(opened));
}

async function countReach(record: RecordDatabase, viewer: Viewer, importRunId: number) {
  const ofImport = { dimension: 'import', exclude: false, codes: [importRunId] } as const;
  const unclassified = { dimension: 'trigger', exclude: false, codes: [UNKNOWN_CODE] } as const;
  const snapshot = await openSnapshot(record);
  try {
    const [all, without] = await Promise.all([
      countIncidents(snapshot, viewer, { ...EVERYTHING, selections: [ofImport] }),
      countIncidents(snapshot, viewer, { ...EVERYTHING, selections: [ofImport, unclassified] }),
    ]);
    return { incidents: all, unclassified: without };
  } finally {
    await snapshot.close();
  }
}
