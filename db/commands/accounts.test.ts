import { desc, eq, like } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { findViewerOfActor } from '@/db/accounts/scope.ts';
import { type SessionCookie, signIn } from '@/db/accounts/sign-in.ts';
import { findViewer } from '@/db/accounts/viewer.ts';
import { accountReport, accountsReport, ownAccountReport } from '@/db/reports/accounts.ts';
import { accountLink, session, user } from '@/db/schema/accounts.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { agent, team } from '@/db/schema/organisation.ts';
import { makeAccount, PASSWORD, requestWith, testAccounts } from '@/db/testing/accounts.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors.ts';
import { changeAccount } from './change-account.ts';
import { changeOwnPassword } from './change-own-password.ts';
import { disableAccount } from './disable-account.ts';
import { enableAccount } from './enable-account.ts';
import { endSession } from './end-session.ts';
import { inviteAccount } from './invite-account.ts';
import { makeAccountLink } from './make-account-link.ts';
import { markAsLeft } from './mark-as-left.ts';
import { redeemAccountLink } from './redeem-account-link.ts';

const { records } = await testDatabase();
const accounts = testAccounts(records);
const NOW = new Date();
const NOBODY = { headers: new Headers(), address: null };
const OTHER_PASSWORD = 'four kettles, no tea';
const teams = { leeds: 0, bristol: 0 };
let admin: Viewer;

beforeAll(async () => {
  const ids = await records
    .insert(team)
    .values([{ name: 'Leeds' }, { name: 'Bristol' }])
    .returning({ id: team.teamId });
  [teams.leeds, teams.bristol] = ids.map(({ id }) => id) as [number, number];
  await records.insert(agent).values([{ reference: 'A-1' }, { reference: 'anna.k' }]);
  admin = await viewerOf((await makeAccount(records, ['admin'])).id);
});

const viewerOf = async (id: string): Promise<Viewer> => {
  const viewer = await findViewerOfActor(records, `account:${id}`, NOW);
  if (!viewer) throw new Error(`account ${id} is not known`);
  return viewer;
};
const invitation = (more = {}) => ({
  email: `invited-${Math.random().toString(36).slice(2)}@example.com`,
  name: 'Ines',
  roles: ['manager' as const],
  teams: [teams.leeds],
  agents: [],
  ...more,
});
const signInWith = (email: string, password: string) =>
  signIn(accounts, { email, password }, NOBODY, new Date());
const at = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

async function open(email: string): Promise<SessionCookie> {
  const answer = await signInWith(email, PASSWORD);
  if (answer.outcome !== 'signed_in') throw new Error(answer.outcome);
  return answer.cookie;
}

describe('an invitation', () => {
  it('makes an account without a way in, in the scope that was given, and the link makes its password', async () => {
    const given = invitation({ roles: ['manager', 'agent'], agents: ['anna.k', 'A-1'] });
    const { userId, token } = await inviteAccount(records, admin, given, NOW);
    expect((await signInWith(given.email, PASSWORD)).outcome).toBe('refused');
    const row = (await accountsReport(admin, { record: records, now: NOW })).accounts.find(
      ({ id }) => id === userId,
    );
    expect(row).toMatchObject({ state: 'invited', teams: ['Leeds'], agents: ['A-1', 'anna.k'], sessions: 0 });
    expect(row?.linkUntil).toBe(at(72).getTime());
    const { email } = await redeemAccountLink(
      records,
      { token, name: 'Ines Moreau', password: PASSWORD },
      at(71),
    );
    expect(email).toBe(given.email);
    expect((await signInWith(email, PASSWORD)).outcome).toBe('signed_in');
    expect(await viewerOf(userId)).toMatchObject({ roles: ['agent', 'manager'], teams: [teams.leeds] });
    const after = (await accountsReport(admin, { record: records })).accounts.find(({ id }) => id === userId);
    expect(after).toMatchObject({ name: 'Ines Moreau', state: 'active', linkUntil: null, sessions: 1 });
  });

  it('works once, not after 72 hours, and not once there is a newer one', async () => {
    const used = await inviteAccount(records, admin, invitation(), NOW);
    await redeemAccountLink(records, { token: used.token, password: PASSWORD }, NOW);
    const old = await inviteAccount(records, admin, invitation(), NOW);
    const replaced = await inviteAccount(records, admin, invitation(), NOW);
    await makeAccountLink(records, admin, replaced.userId, NOW);
    for (const [token, when] of [
      [used.token, NOW],
      [old.token, at(72)],
      [replaced.token, NOW],
      ['made-up', NOW],
    ] as const) {
      const use = redeemAccountLink(records, { token, password: OTHER_PASSWORD }, when);
      await expect(use).rejects.toThrow(/used, replaced/);
    }
  });

  it('of two uses at once one wins', async () => {
    const { token } = await inviteAccount(records, admin, invitation(), NOW);
    const uses = [PASSWORD, OTHER_PASSWORD].map((password) =>
      redeemAccountLink(records, { token, password }, NOW),
    );
    const outcomes = (await Promise.allSettled(uses)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('refuses an address that has an account, a team that is gone and an agent that no incident names, all at their fields', async () => {
    const { email } = await makeAccount(records);
    const taken = inviteAccount(records, admin, invitation({ email }), NOW);
    await expect(taken).rejects.toThrow(
      new Invalid([{ field: 'email', message: 'There is an account of this address already.' }]),
    );
    const unknown = inviteAccount(
      records,
      admin,
      invitation({ email: 'refused-1@example.com', teams: [9999], agents: ['nobody', 'A-1'] }),
      NOW,
    );
    await expect(unknown).rejects.toMatchObject({
      problems: [{ field: 'teams' }, { field: 'agents', message: 'No incident names an agent "nobody".' }],
    });
    expect(await records.$count(user, like(user.email, 'refused-%'))).toBe(0);
  });

  it('keeps no token, and the audit log neither token nor address nor name', async () => {
    const given = invitation({ name: 'Quite Unusual' });
    const { token } = await inviteAccount(records, admin, given, NOW);
    const kept = JSON.stringify([
      await records.select().from(accountLink),
      await records.select().from(auditLog),
    ]);
    for (const secret of [token, given.email, given.name]) expect(kept).not.toContain(secret);
  });

  it('a password that is one’s own address is refused, and the link still works', async () => {
    const given = invitation();
    const { token } = await inviteAccount(records, admin, given, NOW);
    await expect(redeemAccountLink(records, { token, password: given.email }, NOW)).rejects.toThrow(Invalid);
    await redeemAccountLink(records, { token, password: PASSWORD }, NOW);
  });
});

describe('a new password by link', () => {
  it('works for 24 hours, ends every session, and the old password is worth nothing', async () => {
    const { id, email } = await makeAccount(records);
    const cookie = await open(email);
    const { token, expiresAt } = await makeAccountLink(records, admin, id, NOW);
    expect(expiresAt).toEqual(at(24));
    expect(await findViewer(accounts, requestWith(cookie), new Date())).not.toBeNull();
    await redeemAccountLink(records, { token, password: OTHER_PASSWORD }, at(23));
    expect(await findViewer(accounts, requestWith(cookie), new Date())).toBeNull();
    expect((await signInWith(email, PASSWORD)).outcome).toBe('refused');
    expect((await signInWith(email, OTHER_PASSWORD)).outcome).toBe('signed_in');
  });

  it('does not change a name, whatever is sent along', async () => {
    const { id } = await makeAccount(records);
    const { token } = await makeAccountLink(records, admin, id, NOW);
    await redeemAccountLink(records, { token, name: 'Somebody else', password: OTHER_PASSWORD }, NOW);
    const [row] = await records.select({ name: user.name }).from(user).where(eq(user.id, id));
    expect(row?.name).toMatch(/^Person \d+$/);
  });
});

describe('roles and teams', () => {
  it('hold from the next request on', async () => {
    const { id, email } = await makeAccount(records, ['manager']);
    const cookie = await open(email);
    const change = { userId: id, name: 'Ada', roles: ['qa' as const], teams: [], agents: [] };
    await changeAccount(records, admin, { ...change, version: await versionOf(id) }, new Date());
    expect(await findViewer(accounts, requestWith(cookie), new Date())).toMatchObject({
      roles: ['qa'],
      teams: 'all',
    });
  });

  it('of two changes made from the same page the second is refused', async () => {
    const { id } = await makeAccount(records, ['manager']);
    const change = {
      userId: id,
      version: await versionOf(id),
      name: 'Ada',
      roles: [],
      teams: [],
      agents: [],
    };
    await changeAccount(records, admin, change, new Date());
    await expect(changeAccount(records, admin, change, new Date())).rejects.toThrow(/Somebody else changed/);
  });

  it('the audit log tells the roles before and after, and the teams', async () => {
    const { id } = await makeAccount(records, ['trainer']);
    const change = {
      userId: id,
      name: 'Ada',
      roles: ['manager' as const],
      teams: [teams.bristol],
      agents: [],
    };
    await changeAccount(records, admin, { ...change, version: await versionOf(id) }, new Date());
    const [row] = await records.select().from(auditLog).orderBy(desc(auditLog.auditId)).limit(1);
    expect(row).toMatchObject({
      action: 'account_changed',
      subject: `account:${id}`,
      actor: admin.actor,
      detail: {
        rolesBefore: ['trainer'],
        roles: ['manager'],
        teams: [teams.bristol],
        agents: [],
        name: true,
      },
    });
  });
});

describe('shutting somebody out', () => {
  it('ends their sessions and links at once; letting them in again gives the old password back, not the sessions', async () => {
    const { id, email } = await makeAccount(records, ['manager']);
    const cookie = await open(email);
    const { token } = await makeAccountLink(records, admin, id, NOW);
    await disableAccount(records, admin, id, new Date());
    expect(await records.$count(session, eq(session.userId, id))).toBe(0);
    expect((await signInWith(email, PASSWORD)).outcome).toBe('refused');
    await expect(redeemAccountLink(records, { token, password: OTHER_PASSWORD }, NOW)).rejects.toThrow(
      Conflict,
    );
    await expect(makeAccountLink(records, admin, id, NOW)).rejects.toThrow(/disabled/);
    await enableAccount(records, admin, id, new Date());
    expect(await findViewer(accounts, requestWith(cookie), new Date())).toBeNull();
    expect((await signInWith(email, PASSWORD)).outcome).toBe('signed_in');
  });

  it('somebody who has left is "Former staff" without address, way in, role or team, and is invited again as another', async () => {
    const { id, email } = await makeAccount(records, ['manager']);
    await open(email);
    await markAsLeft(records, admin, id, new Date());
    const { account, sessions } = await accountReport(admin, id, { record: records });
    expect(account).toMatchObject({ name: 'Former staff', email: '', state: 'left', roles: [], teams: [] });
    expect(sessions).toEqual([]);
    expect(JSON.stringify(await records.select().from(user).where(eq(user.id, id)))).not.toContain(email);
    await expect(enableAccount(records, admin, id, new Date())).rejects.toThrow(NotFound);
    const again = await inviteAccount(records, admin, invitation({ email }), new Date());
    expect(again.userId).not.toBe(id);
  });
});

describe('sessions', () => {
  it('one ends one’s own, an administrator anybody’s, others nobody else’s', async () => {
    const [owner, stranger] = [await makeAccount(records, ['qa']), await makeAccount(records, ['qa'])];
    const ids = async () =>
      (await ownAccountReport(await viewerOf(owner.id), { record: records })).sessions.map(({ id }) => id);
    await Promise.all([open(owner.email), open(owner.email), open(owner.email)]);
    const [first = '', second = ''] = await ids();
    expect(await endSession(records, await viewerOf(stranger.id), first, new Date())).toBe(false);
    expect(await ids()).toHaveLength(3);
    expect(await endSession(records, await viewerOf(owner.id), first, new Date())).toBe(true);
    expect(await endSession(records, await viewerOf(owner.id), first, new Date())).toBe(false);
    expect(await endSession(records, admin, second, new Date())).toBe(true);
    expect(await ids()).toHaveLength(1);
  });

  it('the list tells which one is asking, and leaves out those that are over', async () => {
    const { email } = await makeAccount(records, ['qa']);
    const headers = new Headers({
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0',
    });
    await signIn(accounts, { email, password: PASSWORD }, { headers, address: null }, new Date());
    const viewer = await findViewer(accounts, requestWith(await open(email)), new Date());
    if (!viewer) throw new Error('the session is not known');
    const own = { record: records, sessionId: viewer.sessionId };
    const { sessions } = await ownAccountReport(viewer, own);
    expect(sessions.map(({ browser, isThis }) => [browser, isThis]).toSorted()).toEqual([
      ['Firefox on Windows', false],
      ['Unknown browser', true],
    ]);
    const later = await ownAccountReport(viewer, {
      record: records,
      now: new Date(Date.now() + 13 * 3_600_000),
    });
    expect(later.sessions).toEqual([]);
  });
});

describe('one’s own password', () => {
  it('is changed with the present one; the other sessions end and this one stays', async () => {
    const { email } = await makeAccount(records, ['agent']);
    const [here, elsewhere] = [await open(email), await open(email)];
    const viewer = await findViewer(accounts, requestWith(here), new Date());
    if (!viewer?.sessionId) throw new Error('the session is not known');
    const change = (current: string, password: string) =>
      changeOwnPassword(records, viewer, { current, password }, viewer.sessionId ?? '', new Date());
    await expect(change('not the password', OTHER_PASSWORD)).rejects.toMatchObject({
      problems: [{ field: 'current' }],
    });
    await expect(change(PASSWORD, email)).rejects.toMatchObject({ problems: [{ field: 'password' }] });
    await change(PASSWORD, OTHER_PASSWORD);
    expect(await findViewer(accounts, requestWith(here), new Date())).not.toBeNull();
    expect(await findViewer(accounts, requestWith(elsewhere), new Date())).toBeNull();
    expect((await signInWith(email, OTHER_PASSWORD)).outcome).toBe('signed_in');
  });

  it('a key has no account', async () => {
    const key: Viewer = { actor: 'key:1', roles: [], scopes: ['read_reports'], teams: 'all' };
    await expect(ownAccountReport(key, { record: records })).rejects.toThrow(Forbidden);
    const change = changeOwnPassword(records, key, { current: PASSWORD, password: OTHER_PASSWORD }, '', NOW);
    await expect(change).rejects.toThrow(Forbidden);
  });
});

async function versionOf(id: string): Promise<number> {
  return (await accountReport(admin, id, { record: records })).account.version;
}
