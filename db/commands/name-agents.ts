import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { listAgentsOfTeam } from '@/db/queries/agent-names.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import type { NamingReason } from '@/lib/privacy/naming-reasons.ts';
import { writeAudit } from './write-audit.ts';

/** One of the people whom figures tell of by number. */
export interface NamedAgent {
  agentId: number;
  name: string;
}

/**
 * Tells for a reason who the people are that handled incidents of a team. Nobody is named before the audit log holds
 * who asked, for which team and why.
 * @throws Forbidden without the right; NotFound when no incident of the team that is in the viewer's scope says whose
 * it is
 */
export async function nameAgents(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { team, reason }: { team: number; reason: NamingReason },
  now: Date,
): Promise<NamedAgent[]> {
  demand(viewer, 'name_agents', 'Your account may not ask who is behind these figures.');
  return records.transaction(async (tx) => {
    const named = await listAgentsOfTeam(tx, viewer, team);
    if (named.length === 0) throw new NotFound('There is nobody to be named of this team here.');
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'agents_named',
      subject: `team:${team}`,
      detail: { reason, agents: named.length },
    });
    return named;
  });
}
