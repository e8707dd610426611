import { and, desc, eq } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { importRun } from '@/db/schema/imports.ts';
import { whereImports } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import type { TableSubject } from '@/lib/analysis/import-summary.ts';

/** One import as its row says it. While it runs, the counters are those of the last batch that is in. */
export type ImportRunRow = typeof importRun.$inferSelect;

/** The imports of a kind so far, the newest first. */
export async function listImportRuns(
  records: Records,
  viewer: Viewer,
  subject: 'incidents' | TableSubject,
  limit = 100,
): Promise<ImportRunRow[]> {
  return records
    .select()
    .from(importRun)
    .where(and(whereImports(viewer), eq(importRun.subject, subject)))
    .orderBy(desc(importRun.importRunId))
    .limit(limit);
}

/** The import of this number, or null. */
export async function findImportRun(
  records: Records,
  viewer: Viewer,
  importRunId: number,
): Promise<ImportRunRow | null> {
  const [row] = await records
    .select()
    .from(importRun)
    .where(and(whereImports(viewer), eq(importRun.importRunId, importRunId)));
  return row ?? null;
}

/** The number of the import that is bringing in this very file by this mapping now, or null. */
export async function findRunningImport(
  records: Records,
  viewer: Viewer,
  mapping: string,
  sha256: string,
): Promise<number | null> {
  const isIt = and(eq(importRun.mapping, mapping), eq(importRun.fileSha256, sha256));
  const [row] = await records
    .select({ id: importRun.importRunId })
    .from(importRun)
    .where(and(whereImports(viewer), isIt, eq(importRun.state, 'running')))
    .orderBy(desc(importRun.importRunId))
    .limit(1);
  return row?.id ?? null;
}

/** Whether any file is going in at this moment, whoever brought it. */
export async function isImporting(records: Records): Promise<boolean> {
  const rows = await records
    .select({ id: importRun.importRunId })
    .from(importRun)
    .where(eq(importRun.state, 'running'))
    .limit(1);
  return rows.length > 0;
}
