import { and, eq, lt } from 'drizzle-orm';
import { session } from '@/db/schema/accounts.ts';
import type { Viewer } from '@/lib/access.ts';
import { isAlive, isSeenAnew } from '@/lib/sign-in/session-life.ts';
import { type Accounts, accounts } from './accounts.ts';
import { viewerOfAccount } from './scope.ts';

/** The viewer as a person to be greeted by name. */
export interface SignedIn extends Viewer {
  name: string;
  /** The session that asks; null for a key. */
  sessionId: string | null;
}

/** Who asks, by the session cookie of a request; null when nobody is signed in. Throws when the database is away. */
export async function viewerOf(headers: Headers): Promise<SignedIn | null> {
  return findViewer(await accounts(), headers, new Date());
}

/**
 * Who holds the session of the cookie at this moment. A session that was idle for 12 hours, is 7 days old or belongs to
 * a disabled account is ended here, at its next request. Otherwise it is marked as seen, once a minute.
 */
export async function findViewer(from: Accounts, headers: Headers, now: Date): Promise<SignedIn | null> {
  const found = await from.auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (!found) return null;
  const { id, userId, createdAt, updatedAt } = found.session;
  if (found.user.disabledAt) {
    await from.records.delete(session).where(eq(session.userId, userId));
    return null;
  }
  const times = { madeAt: createdAt, lastSeenAt: updatedAt };
  if (!isAlive(times, now)) {
    await from.records.delete(session).where(eq(session.id, id));
    return null;
  }
  if (isSeenAnew(times, now)) {
    const isOlder = and(eq(session.id, id), lt(session.updatedAt, now));
    await from.records.update(session).set({ updatedAt: now }).where(isOlder);
  }
  return {
    ...(await viewerOfAccount(from.records, userId, found.user.roles)),
    name: found.user.name,
    sessionId: id,
  };
}
