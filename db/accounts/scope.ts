import { eq } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { accountAgent, accountTeam, user } from '@/db/schema/accounts.ts';
import { ROLES, toScope, type Viewer } from '@/lib/access.ts';
import { Forbidden } from '@/lib/errors.ts';
import { isUuid } from '@/lib/http/uuid.ts';
import { findViewerOfKeyId } from './api-keys.ts';

/** Names an account the way the audit log does. */
export function accountActor(userId: string): string {
  return `account:${userId}`;
}

/** The account behind a viewer; null for a key, the command line and work of the program's own. */
export function accountIdOf({ actor }: Pick<Viewer, 'actor'>): string | null {
  const id = /^account:(.+)$/.exec(actor)?.[1];
  return id !== undefined && isUuid(id) ? id : null;
}

/** The same where only a person may ask. Throws Forbidden for anybody else. */
export function demandAccount(viewer: Pick<Viewer, 'actor'>): string {
  const id = accountIdOf(viewer);
  if (id === null) throw new Forbidden('Only somebody who is signed in may do this.');
  return id;
}

/** An account as it may look and act now, by its roles and what it is bound to. */
export async function viewerOfAccount(
  records: Records,
  userId: string,
  stored: readonly string[],
): Promise<Viewer> {
  const roles = ROLES.filter((role) => stored.includes(role));
  const isBound = roles.some((role) => role === 'agent' || role === 'trainer' || role === 'manager');
  const bound = isBound ? await findBound(records, userId) : NOTHING;
  return { actor: accountActor(userId), roles, ...toScope(roles, bound) };
}

/**
 * Who an actor is now, for work that was asked for earlier: the one who asked is stored and what they may is derived
 * again. Null when the account was disabled or the key revoked meanwhile.
 */
export async function findViewerOfActor(records: Records, actor: string, now: Date): Promise<Viewer | null> {
  const [kind, id = ''] = actor.split(':');
  if (kind === 'key') return findViewerOfKeyId(records, Number(id), now);
  if (kind !== 'account' || !isUuid(id)) return null;
  const [row] = await records
    .select({ roles: user.roles, disabledAt: user.disabledAt })
    .from(user)
    .where(eq(user.id, id));
  return row && !row.disabledAt ? viewerOfAccount(records, id, row.roles) : null;
}

const NOTHING = { teams: [], agents: [] };

async function findBound(records: Records, userId: string) {
  const [teams, agents] = await Promise.all([
    records.select({ id: accountTeam.teamId }).from(accountTeam).where(eq(accountTeam.userId, userId)),
    records.select({ id: accountAgent.agentId }).from(accountAgent).where(eq(accountAgent.userId, userId)),
  ]);
  return { teams: teams.map(({ id }) => id), agents: agents.map(({ id }) => id) };
}
