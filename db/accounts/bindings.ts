import { eq, inArray } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { accountAgent, accountTeam } from '@/db/schema/accounts.ts';
import { agent, team } from '@/db/schema/organisation.ts';
import { Invalid } from '@/lib/errors.ts';

/** The teams that an account sees, and the agents of the record that it is, as the sources name them. */
export interface Bindings {
  teams: readonly number[];
  agents: readonly string[];
}

/** Binds an account to these and to no others. Throws Invalid where one is not there; answers with the agents' ids. */
export async function bindAccount(
  tx: Records,
  userId: string,
  { teams, agents }: Bindings,
): Promise<{ teams: readonly number[]; agents: readonly number[] }> {
  const known = await tx
    .select({ id: team.teamId })
    .from(team)
    .where(inArray(team.teamId, [...teams]));
  const people = await tx
    .select({ id: agent.agentId, reference: agent.reference })
    .from(agent)
    .where(inArray(agent.reference, [...agents]));
  const strangers = agents.filter((one) => !people.some(({ reference }) => reference === one));
  const problems = [
    ...(known.length < teams.length ? [{ field: 'teams', message: GONE }] : []),
    ...strangers.map((name) => ({ field: 'agents', message: `No incident names an agent "${name}".` })),
  ];
  if (problems.length > 0) throw new Invalid(problems);
  const ids = people.map(({ id }) => id);
  await tx.delete(accountTeam).where(eq(accountTeam.userId, userId));
  await tx.delete(accountAgent).where(eq(accountAgent.userId, userId));
  if (teams.length > 0) await tx.insert(accountTeam).values(teams.map((teamId) => ({ userId, teamId })));
  if (ids.length > 0) await tx.insert(accountAgent).values(ids.map((agentId) => ({ userId, agentId })));
  return { teams, agents: ids };
}

const GONE = 'A team that you chose is no longer there. Choose again.';
