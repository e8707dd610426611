import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { agent, team } from '@/db/schema/organisation.ts';
import type { Viewer } from '@/lib/access.ts';

export interface AgentOfTeam {
  reference: string;
  teamName: string | null;
}

/** Who somebody is by the words of the record, with the team that they work in now. */
export async function listOwnAgents(records: Records, viewer: Viewer): Promise<AgentOfTeam[]> {
  if (!viewer.agents?.length) return [];
  return selectAgents(records).where(inArray(agent.agentId, [...viewer.agents]));
}

/** Who works in the teams in scope now, by name: at most so many, as suggestions for a field. */
export async function listAgentsInScope(
  records: Records,
  viewer: Viewer,
  most: number,
): Promise<AgentOfTeam[]> {
  const isHere = eq(agent.left, false);
  const inScope = viewer.teams === 'all' ? isHere : and(isHere, inArray(agent.teamId, [...viewer.teams]));
  return selectAgents(records).where(inScope).orderBy(asc(agent.reference)).limit(most);
}

function selectAgents(records: Records) {
  return records
    .select({ reference: agent.reference, teamName: team.name })
    .from(agent)
    .leftJoin(team, eq(team.teamId, agent.teamId));
}
