import { unnestInsert } from '@/db/commands/incidents/unnest-insert.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { findRedaction, type Redaction } from '@/db/queries/redaction.ts';
import { importProblem } from '@/db/schema/imports.ts';
import { problemPlace, sealText } from '@/db/sealing.ts';
import { toCell } from '@/lib/privacy/personal-columns.ts';
import { RULES_VERSION, redactAll } from '@/lib/privacy/redact.ts';
import type { ProblemRow } from './import-problems.ts';

/** A remark as its table takes it. */
export type ListedProblem = ProblemRow &
  Pick<Required<typeof importProblem.$inferInsert>, 'importRunId' | 'seq' | 'sealedRow' | 'redactedWith'>;

/**
 * Adds remarks to the list of a run, redacted as the workspace wants it. The rows are people's words as much as what
 * went in; that of a rejected one is sealed whole, since somebody has to mend it.
 * @param seq how many remarks the run has so far
 */
export async function listProblems(
  tx: Records,
  importRunId: number,
  seq: number,
  problems: readonly ProblemRow[],
): Promise<void> {
  if (problems.length === 0) return;
  const redaction = await findRedaction(tx);
  const rows = problems.map((problem, index) =>
    redactProblem(
      { ...problem, importRunId, seq: seq + index + 1, sealedRow: null, redactedWith: null },
      redaction,
    ),
  );
  await unnestInsert(tx, importProblem, rows);
}

/** A remark without what is personal in its words and in its row. What was sealed before stays sealed. */
export function redactProblem(problem: ListedProblem, { mode, country }: Redaction): ListedProblem {
  if (mode === 'off') return problem;
  const { row, message, importRunId, seq } = problem;
  const cells = (row ?? []).map(([name, cell]) => toCell(name, cell));
  const [said, ...redacted] = redactAll([message, ...cells], { country });
  const isChanged = redacted.some(({ spans }) => spans.length > 0);
  const mended = row?.map(([name, cell], index): [string, string] => [name, redacted[index]?.text ?? cell]);
  return {
    ...problem,
    message: said?.text ?? message,
    row: mended ?? null,
    sealedRow:
      problem.sealedRow ??
      (isChanged && mode === 'sealed' ? sealText(problemPlace(importRunId, seq), JSON.stringify(row)) : null),
    redactedWith: RULES_VERSION,
  };
}
