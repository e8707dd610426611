import type { Records } from '@/db/facts/snapshot.ts';
import { workspace } from '@/db/schema/organisation.ts';
import { toWorkspaceSettings, type WorkspaceSettings } from '@/lib/workspace/workspace-settings.ts';

/** What the organisation has decided about its figures; the defaults before the workspace has been set up. */
export async function findWorkspaceSettings(records: Records): Promise<WorkspaceSettings> {
  return (await findVersionedSettings(records)).settings;
}

/** The same with the version of the workspace, which a form sends back. */
export async function findVersionedSettings(
  records: Records,
): Promise<{ settings: WorkspaceSettings; version: number }> {
  const [row] = await records
    .select({ settings: workspace.settings, version: workspace.version })
    .from(workspace)
    .limit(1);
  return { settings: toWorkspaceSettings(row?.settings ?? {}), version: row?.version ?? 1 };
}
