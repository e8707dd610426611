import { countImportProblems, listImportProblems } from '@/db/queries/import-problems.ts';
import type { ImportRunRow } from '@/db/queries/import-runs.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import type { Viewer } from '@/lib/access.ts';
import {
  IMPORT_STATES,
  type ImportState,
  type ImportSummary,
  PROBLEM_KINDS,
  type ProblemKind,
} from '@/lib/analysis/import-summary.ts';

export const PROBLEMS_A_PAGE = 50;

/**
 * How many remarks of each kind an import made, and a page of those of the kind asked for, or of the gravest that there
 * is; the last page where there are not so many.
 */
export async function readProblems(
  record: RecordDatabase,
  viewer: Viewer,
  importRunId: number,
  asked: { kind: ProblemKind | null; page: number },
) {
  const counts = await countImportProblems(record, viewer, importRunId);
  const kind = asked.kind ?? PROBLEM_KINDS.find((each) => counts[each] > 0) ?? null;
  if (kind === null) return { counts, shown: null };
  const pages = Math.max(1, Math.ceil(counts[kind] / PROBLEMS_A_PAGE));
  const page = Math.min(asked.page, pages);
  const cut = { limit: PROBLEMS_A_PAGE, offset: (page - 1) * PROBLEMS_A_PAGE };
  const problems = await listImportProblems(record, viewer, importRunId, kind, cut);
  return { counts, shown: { kind, page, pages, problems } };
}

export async function timeZoneOf(record: RecordDatabase): Promise<string> {
  return (await findWorkspace(record))?.timeZone ?? 'UTC';
}

/** An import as pages tell it. */
export function toSummary(run: ImportRunRow): ImportSummary {
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
