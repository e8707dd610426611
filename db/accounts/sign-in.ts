import { APIError } from 'better-auth/api';
import { parseSetCookieHeader } from 'better-auth/cookies';
import { and, eq, lt } from 'drizzle-orm';
import { writeAudit } from '@/db/commands/write-audit.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { session, user } from '@/db/schema/accounts.ts';
import { codeCookieName, sessionCookieName } from '@/lib/http/session-cookie.ts';
import { CODE_SECONDS, LONGEST_SECONDS } from '@/lib/sign-in/session-life.ts';
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
  /** The password is right; a code of the second factor is asked for, by this cookie. */
  | { outcome: 'code'; cookie: SessionCookie }
  | { outcome: 'refused' }
  | { outcome: 'wait'; seconds: number };

/** Where a request comes from: its headers (its session, its browser) and the address of its socket. */
export interface RequestSource {
  headers: Headers;
  address: string | null;
}

/**
 * Signs somebody in by e-mail and password, under a new session id; a session that the browser already had ends. The
 * answer to a wrong password, an unknown account and a disabled one is the same and takes as long.
 */
export async function signIn(
  accounts: Accounts,
  credentials: Credentials,
  from: RequestSource,
  now: Date,
): Promise<SignInResult> {
  const email = credentials.email.trim().toLowerCase();
  const attempter = { email, address: from.address };
  const seconds = await takeAttempt(accounts.records, attempter, now);
  if (seconds > 0) return { outcome: 'wait', seconds };

  const result = await checkPassword(accounts, { ...credentials, email }, from.headers);
  const userId = await findUserId(accounts, email);
  const actor = userId ? accountActor(userId) : 'account:unknown';
  if (result.outcome !== 'refused') await endSession(accounts, from.headers);
  // The attempt stays counted while the code is not given: whoever has the password only may guess at no other speed.
  if (result.outcome === 'signed_in') await forgiveAttempt(accounts.records, attempter);
  if (result.outcome === 'code') return result;
  await accounts.records.transaction(async (tx) => {
    if (userId && result.outcome === 'signed_in') await noteSignIn(tx, userId, now);
    const action = result.outcome === 'signed_in' ? 'sign_in' : 'sign_in_refused';
    await writeAudit(tx, { at: now, actor, action, subject: actor, detail: {} });
  });
  return result;
}

/** Keeps when somebody last came, and forgets sessions of theirs that are over. */
export async function noteSignIn(tx: Records, userId: string, now: Date): Promise<void> {
  await tx.update(user).set({ lastSignInAt: now }).where(eq(user.id, userId));
  await tx.delete(session).where(and(eq(session.userId, userId), lt(session.expiresAt, now)));
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
): Promise<Exclude<SignInResult, { outcome: 'wait' }>> {
  try {
    const answer = await accounts.auth.api.signInEmail({ body, headers, returnHeaders: true });
    const isPending = 'twoFactorRedirect' in answer.response;
    return isPending
      ? { outcome: 'code', cookie: cookieFrom(answer.headers, codeCookieName(accounts.https), CODE_SECONDS) }
      : { outcome: 'signed_in', cookie: sessionFrom(answer.headers, accounts.https) };
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return { outcome: 'refused' };
    throw error;
  }
}

/** The session that an answer of the library gives the browser. */
export function sessionFrom(answer: Headers, https: boolean): SessionCookie {
  return cookieFrom(answer, sessionCookieName(https), LONGEST_SECONDS);
}

function cookieFrom(answer: Headers, name: string, maxAge: number): SessionCookie {
  const value = parseSetCookieHeader(answer.getSetCookie().join(', ')).get(name)?.value;
  if (!value) throw new Error(`Signing in gave no cookie ${name}.`);
  return {
    name,
    value,
    secure: name.startsWith('__Host-'),
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge,
  };
}

async function findUserId(accounts: Accounts, email: string): Promise<string | null> {
  const [row] = await accounts.records.select({ id: user.id }).from(user).where(eq(user.email, email));
  return row?.id ?? null;
}

/** Ends the session that the headers of a request hold. Answers with whose it was. */
export async function endSession(accounts: Accounts, headers: Headers): Promise<string | null> {
  const found = await accounts.auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (!found) return null;
  await accounts.records.delete(session).where(eq(session.id, found.session.id));
  return found.session.userId;
}
