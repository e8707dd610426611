import { desc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { removeOwnSecondFactor, removeSecondFactor } from '@/db/commands/remove-second-factor.ts';
import { session, twoFactor, user } from '@/db/schema/accounts.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { makeAccount, PASSWORD, requestWith, testAccounts } from '@/db/testing/accounts.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { totpOf } from '@/db/testing/totp.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Forbidden, Invalid } from '@/lib/errors.ts';
import { beginSecondFactor, confirmSecondFactor, giveCode } from './second-factor.ts';
import { type SessionCookie, signIn } from './sign-in.ts';
import { findViewer, type SignedIn } from './viewer.ts';

const { records } = await testDatabase();
const accounts = testAccounts(records);
const NOBODY = { headers: new Headers(), address: null };
const HALF_MINUTE = 30_000;

it('after the password a code of the app is asked for, and opens a session', async () => {
  const owner = await withFactor();
  const first = await signIn(accounts, { email: owner.email, password: PASSWORD }, NOBODY, new Date());
  expect(first).toMatchObject({
    outcome: 'code',
    cookie: { name: '__Host-lookback-code', secure: true, httpOnly: true, maxAge: 600 },
  });
  if (first.outcome !== 'code') throw new Error(first.outcome);
  expect(await findViewer(accounts, requestWith(first.cookie), new Date())).toBeNull();
  const second = await give(first.cookie, owner.nextCode());
  expect(await findViewer(accounts, requestWith(cookieOf(second)), new Date())).toMatchObject({
    actor: `account:${owner.id}`,
  });
});

it('a code is taken once: the same one, seen over a shoulder, opens nothing a second later', async () => {
  const owner = await withFactor();
  const code = owner.nextCode();
  expect((await give(await pending(owner.email), code)).outcome).toBe('signed_in');
  const sessions = () => records.$count(session, eq(session.userId, owner.id));
  const before = await sessions();
  expect((await give(await pending(owner.email), code)).outcome).toBe('refused');
  expect(await sessions()).toBe(before);
});

it('a recovery code opens once, in any of the ways to write it, and leaves 9 of 10', async () => {
  const owner = await withFactor();
  const [first = '', second = ''] = owner.recoveryCodes;
  expect(owner.recoveryCodes).toHaveLength(10);
  for (const code of owner.recoveryCodes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
  expect((await give(await pending(owner.email), first.replace('-', ''))).outcome).toBe('signed_in');
  expect((await give(await pending(owner.email), first.replace('-', ''))).outcome).toBe('refused');
  expect((await give(await pending(owner.email), second.replace('-', ''))).outcome).toBe('signed_in');
});

it('five wrong codes end the step: the right one comes too late, and the password has to wait like after failures', async () => {
  const owner = await withFactor();
  const cookie = await pending(owner.email);
  for (let attempt = 0; attempt < 5; attempt += 1)
    expect((await give(cookie, '000000')).outcome).toBe('refused');
  expect((await give(cookie, owner.nextCode())).outcome).not.toBe('signed_in');
  const waits = [];
  for (let attempt = 0; attempt < 5; attempt += 1)
    waits.push(
      (await signIn(accounts, { email: owner.email, password: PASSWORD }, NOBODY, new Date())).outcome,
    );
  expect(waits).toEqual(['code', 'code', 'code', 'code', 'wait']);
});

it('a step that is over, was never begun or has another’s signature is expired', async () => {
  const owner = await withFactor();
  const cookie = await pending(owner.email);
  const later = new Date(Date.now() + 601_000);
  expect((await giveCode(accounts, owner.nextCode(), from(cookie), later)).outcome).toBe('expired');
  expect((await giveCode(accounts, owner.nextCode(), NOBODY, new Date())).outcome).toBe('expired');
  const forged = { ...cookie, value: `${cookie.value.slice(0, -4)}AAAA` };
  expect((await give(forged, owner.nextCode())).outcome).not.toBe('signed_in');
});

it('an account that is disabled between password and code stays out', async () => {
  const owner = await withFactor();
  const cookie = await pending(owner.email);
  await records.update(user).set({ disabledAt: new Date() }).where(eq(user.id, owner.id));
  expect((await give(cookie, owner.nextCode())).outcome).toBe('refused');
});

it('it is not asked for before the first code was given, and then the other sessions end', async () => {
  const { id, email } = await makeAccount(records);
  const [one, other] = [await open(email), await open(email)];
  const viewer = await viewerOf(one);
  const begun = await beginSecondFactor(accounts, viewer, PASSWORD, requestWith(one), new Date());
  expect(begun.uri).toMatch(/^otpauth:\/\/totp\/Lookback:/);
  expect((await signIn(accounts, { email, password: PASSWORD }, NOBODY, new Date())).outcome).toBe(
    'signed_in',
  );
  await expect(confirmSecondFactor(accounts, viewer, '000000', requestWith(one), new Date())).rejects.toThrow(
    Invalid,
  );
  const code = totpOf(begun.uri, Date.now());
  const kept = await confirmSecondFactor(accounts, viewer, code, requestWith(one), new Date());
  expect(await findViewer(accounts, requestWith(kept), new Date())).toMatchObject({ actor: `account:${id}` });
  expect(await findViewer(accounts, requestWith(one), new Date())).toBeNull();
  expect(await findViewer(accounts, requestWith(other), new Date())).toBeNull();
  await expect(confirmSecondFactor(accounts, viewer, code, requestWith(kept), new Date())).rejects.toThrow(
    Conflict,
  );
});

it('neither the secret nor a recovery code can be read in the table', async () => {
  const owner = await withFactor();
  const kept = JSON.stringify(await records.select().from(twoFactor).where(eq(twoFactor.userId, owner.id)));
  expect(kept).not.toContain(new URL(owner.uri).searchParams.get('secret'));
  for (const code of owner.recoveryCodes) expect(kept).not.toContain(code);
});

it('the password is asked for before it is begun or removed, and five wrong ones have to wait', async () => {
  const { email } = await makeAccount(records);
  const cookie = await open(email);
  const viewer = await viewerOf(cookie);
  const wrong = () =>
    beginSecondFactor(accounts, viewer, 'not the password', requestWith(cookie), new Date());
  for (let attempt = 0; attempt < 5; attempt += 1) await expect(wrong()).rejects.toThrow(Invalid);
  await expect(wrong()).rejects.toThrow(Conflict);
  await expect(removeOwnSecondFactor(records, viewer, PASSWORD, new Date())).rejects.toThrow(/Wait/);
});

it('its owner removes it with the password, an administrator for others; nobody else does', async () => {
  const [one, other] = [await withFactor(), await withFactor()];
  await removeOwnSecondFactor(records, one.viewer, PASSWORD, new Date());
  expect((await signIn(accounts, { email: one.email, password: PASSWORD }, NOBODY, new Date())).outcome).toBe(
    'signed_in',
  );
  const qa: Viewer = { actor: 'account:qa', roles: ['qa'], teams: 'all' };
  await expect(removeSecondFactor(records, qa, other.id, new Date())).rejects.toThrow(Forbidden);
  await removeSecondFactor(records, { ...qa, roles: ['admin'] }, other.id, new Date());
  const answer = await signIn(accounts, { email: other.email, password: PASSWORD }, NOBODY, new Date());
  expect(answer.outcome).toBe('signed_in');
});

it('the audit log tells of setting, using, failing and removing it, without a code', async () => {
  const owner = await withFactor();
  const code = owner.nextCode();
  await give(await pending(owner.email), '000000');
  await give(await pending(owner.email), code);
  await removeOwnSecondFactor(records, owner.viewer, PASSWORD, new Date());
  const rows = await records.select().from(auditLog).orderBy(desc(auditLog.auditId)).limit(4);
  expect(rows.map(({ action }) => action)).toEqual([
    'second_factor_removed',
    'sign_in',
    'sign_in_refused',
    'second_factor_set',
  ]);
  expect(JSON.stringify(rows.map(({ detail }) => detail))).not.toContain(code);
});

const from = (cookie: SessionCookie) => ({ headers: requestWith(cookie), address: null });
const give = (cookie: SessionCookie, code: string) => giveCode(accounts, code, from(cookie), new Date());

async function open(email: string): Promise<SessionCookie> {
  const answer = await signIn(accounts, { email, password: PASSWORD }, NOBODY, new Date());
  if (answer.outcome !== 'signed_in') throw new Error(answer.outcome);
  return answer.cookie;
}

async function pending(email: string): Promise<SessionCookie> {
  const answer = await signIn(accounts, { email, password: PASSWORD }, NOBODY, new Date());
  if (answer.outcome !== 'code') throw new Error(answer.outcome);
  return answer.cookie;
}

async function viewerOf(cookie: SessionCookie): Promise<SignedIn> {
  const viewer = await findViewer(accounts, requestWith(cookie), new Date());
  if (!viewer) throw new Error('the session is not known');
  return viewer;
}

function cookieOf(result: Awaited<ReturnType<typeof give>>): SessionCookie {
  if (result.outcome !== 'signed_in') throw new Error(`expected to be signed in, but: ${result.outcome}`);
  return result.cookie;
}

/** Somebody with a second factor. The first code went for setting it; `nextCode` is the one of the next half minute. */
async function withFactor() {
  const { id, email } = await makeAccount(records);
  const cookie = await open(email);
  const viewer = await viewerOf(cookie);
  const begun = await beginSecondFactor(accounts, viewer, PASSWORD, requestWith(cookie), new Date());
  const code = totpOf(begun.uri, Date.now());
  const kept = await confirmSecondFactor(accounts, viewer, code, requestWith(cookie), new Date());
  const nextCode = () => totpOf(begun.uri, Date.now() + HALF_MINUTE);
  return { id, email, viewer: await viewerOf(kept), ...begun, nextCode };
}
