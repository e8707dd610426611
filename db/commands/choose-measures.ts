import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { demand, type Viewer } from '@/lib/access.ts';
import type { MeasuresChange } from '@/lib/workspace/measures-form.ts';
import { updateWorkspace } from './workspace/update-workspace.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Chooses the six measures on the cards, and by which rules and in which buckets charts are judged.
 * @throws Forbidden without the right; Conflict when somebody changed the workspace in between
 */
export async function chooseMeasures(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { version, ...chosen }: MeasuresChange,
  now: Date,
): Promise<void> {
  demand(viewer, 'administer', 'Only an administrator may choose the measures.');
  await records.transaction(async (tx) => {
    await updateWorkspace(tx, version, {}, chosen);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'measures_chosen',
      subject: 'workspace',
      detail: chosen,
    });
  });
}
