import { openSnapshot } from '@/db/facts/snapshot.ts';
import { countByDimension } from '@/db/queries/incident-counts.ts';
import { findWorkspace, type Workspace } from '@/db/queries/workspace.ts';
import { findVersionedSettings } from '@/db/queries/workspace-settings.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { EVERYTHING } from '@/db/where.ts';
import { demand, forUpkeep, type Viewer } from '@/lib/access.ts';
import type { WorkspaceSettings } from '@/lib/workspace/workspace-settings.ts';

export interface WorkspaceReport {
  workspace: Workspace;
  settings: WorkspaceSettings;
  version: number;
  /** How many incidents have a time of day, which another zone would count anew. */
  timed: number;
}

/** What the page about the workspace shows. Throws Forbidden without the right. */
export async function workspaceReport(
  viewer: Viewer,
  options: { record?: RecordDatabase } = {},
): Promise<WorkspaceReport> {
  demand(viewer, 'administer');
  const record = options.record ?? (await theRecord());
  const [workspace, versioned, timed] = await Promise.all([
    findWorkspace(record),
    findVersionedSettings(record),
    countTimed(record, viewer),
  ]);
  if (!workspace) throw new Error('this installation has no workspace yet');
  return { workspace, ...versioned, timed };
}

async function countTimed(record: RecordDatabase, viewer: Viewer): Promise<number> {
  const snapshot = await openSnapshot(record);
  try {
    const hours = await countByDimension(snapshot, forUpkeep(viewer), EVERYTHING, 'hour');
    return hours.reduce((sum, { code, count }) => sum + (code === null ? 0 : count), 0);
  } finally {
    await snapshot.close();
  }
}
