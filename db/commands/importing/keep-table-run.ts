import { writeAudit } from '@/db/commands/write-audit.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { findRedaction } from '@/db/queries/redaction.ts';
import { importRun } from '@/db/schema/imports.ts';
import type { Viewer } from '@/lib/access.ts';
import type { TableSubject } from '@/lib/analysis/import-summary.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import type { FileFacts } from '@/lib/intake/detect-encoding.ts';
import { redact } from '@/lib/privacy/redact.ts';
import { type Counters, type Coverage, NOTHING_YET } from './import-ledger.ts';
import type { ProblemRow } from './import-problems.ts';
import { listProblems } from './list-problems.ts';

/** A table that went in, as it is kept: it is in whole when there is a run at all. */
export interface TableRun {
  subject: TableSubject;
  fileName: string;
  facts: FileFacts & { encoding: string };
  counters: Omit<Counters, 'unclassified'>;
  coverage: Coverage;
  problems: readonly ProblemRow[];
}

/** Keeps what became of the rows of a file, with its audit row, inside the transaction that wrote them. */
export async function keepTableRun(
  tx: Records,
  viewer: Viewer,
  { subject, fileName, facts, counters, coverage, problems }: TableRun,
  now: Date,
): Promise<number> {
  const { mode, country } = await findRedaction(tx);
  const [row] = await tx
    .insert(importRun)
    .values({
      ...NOTHING_YET,
      ...counters,
      subject,
      mapping: subject,
      fileName: mode === 'off' ? fileName : redact(fileName, { country }).text,
      fileSha256: facts.sha256,
      fileBytes: facts.bytes,
      byteOffset: facts.bytes,
      encoding: facts.encoding,
      startedBy: viewer.actor,
      startedAt: now,
      finishedAt: now,
      state: 'done',
      coverage,
    })
    .returning({ id: importRun.importRunId });
  if (!row) throw new Error('the record gave no number to the import');
  for (let from = 0; from < problems.length; from += BATCH) {
    await listProblems(tx, row.id, from, problems.slice(from, from + BATCH));
  }
  await writeAudit(tx, {
    at: now,
    actor: viewer.actor,
    action: `import.${subject}`,
    subject: `import:${row.id}`,
    detail: { sha256: facts.sha256, bytes: facts.bytes, ...counters },
  });
  return row.id;
}

const BATCH = 5000;

/** From the first of these days until the day after the last; null without any. */
export function coverageOf(days: readonly string[]): Coverage {
  const [from, last] = [days.toSorted()[0], days.toSorted().at(-1)];
  return from && last ? { from, until: shiftDays(last, 1) } : null;
}
