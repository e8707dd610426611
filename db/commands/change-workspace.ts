import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { noteChange } from '@/db/facts/facts.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import type { WorkspaceChange } from '@/lib/workspace/workspace-form.ts';
import { updateWorkspace } from './workspace/update-workspace.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Changes name, country, currency and limits of the workspace. Amounts stay in the currency that they were paid in:
 * only those in the workspace's are counted.
 * @throws Forbidden without the right; Conflict when somebody changed the workspace in between
 */
export async function changeWorkspace(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { version, name, country, currency, ...limits }: WorkspaceChange,
  now: Date,
): Promise<void> {
  demand(viewer, 'administer', 'Only an administrator may change the workspace.');
  await records.transaction(async (tx) => {
    await updateWorkspace(tx, version, { name, country, currency }, limits);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'workspace_changed',
      subject: 'workspace',
      detail: { country, currency, ...limits },
    });
  });
  noteChange(records);
}
