import { listTeams } from '@/db/queries/teams.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import type { Viewer } from '@/lib/access.ts';

/** The teams to choose from, by name: those in scope, and all of them for whoever keeps the house. */
export async function teamChoices(
  viewer: Viewer,
  record?: RecordDatabase,
): Promise<readonly { id: number; name: string }[]> {
  const rows = await listTeams(record ?? (await theRecord()), viewer);
  return rows.map(({ teamId, name }) => ({ id: teamId, name }));
}
