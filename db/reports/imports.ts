import { openSnapshot } from '@/db/facts/snapshot.ts';
import {
  countImportProblems,
  type ImportProblemRow,
  listImportProblems,
} from '@/db/queries/import-problems.ts';
import { findImportRun, type ImportRunRow, listImportRuns } from '@/db/queries/import-runs.ts';
import { countIncidents } from '@/db/queries/incident-counts.ts';
import { toFields } from '@/db/queries/source-rows.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { openSealed, problemPlace } from '@/db/sealing.ts';
import { EVERYTHING } from '@/db/where.ts';
import { demand, forUpkeep, type Viewer } from '@/lib/access.ts';
import {
  IMPORT_STATES,
  type ImportState,
  type ImportSummary,
  PROBLEM_KINDS,
  type ProblemKind,
} from '@/lib/analysis/import-summary.ts';
import { NotFound } from '@/lib/errors.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';

export const PROBLEMS_A_PAGE = 50;

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
  const [runs, timeZone] = await Promise.all([listImportRuns(record, viewer), timeZoneOf(record)]);
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
  const [found, timeZone, counts] = await Promise.all([
    findImportRun(record, viewer, importRunId),
    timeZoneOf(record),
    countImportProblems(record, viewer, importRunId),
  ]);
  if (!found) throw new NotFound(`There is no import ${importRunId}.`);
  const reach = await countReach(record, forUpkeep(viewer), importRunId);
  const kind = asked.kind ?? PROBLEM_KINDS.find((each) => counts[each] > 0) ?? null;
  return {
    run: toSummary(found),
    encoding: found.encoding,
    sha256: found.fileSha256,
    timeZone,
    counts,
    reach,
    shown:
      kind && (await pageOf(record, viewer, importRunId, kind, { page: asked.page, count: counts[kind] })),
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

async function pageOf(
  record: RecordDatabase,
  viewer: Viewer,
  importRunId: number,
  kind: ProblemKind,
  { page: asked, count }: { page: number; count: number },
) {
  const pages = Math.max(1, Math.ceil(count / PROBLEMS_A_PAGE));
  const page = Math.min(asked, pages);
  const cut = { limit: PROBLEMS_A_PAGE, offset: (page - 1) * PROBLEMS_A_PAGE };
  return { kind, page, pages, problems: await listImportProblems(record, viewer, importRunId, kind, cut) };
}

async function timeZoneOf(record: RecordDatabase): Promise<string> {
  return (await findWorkspace(record))?.timeZone ?? 'UTC';
}

function toSummary(run: ImportRunRow): ImportSummary {
  const { read, created, updated, unchanged, merged, rejected, unclassified } = run;
  return {
    id: run.importRunId,
    fileName: run.fileName,
    mapping: run.mapping,
    state: toState(run.state),
    failure: run.failure,
    startedAt: run.startedAt.getTime(),
    seconds: run.finishedAt && (run.finishedAt.getTime() - run.startedAt.getTime()) / 1000,
    fileBytes: run.fileBytes,
    bytesDone: run.byteOffset,
    counts: { read, created, updated, unchanged, merged, rejected, unclassified },
    coverage: run.coverage,
  };
}

function toState(stored: string): ImportState {
  const state = IMPORT_STATES.find((each) => each === stored);
  if (!state) throw new Error(`an import is in the state ${stored}, which this program does not know`);
  return state;
}
