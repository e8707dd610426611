import { and, asc, count, desc, eq, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { account, accountAgent, accountLink, accountTeam, session, user } from '@/db/schema/accounts.ts';
import { agent, team } from '@/db/schema/organisation.ts';
import { whereAccounts, whereSessions } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import { IDLE_SECONDS } from '@/lib/sign-in/session-life.ts';

/** Columns of an account that may be shown. */
const shown = {
  id: user.id,
  name: user.name,
  email: user.email,
  roles: user.roles,
  disabledAt: user.disabledAt,
  leftAt: user.leftAt,
  lastSignInAt: user.lastSignInAt,
  updatedAt: user.updatedAt,
  twoFactorEnabled: user.twoFactorEnabled,
};

/** The accounts that the viewer may look at; those who have left come last. */
export async function listAccounts(records: Records, viewer: Viewer, userId?: string) {
  const only = userId === undefined ? undefined : eq(user.id, userId);
  return records
    .select(shown)
    .from(user)
    .where(and(whereAccounts(viewer), only))
    .orderBy(sql`${user.leftAt} desc nulls first`, asc(user.id));
}

export type AccountFields = Awaited<ReturnType<typeof listAccounts>>[number];

/** What each of these accounts is bound to, and how its owner signs in. */
export async function listBindings(records: Records, ids: readonly string[]) {
  const among = [...ids];
  const [teams, agents, ways] = await Promise.all([
    records
      .select({ userId: accountTeam.userId, id: team.teamId, name: team.name })
      .from(accountTeam)
      .innerJoin(team, eq(team.teamId, accountTeam.teamId))
      .where(inArray(accountTeam.userId, among))
      .orderBy(asc(team.name)),
    records
      .select({ userId: accountAgent.userId, name: agent.reference })
      .from(accountAgent)
      .innerJoin(agent, eq(agent.agentId, accountAgent.agentId))
      .where(inArray(accountAgent.userId, among))
      .orderBy(asc(agent.reference)),
    records
      .select({ userId: account.userId, provider: account.providerId })
      .from(account)
      .where(inArray(account.userId, among)),
  ]);
  return { teams, agents, ways };
}

/** Until when each account has a one-time link that was not used, in milliseconds since 1970. */
export async function listOpenLinks(records: Records, now: Date): Promise<Map<string, number>> {
  const rows = await records
    .select({ userId: accountLink.userId, until: accountLink.expiresAt })
    .from(accountLink)
    .where(and(isNull(accountLink.usedAt), gt(accountLink.expiresAt, now)));
  return new Map(rows.map(({ userId, until }) => [userId, until.getTime()]));
}

/** How many living sessions each account has, of those that the viewer may see. */
export async function countSessions(
  records: Records,
  viewer: Viewer,
  now: Date,
): Promise<Map<string, number>> {
  const rows = await records
    .select({ userId: session.userId, count: count() })
    .from(session)
    .where(and(whereSessions(viewer), isLiving(now)))
    .groupBy(session.userId);
  return new Map(rows.map((row) => [row.userId, row.count]));
}

/** The living sessions of an account, the last seen first. */
export async function listSessions(records: Records, viewer: Viewer, userId: string, now: Date) {
  return records
    .select({
      id: session.id,
      madeAt: session.createdAt,
      lastSeenAt: session.updatedAt,
      userAgent: session.userAgent,
      address: session.ipAddress,
    })
    .from(session)
    .where(and(eq(session.userId, userId), whereSessions(viewer), isLiving(now)))
    .orderBy(desc(session.updatedAt));
}

function isLiving(now: Date): SQL | undefined {
  const idleSince = new Date(now.getTime() - IDLE_SECONDS * 1000);
  return and(gt(session.expiresAt, now), gt(session.updatedAt, idleSince));
}
