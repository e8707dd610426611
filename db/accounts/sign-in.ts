import { APIError } from 'better-auth/api';
import { parseSetCookieHeader } from 'better-auth/cookies';
import { eq } from 'drizzle-orm';
import { writeAudit } from '@/db/commands/write-audit.ts';
import { session, user } from '@/db/schema/accounts.ts';
import { sessionCookieName } from '@/lib/http/session-cookie.ts';
import { LONGEST_SECONDS } from '@/lib/sign-in/session-life.ts';
import type { Accounts } from './accounts.ts';
import { accountActor } from './scope.ts';
import { forgiveAttempt, takeAttempt } from './throttle.ts';

export interface Credentials {
  email: string;
  password: string;
}

/** Everything that a browser must be told to keep a session. */
export interface SessionCookie {
  name: string;
  value: string;
  secure: boolean;
  httpOnly: true;
  sameSite: 'lax';
  path: '/';
  maxAge: number;
}

export type SignInResult =
  | { outcome: 'signed_in'; cookie: SessionCookie }
  | { outcome: 'refused' }
  | { outcome: 'wait'; seconds: number };

/**
 * Signs somebody in by e-mail and password, under a new session id; a session that the browser already had ends. The
 * answer to a wrong password, an unknown account and a disabled one is the same and takes as long.
 * @param from the headers of the request (its session, its browser) and the address of its socket
 */
export async function signIn(
  accounts: Accounts,
  credentials: Credentials,
  from: { headers: Headers; address: string | null },
  now: Date,
): Promise<SignInResult> {
  const email = credentials.email.trim().toLowerCase();
  const attempter = { email, address: from.address };
  const seconds = await takeAttempt(accounts.records, attempter, now);
  if (seconds > 0) return { outcome: 'wait', seconds };

  const cookie = await checkPassword(accounts, { ...credentials, email }, from.headers);
  const actor = await actorOf(accounts, email);
  if (cookie) {
    await forgiveAttempt(accounts.records, attempter);
    await endSession(accounts, from.headers);
  }
  const action = cookie ? 'sign_in' : 'sign_in_refused';
  await accounts.records.transaction((transaction) =>
    writeAudit(transaction, { at: now, actor, action, subject: actor, detail: {} }),
  );
  return cookie ? { outcome: 'signed_in', cookie } : { outcome: 'refused' };
}

/** Ends the session of a request, if it has one. */
export async function signOut(accounts: Accounts, headers: Headers, now: Date): Promise<void> {
  const userId = await endSession(accounts, headers);
  if (!userId) return;
  const actor = accountActor(userId);
  await accounts.records.transaction((transaction) =>
    writeAudit(transaction, { at: now, actor, action: 'sign_out', subject: actor, detail: {} }),
  );
}

async function checkPassword(
  accounts: Accounts,
  body: Credentials,
  headers: Headers,
): Promise<SessionCookie | null> {
  try {
    const { headers: answer } = await accounts.auth.api.signInEmail({ body, headers, returnHeaders: true });
    return toCookie(answer, accounts.https);
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null;
    throw error;
  }
}

function toCookie(answer: Headers, https: boolean): SessionCookie {
  const name = sessionCookieName(https);
  const value = parseSetCookieHeader(answer.getSetCookie().join(', ')).get(name)?.value;
  if (!value) throw new Error('Signing in made a session without a cookie.');
  return { name, value, secure: https, httpOnly: true, sameSite: 'lax', path: '/', maxAge: LONGEST_SECONDS };
}

async function actorOf(accounts: Accounts, email: string): Promise<string> {
  const [row] = await accounts.records.select({ id: user.id }).from(user).where(eq(user.email, email));
  return row ? accountActor(row.id) : 'account:unknown';
}

async function endSession(accounts: Accounts, headers: Headers): Promise<string | null> {
  const found = await accounts.auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (!found) return null;
  await accounts.records.delete(session).where(eq(session.id, found.session.id));
  return found.session.userId;
}
