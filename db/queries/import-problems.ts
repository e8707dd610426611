import { and, asc, count, eq, gt, or, type SQL } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { toFields } from '@/db/queries/source-rows.ts';
import { importProblem } from '@/db/schema/imports.ts';
import { whereImports } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import type { ProblemKind } from '@/lib/analysis/import-summary.ts';
import type { SourceRow } from '@/lib/analysis/incident-record.ts';

export interface ImportProblemRow {
  seq: number;
  line: number;
  field: string | null;
  message: string;
  /** The row, redacted; null where it was not kept. */
  fields: SourceRow['fields'] | null;
  /** The row as it came, sealed; null where that is no other. */
  sealedRow: string | null;
}

/** How many remarks of each kind a run made. */
export async function countImportProblems(
  records: Records,
  viewer: Viewer,
  importRunId: number,
): Promise<Record<ProblemKind, number>> {
  const rows = await records
    .select({ kind: importProblem.kind, count: count() })
    .from(importProblem)
    .where(and(whereImports(viewer), eq(importProblem.importRunId, importRunId)))
    .groupBy(importProblem.kind);
  const of = (kind: ProblemKind) => rows.find((row) => row.kind === kind)?.count ?? 0;
  return { rejected: of('rejected'), merged: of('merged'), kept: of('kept'), noted: of('noted') };
}

/** The remarks of one kind in the order of the file, those after the remark given, at most `limit`. */
export async function listImportProblems(
  records: Records,
  viewer: Viewer,
  importRunId: number,
  kind: ProblemKind,
  cut: { limit: number; offset?: number; after?: Pick<ImportProblemRow, 'line' | 'seq'> },
): Promise<ImportProblemRow[]> {
  const rows = await records
    .select({
      seq: importProblem.seq,
      line: importProblem.line,
      field: importProblem.field,
      message: importProblem.message,
      row: importProblem.row,
      sealedRow: importProblem.sealedRow,
    })
    .from(importProblem)
    .where(
      and(
        whereImports(viewer),
        eq(importProblem.importRunId, importRunId),
        eq(importProblem.kind, kind),
        cut.after && isAfter(cut.after),
      ),
    )
    .orderBy(asc(importProblem.line), asc(importProblem.seq))
    .limit(cut.limit)
    .offset(cut.offset ?? 0);
  return rows.map(({ row, ...problem }) => ({ ...problem, fields: toFields(row) }));
}

function isAfter({ line, seq }: Pick<ImportProblemRow, 'line' | 'seq'>): SQL | undefined {
  return or(gt(importProblem.line, line), and(eq(importProblem.line, line), gt(importProblem.seq, seq)));
}
