import type { Records } from '@/db/facts/snapshot.ts';
import { workspace } from '@/db/schema/organisation.ts';
import type { RedactionMode } from '@/lib/privacy/redaction-mode.ts';
import { toWorkspaceSettings } from '@/lib/workspace/workspace-settings.ts';

/** How the workspace wants words to be redacted. */
export interface Redaction {
  mode: RedactionMode;
  /** In which phone numbers are read that name none; empty before the workspace has been set up. */
  country: string;
}

export async function findRedaction(records: Records): Promise<Redaction> {
  const [row] = await records
    .select({ settings: workspace.settings, country: workspace.country })
    .from(workspace)
    .limit(1);
  return { mode: toWorkspaceSettings(row?.settings ?? {}).redaction, country: row?.country ?? '' };
}
