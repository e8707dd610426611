import { and, eq, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { workspace } from '@/db/schema/organisation.ts';
import { Conflict } from '@/lib/errors.ts';
import type { WorkspaceSettings } from '@/lib/workspace/workspace-settings.ts';

type Columns = Partial<Pick<typeof workspace.$inferInsert, 'name' | 'timeZone' | 'country' | 'currency'>>;

/**
 * Changes columns and settings of the workspace, each setting on its own: the others stay. Throws Conflict when the
 * workspace is not as it was when the form was made.
 */
export async function updateWorkspace(
  tx: Records,
  version: number,
  columns: Columns,
  settings: Partial<WorkspaceSettings> = {},
): Promise<void> {
  const changed = await tx
    .update(workspace)
    .set({
      ...columns,
      settings: sql`${workspace.settings} || ${JSON.stringify(settings)}::jsonb`,
      version: version + 1,
    })
    .where(and(eq(workspace.id, 1), eq(workspace.version, version)))
    .returning({ id: workspace.id });
  if (changed.length === 0) throw new Conflict(CHANGED);
}

const CHANGED =
  'Somebody else changed these settings after you opened them. Nothing was saved: reload the page and change them again.';
