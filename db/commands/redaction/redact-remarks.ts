import { and, asc, eq, isNull, lt, or } from 'drizzle-orm';
import { type ListedProblem, redactProblem } from '@/db/commands/importing/list-problems.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import type { Redaction } from '@/db/queries/redaction.ts';
import { toFields } from '@/db/queries/source-rows.ts';
import { importProblem } from '@/db/schema/imports.ts';
import { RULES_VERSION } from '@/lib/privacy/redact.ts';

/**
 * Redacts the next remarks of imports that the rules of today have not gone through.
 * @returns how many there were, and in how many something was taken out
 */
export async function redactRemarks(
  tx: Records,
  redaction: Redaction,
  most: number,
): Promise<{ remarks: number; changed: number }> {
  const rows = await tx
    .select()
    .from(importProblem)
    .where(or(isNull(importProblem.redactedWith), lt(importProblem.redactedWith, RULES_VERSION)))
    .orderBy(asc(importProblem.importRunId), asc(importProblem.seq))
    .limit(most);
  let changed = 0;
  for (const row of rows) {
    const before = toListed(row);
    const { message, row: cells, sealedRow, redactedWith } = redactProblem(before, redaction);
    if (message !== before.message || JSON.stringify(cells) !== JSON.stringify(before.row)) changed++;
    await tx
      .update(importProblem)
      .set({ message, row: cells, sealedRow, redactedWith })
      .where(and(eq(importProblem.importRunId, row.importRunId), eq(importProblem.seq, row.seq)));
  }
  return { remarks: rows.length, changed };
}

function toListed(row: typeof importProblem.$inferSelect): ListedProblem {
  const fields = toFields(row.row ?? null);
  return {
    ...row,
    kind: row.kind as ListedProblem['kind'],
    row: fields?.map(([name, value]): [string, string] => [name, value ?? '']) ?? null,
  };
}
