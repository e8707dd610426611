import { findWorkspace } from '@/db/queries/workspace.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';

/** What the workspace is called; empty before it has been set up. */
export async function workspaceName(record?: RecordDatabase): Promise<string> {
  const workspace = await findWorkspace(record ?? (await theRecord()));
  return workspace?.name ?? '';
}
