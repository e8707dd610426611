import { desc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { session, user } from '@/db/schema/accounts.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { makeAccount, PASSWORD, requestWith, testAccounts } from '@/db/testing/accounts.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { type SessionCookie, type SignInResult, signIn, signOut } from './sign-in.ts';
import { findViewer } from './viewer.ts';

const { records } = await testDatabase();
const accounts = testAccounts(records);
const NOBODY = { headers: new Headers(), address: null };

it('the right password opens a session, in a cookie bound to this host', async () => {
  const { email } = await makeAccount(records);
  const cookie = cookieOf(await signIn(accounts, { email, password: PASSWORD }, NOBODY, new Date()));
  expect(cookie).toMatchObject({
    name: '__Host-lookback',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: 604_800,
  });
  expect(cookie).not.toHaveProperty('domain');
});

it('over plain http the cookie has a plain name, for browsers refuse the other there', async () => {
  const { email } = await makeAccount(records);
  const plain = testAccounts(records, false);
  const cookie = cookieOf(await signIn(plain, { email, password: PASSWORD }, NOBODY, new Date()));
  expect([cookie.name, cookie.secure]).toEqual(['lookback', false]);
  expect(await findViewer(plain, requestWith(cookie), new Date())).not.toBeNull();
});

it('spaces around the address and its case make no difference', async () => {
  const { email } = await makeAccount(records);
  const typed = { email: ` ${email.toUpperCase()} `, password: PASSWORD };
  expect((await signIn(accounts, typed, NOBODY, new Date())).outcome).toBe('signed_in');
});

it('a wrong password, an unknown account and a disabled one get the same answer', async () => {
  const known = await makeAccount(records);
  const disabled = await makeAccount(records);
  await records.update(user).set({ disabledAt: new Date() }).where(eq(user.id, disabled.id));
  const answers = [
    await signIn(accounts, { email: known.email, password: 'not the password' }, NOBODY, new Date()),
    await signIn(accounts, { email: 'nobody@example.com', password: PASSWORD }, NOBODY, new Date()),
    await signIn(accounts, { email: disabled.email, password: PASSWORD }, NOBODY, new Date()),
  ];
  expect(answers).toEqual([{ outcome: 'refused' }, { outcome: 'refused' }, { outcome: 'refused' }]);
  expect(await records.$count(session, eq(session.userId, disabled.id))).toBe(0);
});

it('known and unknown accounts take as long: their medians of 9 are within a factor of 2', async () => {
  const known: number[] = [];
  const unknown: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    const { email } = await makeAccount(records);
    known.push(await millisecondsOf(email));
    unknown.push(await millisecondsOf(`unknown-${round}@example.com`));
  }
  const ratio = median(known) / median(unknown);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

it('signing in again gives a new id and ends the session that the browser had', async () => {
  const { email, id } = await makeAccount(records);
  const first = cookieOf(await signIn(accounts, { email, password: PASSWORD }, NOBODY, new Date()));
  const again = { headers: requestWith(first), address: null };
  const second = cookieOf(await signIn(accounts, { email, password: PASSWORD }, again, new Date()));
  expect(second.value).not.toBe(first.value);
  expect(await findViewer(accounts, requestWith(first), new Date())).toBeNull();
  expect(await findViewer(accounts, requestWith(second), new Date())).toMatchObject({
    actor: `account:${id}`,
  });
});

it('after signing out the cookie is worth nothing, also to somebody who kept it', async () => {
  const { email } = await makeAccount(records);
  const cookie = cookieOf(await signIn(accounts, { email, password: PASSWORD }, NOBODY, new Date()));
  await signOut(accounts, requestWith(cookie), new Date());
  expect(await findViewer(accounts, requestWith(cookie), new Date())).toBeNull();
});

it('the audit log names who came, was refused and left, and holds no address', async () => {
  const { email, id } = await makeAccount(records);
  await signIn(accounts, { email, password: 'not the password' }, NOBODY, new Date());
  const cookie = cookieOf(await signIn(accounts, { email, password: PASSWORD }, NOBODY, new Date()));
  await signOut(accounts, requestWith(cookie), new Date());
  const rows = await records.select().from(auditLog).orderBy(desc(auditLog.auditId)).limit(3);
  expect(rows.map((row) => [row.action, row.actor])).toEqual([
    ['sign_out', `account:${id}`],
    ['sign_in', `account:${id}`],
    ['sign_in_refused', `account:${id}`],
  ]);
  expect(JSON.stringify(rows)).not.toContain(email);
});

function cookieOf(result: SignInResult): SessionCookie {
  if (result.outcome !== 'signed_in') throw new Error(`expected to be signed in, but: ${result.outcome}`);
  return result.cookie;
}

async function millisecondsOf(email: string): Promise<number> {
  const before = performance.now();
  await signIn(accounts, { email, password: 'not the password' }, NOBODY, new Date());
  return performance.now() - before;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
