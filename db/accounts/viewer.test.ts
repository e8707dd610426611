import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { session, user } from '@/db/schema/accounts.ts';
import { makeAccount, PASSWORD, requestWith, testAccounts } from '@/db/testing/accounts.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Role } from '@/lib/access.ts';
import { type SessionCookie, signIn } from './sign-in.ts';
import { findViewer } from './viewer.ts';

const { records } = await testDatabase();
const accounts = testAccounts(records);
const SIGNED_IN_AT = new Date();

it('somebody of quality assurance sees all teams', async () => {
  const { cookie, id } = await signedIn(['qa']);
  expect(await findViewer(accounts, requestWith(cookie), later({}))).toEqual({
    actor: `account:${id}`,
    name: expect.stringMatching(/^Person \d+$/),
    roles: ['qa'],
    sessionId: expect.any(String),
    teams: 'all',
    agents: [],
  });
});

it('a manager without teams sees none', async () => {
  const { cookie } = await signedIn(['manager']);
  expect(await findViewer(accounts, requestWith(cookie), later({}))).toMatchObject({
    roles: ['manager'],
    teams: [],
  });
});

it('without a cookie, or with one that was changed by a letter, nobody asks', async () => {
  const { cookie } = await signedIn();
  const changed = { ...cookie, value: `${cookie.value.startsWith('x') ? 'y' : 'x'}${cookie.value.slice(1)}` };
  expect(await findViewer(accounts, new Headers(), later({}))).toBeNull();
  expect(await findViewer(accounts, requestWith(changed), later({}))).toBeNull();
});

it('a session that nobody used for 12 hours is over, and stays so', async () => {
  const { cookie, id } = await signedIn();
  expect(await findViewer(accounts, requestWith(cookie), later({ hours: 12 }))).toBeNull();
  expect(await records.$count(session, eq(session.userId, id))).toBe(0);
  expect(await findViewer(accounts, requestWith(cookie), later({}))).toBeNull();
});

it('a request after 11 hours keeps it for 12 more', async () => {
  const { cookie } = await signedIn();
  expect(await findViewer(accounts, requestWith(cookie), later({ hours: 11 }))).not.toBeNull();
  expect(await findViewer(accounts, requestWith(cookie), later({ hours: 22 }))).not.toBeNull();
  expect(await findViewer(accounts, requestWith(cookie), later({ hours: 34, minutes: 1 }))).toBeNull();
});

it('in use every 8 hours it is still over after 7 days: 21 requests of 167 hours pass, the 22nd does not', async () => {
  const { cookie } = await signedIn();
  const answers: boolean[] = [];
  for (let hours = 8; hours <= 168; hours += 8) {
    answers.push((await findViewer(accounts, requestWith(cookie), later({ hours: hours - 1 }))) !== null);
  }
  expect(answers).toEqual(Array(21).fill(true));
  expect(await findViewer(accounts, requestWith(cookie), later({ hours: 168, minutes: 1 }))).toBeNull();
});

it('disabling an account ends all of its sessions at the next request', async () => {
  const { cookie, id, email } = await signedIn();
  await signIn(
    accounts,
    { email, password: PASSWORD },
    { headers: new Headers(), address: null },
    SIGNED_IN_AT,
  );
  await records.update(user).set({ disabledAt: SIGNED_IN_AT }).where(eq(user.id, id));
  expect(await findViewer(accounts, requestWith(cookie), later({}))).toBeNull();
  expect(await records.$count(session, eq(session.userId, id))).toBe(0);
});

it('a role that this program does not know gives no right', async () => {
  const { cookie, id } = await signedIn();
  await records
    .update(user)
    .set({ roles: ['owner'] })
    .where(eq(user.id, id));
  expect(await findViewer(accounts, requestWith(cookie), later({}))).toMatchObject({ roles: [], teams: [] });
});

async function signedIn(
  roles: Role[] = ['admin'],
): Promise<{ cookie: SessionCookie; id: string; email: string }> {
  const { id, email } = await makeAccount(records, roles);
  const from = { headers: new Headers(), address: null };
  const result = await signIn(accounts, { email, password: PASSWORD }, from, SIGNED_IN_AT);
  if (result.outcome !== 'signed_in') throw new Error(result.outcome);
  return { cookie: result.cookie, id, email };
}

/** The library puts the real time on a new session, so a few seconds may have passed. */
function later({ hours = 0, minutes = 0 }: { hours?: number; minutes?: number }): Date {
  return new Date(SIGNED_IN_AT.getTime() + (hours * 60 + minutes) * 60_000 + 30_000);
}
