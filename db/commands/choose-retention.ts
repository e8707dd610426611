import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { demand, type Viewer } from '@/lib/access.ts';
import type { Retention } from '@/lib/privacy/retention.ts';
import { updateWorkspace } from './workspace/update-workspace.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Chooses how long things are kept. Nothing is removed by it: that is the work of the next night.
 * @throws Forbidden without the right; Conflict when somebody changed the workspace in between
 */
export async function chooseRetention(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { version, ...retention }: Retention & { version: number },
  now: Date,
): Promise<void> {
  demand(viewer, 'administer', 'Only an administrator may choose how long things are kept.');
  await records.transaction(async (tx) => {
    await updateWorkspace(tx, version, {}, { retention });
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'retention_chosen',
      subject: 'workspace',
      detail: { ...retention },
    });
  });
}
