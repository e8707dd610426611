import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { demand, type Viewer } from '@/lib/access.ts';
import type { RedactionMode } from '@/lib/privacy/redaction-mode.ts';
import { updateWorkspace } from './workspace/update-workspace.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Chooses what becomes of personal data in words that are written from now on. What is in the record already is gone
 * through by `redactRecord`, which also removes originals where none are kept any more.
 * @throws Forbidden without the right; Conflict when somebody changed the workspace in between, or there is none
 */
export async function chooseRedaction(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { version, redaction }: { version: number; redaction: RedactionMode },
  now: Date,
): Promise<void> {
  demand(viewer, 'administer', 'Only an administrator may choose how text is redacted.');
  await records.transaction(async (tx) => {
    await updateWorkspace(tx, version, {}, { redaction });
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'redaction_chosen',
      subject: 'workspace',
      detail: { redaction },
    });
  });
}
