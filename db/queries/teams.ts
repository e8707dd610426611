import { and, eq } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { team } from '@/db/schema/organisation.ts';
import { whereTeams } from '@/db/where-kept.ts';
import { forUpkeep, type Viewer } from '@/lib/access.ts';

export interface TeamRow {
  teamId: number;
  name: string;
}

/** The teams that the viewer is bound to, by name, also those that are retired; null where it is all of them. */
export async function listBoundTeams(
  records: Records,
  { agents: _, ...viewer }: Viewer,
): Promise<{ id: number; name: string }[] | null> {
  if (viewer.teams === 'all') return null;
  const rows = await records
    .select({ id: team.teamId, name: team.name })
    .from(team)
    .where(whereTeams(viewer));
  return rows.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** The teams that are not retired, by name: those in scope, and all of them for who keeps the house. */
export async function listTeams(records: Records, viewer: Viewer): Promise<TeamRow[]> {
  const rows = await records
    .select({ teamId: team.teamId, name: team.name })
    .from(team)
    .where(and(whereTeams(forUpkeep(viewer)), eq(team.retired, false)));
  return rows.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}
