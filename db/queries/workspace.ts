import type { Records } from '@/db/facts/snapshot.ts';
import { workspace } from '@/db/schema/organisation.ts';

export interface Workspace {
  name: string;
  timeZone: string;
  country: string;
  currency: string;
}

/** The workspace of this installation; null before it has been set up. */
export async function findWorkspace(records: Records): Promise<Workspace | null> {
  const [row] = await records
    .select({
      name: workspace.name,
      timeZone: workspace.timeZone,
      country: workspace.country,
      currency: workspace.currency,
    })
    .from(workspace)
    .limit(1);
  return row ?? null;
}
