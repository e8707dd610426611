import { APIError } from 'better-auth/api';
import { parseCookies } from 'better-auth/cookies';
import { and, eq, isNull, lt, ne, or } from 'drizzle-orm';
import { writeAudit } from '@/db/commands/write-audit.ts';
import { session, twoFactor, user, verification } from '@/db/schema/accounts.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Invalid } from '@/lib/errors.ts';
import { codeCookieName } from '@/lib/http/session-cookie.ts';
import type { Accounts } from './accounts.ts';
import { confirmOwner } from './confirm-owner.ts';
import { sha256 } from './hashes.ts';
import { accountActor } from './scope.ts';
import { noteSignIn, type RequestSource, type SessionCookie, sessionFrom } from './sign-in.ts';
import { ownAccountId } from './stored-account.ts';
import { forgiveAttempt } from './throttle.ts';

export type CodeResult =
  | { outcome: 'signed_in'; cookie: SessionCookie }
  | { outcome: 'refused' }
  | { outcome: 'expired' };

/**
 * The second step of signing in: a code of the app or a recovery code, each of which is taken once. Five wrong codes end
 * the step, ten in a row shut it for five minutes; it is open for ten minutes after the password.
 */
export async function giveCode(
  accounts: Accounts,
  code: string,
  from: RequestSource,
  now: Date,
): Promise<CodeResult> {
  const userId = await findPending(accounts, from.headers, now);
  if (!userId) return { outcome: 'expired' };
  const cookie = await checkCode(accounts, userId, code, from.headers, now);
  const actor = accountActor(userId);
  await accounts.records.transaction(async (tx) => {
    if (cookie) await noteSignIn(tx, userId, now);
    const action = cookie ? 'sign_in' : 'sign_in_refused';
    await writeAudit(tx, { at: now, actor, action, subject: actor, detail: { secondFactor: true } });
  });
  if (!cookie) return { outcome: 'refused' };
  const [owner] = await accounts.records.select({ email: user.email }).from(user).where(eq(user.id, userId));
  if (owner) await forgiveAttempt(accounts.records, { email: owner.email, address: from.address });
  return { outcome: 'signed_in', cookie };
}

/** Whose second step the cookie of a request stands for; null when there is none, or it is over. */
async function findPending(
  { records, https }: Accounts,
  headers: Headers,
  now: Date,
): Promise<string | null> {
  const signed = parseCookies(headers.get('cookie') ?? '').get(codeCookieName(https));
  const identifier = signed && decodeURIComponent(signed).split('.', 1).join('');
  if (!identifier) return null;
  const [row] = await records
    .select({ userId: verification.value, until: verification.expiresAt })
    .from(verification)
    .where(eq(verification.identifier, identifier));
  return row && row.until > now ? row.userId : null;
}

async function checkCode(
  accounts: Accounts,
  userId: string,
  code: string,
  headers: Headers,
  now: Date,
): Promise<SessionCookie | null> {
  const api = accounts.auth.api;
  const asked = { headers, returnHeaders: true } as const;
  try {
    const isOfApp = /^\d{6}$/.test(code);
    const answer = isOfApp
      ? await api.verifyTOTP({ ...asked, body: { code } })
      : await api.verifyBackupCode({ ...asked, body: { code: withHyphen(code) } });
    if (await isFirstUse(accounts, userId, code, now)) return sessionFrom(answer.headers, accounts.https);
    await accounts.records.delete(session).where(eq(session.token, answer.response.token ?? ''));
    return null;
  } catch (error) {
    if (error instanceof APIError && (error.statusCode < 500 || isNoSession(error))) return null;
    throw error;
  }
}

/** The account was disabled between password and code. */
function isNoSession(error: APIError): boolean {
  return error.body?.code === 'FAILED_TO_CREATE_SESSION';
}

/** Recovery codes are kept with a hyphen in their middle. */
function withHyphen(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

// A code of an app is good for 30 s, and for the 30 s before and after.
const CODE_LIVES_MS = 120_000;

/** Notes that a code was taken; false when it had been already. Two at once: one is the first. */
async function isFirstUse({ records }: Accounts, userId: string, code: string, now: Date): Promise<boolean> {
  const usedCode = sha256(`${userId} ${code}`);
  const isForgotten = lt(twoFactor.usedAt, new Date(now.getTime() - CODE_LIVES_MS));
  const noted = await records
    .update(twoFactor)
    .set({ usedCode, usedAt: now })
    .where(
      and(
        eq(twoFactor.userId, userId),
        or(isNull(twoFactor.usedCode), ne(twoFactor.usedCode, usedCode), isForgotten),
      ),
    )
    .returning({ id: twoFactor.id });
  return noted.length > 0;
}

/** What somebody puts into an app and into a drawer; it is not asked for before a first code was given. */
export interface NewSecondFactor {
  /** `otpauth:` for the app, which also holds the secret to type. */
  uri: string;
  recoveryCodes: readonly string[];
}

/**
 * Begins a second factor for the viewer's own account.
 * @throws Forbidden for a key; Invalid when the password is wrong; Conflict when there is one already
 */
export async function beginSecondFactor(
  accounts: Accounts,
  viewer: Viewer,
  password: string,
  headers: Headers,
  now: Date,
): Promise<NewSecondFactor> {
  await confirmOwner(accounts.records, viewer, password, now);
  try {
    const answer = await accounts.auth.api.enableTwoFactor({ body: { password }, headers });
    if (answer.method !== 'totp') throw new Error('the library began another kind of second factor');
    return { uri: answer.totpURI, recoveryCodes: answer.backupCodes };
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) throw new Conflict(SET_ALREADY);
    throw error;
  }
}

/**
 * Takes the first code of the app: from now on one is asked for at each sign-in. The other sessions end; the one that
 * asks is replaced.
 * @throws Invalid when the code is wrong; Conflict when there is one already
 */
export async function confirmSecondFactor(
  accounts: Accounts,
  viewer: Viewer,
  code: string,
  headers: Headers,
  now: Date,
): Promise<SessionCookie> {
  const userId = ownAccountId(viewer);
  const set = and(eq(user.id, userId), eq(user.twoFactorEnabled, true));
  if ((await accounts.records.$count(user, set)) > 0) throw new Conflict(SET_ALREADY);
  const answer = await accounts.auth.api
    .verifyTOTP({ body: { code }, headers, returnHeaders: true })
    .catch((error: unknown) => {
      if (error instanceof APIError && error.statusCode < 500)
        throw new Invalid([{ field: 'code', message: WRONG }]);
      throw error;
    });
  const cookie = sessionFrom(answer.headers, accounts.https);
  await isFirstUse(accounts, userId, code, now);
  const token = decodeURIComponent(cookie.value).split('.', 1).join('');
  await accounts.records.transaction(async (tx) => {
    await tx.delete(session).where(and(eq(session.userId, userId), ne(session.token, token)));
    const entry = { at: now, actor: viewer.actor, action: 'second_factor_set', detail: {} };
    await writeAudit(tx, { ...entry, subject: viewer.actor });
  });
  return cookie;
}

const SET_ALREADY = 'This account has a second factor already. Remove it first.';
const WRONG =
  'This code is not right. Look whether the clock of your phone is, and take the code that it shows now.';

/**
 * Makes new recovery codes in place of those that are left.
 * @throws Forbidden for a key; Invalid when the password is wrong; Conflict without a second factor
 */
export async function renewRecoveryCodes(
  accounts: Accounts,
  viewer: Viewer,
  password: string,
  headers: Headers,
  now: Date,
): Promise<readonly string[]> {
  const { records, auth } = accounts;
  const owner = await confirmOwner(records, viewer, password, now);
  if (!owner.twoFactorEnabled) throw new Conflict('This account has no second factor.');
  const { backupCodes } = await auth.api.generateBackupCodes({ body: { password }, headers });
  const entry = { at: now, actor: viewer.actor, action: 'recovery_codes_made', detail: {} };
  await records.transaction((tx) => writeAudit(tx, { ...entry, subject: viewer.actor }));
  return backupCodes;
}
