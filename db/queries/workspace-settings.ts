import type { Records } from '@/db/facts/snapshot.ts';
import { workspace } from '@/db/schema/organisation.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { toWorkspaceSettings, type WorkspaceSettings } from '@/lib/workspace/workspace-settings.ts';

/** What the organisation has decided about its figures; the defaults before the workspace has been set up. */
export async function findWorkspaceSettings(records: Records): Promise<WorkspaceSettings> {
  const [row] = await records.select({ settings: workspace.settings }).from(workspace).limit(1);
  return toWorkspaceSettings(row?.settings ?? {});
}

/** The measures on the cards of the overview, in their order: six, each once. */
export async function cardMeasures(records: Records): Promise<readonly MeasureId[]> {
  return (await findWorkspaceSettings(records)).cardMeasures;
}
