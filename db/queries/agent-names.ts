import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { incident } from '@/db/schema/incidents.ts';
import { agent } from '@/db/schema/organisation.ts';
import { whereIncidents } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';

/** Who handled incidents of a team that the viewer sees, by number: also those who work elsewhere now. */
export async function listAgentsOfTeam(records: Records, viewer: Viewer, teamId: number) {
  const handled = records
    .select({ agentId: incident.agentId })
    .from(incident)
    .where(and(eq(incident.teamId, teamId), whereIncidents(viewer)));
  return records
    .select({ agentId: agent.agentId, name: agent.reference })
    .from(agent)
    .where(inArray(agent.agentId, handled))
    .orderBy(asc(agent.agentId));
}
