import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inviteAccount } from '@/db/commands/invite-account.ts';
import { account, session, user } from '@/db/schema/accounts.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { makeAccount, PASSWORD, requestWith, testAccounts } from '@/db/testing/accounts.ts';
import {
  type Claims,
  type OidcProvider,
  startOidcProvider,
  type TokenOptions,
} from '@/db/testing/oidc-provider.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { signIn } from './sign-in.ts';
import {
  beginSingleSignOn,
  finishSingleSignOn,
  type Provider,
  type ProviderResult,
} from './single-sign-on.ts';
import { findViewer } from './viewer.ts';

const { records } = await testDatabase();
const accounts = testAccounts(records);
const URL_OF_LOOKBACK = 'https://lookback.example.com';
let idp: OidcProvider;
let provider: Provider;
let subjects = 0;

beforeAll(async () => {
  idp = await startOidcProvider();
  const { issuer, clientId, clientSecret } = idp;
  provider = { url: URL_OF_LOOKBACK, oidc: { issuer, clientId, clientSecret, name: 'Test' } };
});
afterAll(() => idp.stop());

const claimsOf = (email: string, more: Partial<Claims> = {}): Claims => {
  subjects += 1;
  return { sub: `subject-${subjects}`, email, email_verified: true, name: 'Maria Bauer', ...more };
};

/** The way of a browser: to the provider, which lets everybody in, and back. */
async function goThere(next = '/') {
  const { location, cookie } = await beginSingleSignOn(accounts, provider, next);
  const there = await fetch(location, { redirect: 'manual' });
  const back = new URL(there.headers.get('location') ?? '');
  return { location: new URL(location), back, cookie };
}

async function signOn(claims: Claims, options?: TokenOptions, next?: string): Promise<ProviderResult> {
  idp.next(claims, options);
  const { back, cookie } = await goThere(next);
  const query = Object.fromEntries(back.searchParams);
  return finishSingleSignOn(accounts, provider, { query, headers: requestWith(cookie) }, new Date());
}

async function viewerOf(result: ProviderResult) {
  if (result.outcome !== 'signed_in') throw new Error(`expected to be signed in, but: ${result.outcome}`);
  return findViewer(accounts, requestWith(result.cookie), new Date());
}

describe('who comes for the first time', () => {
  it('gets an account without roles, and is led to the page that was asked for', async () => {
    const claims = claimsOf('new@example.com');
    const result = await signOn(claims, {}, '/incidents?period=all');
    expect(result).toMatchObject({ outcome: 'signed_in', next: '/incidents?period=all' });
    expect(result).toMatchObject({ cookie: { name: '__Host-lookback', secure: true, httpOnly: true } });
    expect(await viewerOf(result)).toMatchObject({ name: 'Maria Bauer', roles: [], teams: [], agents: [] });
  });

  it('keeps the roles of the account of an address that the provider vouches for', async () => {
    const { id, email } = await makeAccount(records, ['manager']);
    const viewer = await viewerOf(await signOn(claimsOf(email.toUpperCase())));
    expect(viewer).toMatchObject({ actor: `account:${id}`, roles: ['manager'] });
  });

  it('uses an invitation up by coming', async () => {
    const admin = { actor: 'test', roles: ['admin' as const], teams: [] };
    const invitation = {
      email: 'invited@example.com',
      name: 'Ines',
      roles: ['qa' as const],
      teams: [],
      agents: [],
    };
    const { userId } = await inviteAccount(records, admin, invitation, new Date());
    const viewer = await viewerOf(await signOn(claimsOf('invited@example.com')));
    expect(viewer).toMatchObject({ actor: `account:${userId}`, roles: ['qa'] });
  });

  it.each([false, undefined, 'false', 0])(
    'is refused where the provider says %j to the address, with an account or without',
    async (email_verified) => {
      const { email, id } = await makeAccount(records, ['admin']);
      for (const address of [email, `stranger-${String(email_verified)}@example.com`]) {
        const claims = claimsOf(address, { email_verified: email_verified as boolean });
        expect((await signOn(claims)).outcome, address).not.toBe('signed_in');
      }
      expect(await records.$count(account, eq(account.userId, id))).toBe(1);
      expect(
        await records.$count(user, eq(user.email, `stranger-${String(email_verified)}@example.com`)),
      ).toBe(0);
    },
  );

  it('gets no role by claiming one, nor any other column', async () => {
    const claims = claimsOf('greedy@example.com', {
      roles: ['admin'],
      disabledAt: '2020-01-01',
      id: '00000000-0000-4000-8000-000000000000',
      image: 'https://tracker.example/x.png',
      name: 'Greedy\r\nBcc: all',
    });
    expect(await viewerOf(await signOn(claims))).toMatchObject({ roles: [], name: 'Greedy Bcc: all' });
    const [row] = await records.select().from(user).where(eq(user.email, 'greedy@example.com'));
    expect(row).toMatchObject({ roles: [], disabledAt: null, image: null });
    expect(row?.id).not.toBe('00000000-0000-4000-8000-000000000000');
  });
});

describe('an identity is issuer and subject', () => {
  it('the same subject is the same account, whatever address it has by now', async () => {
    const claims = claimsOf('before@example.com');
    const first = await viewerOf(await signOn(claims));
    const second = await viewerOf(await signOn({ ...claims, email: 'after@example.com' }));
    expect(second?.actor).toBe(first?.actor);
  });

  it('an address that went to somebody else does not lead to the account of who had it: an administrator decides', async () => {
    const leaver = claimsOf('shared@example.com');
    const first = await viewerOf(await signOn(leaver));
    expect(await signOn(claimsOf('shared@example.com'))).toEqual({ outcome: 'refused' });
    expect((await viewerOf(await signOn(leaver)))?.actor).toBe(first?.actor);
  });

  it('the same subject of another issuer is somebody else', async () => {
    const other = await startOidcProvider();
    try {
      const claims = claimsOf('one-issuer@example.com');
      const first = await viewerOf(await signOn(claims));
      const { issuer, clientId, clientSecret } = other;
      const elsewhere = { url: URL_OF_LOOKBACK, oidc: { issuer, clientId, clientSecret, name: 'Other' } };
      other.next({ ...claims, email: 'other-issuer@example.com' });
      const { location, cookie } = await beginSingleSignOn(accounts, elsewhere, '/');
      const back = new URL((await fetch(location, { redirect: 'manual' })).headers.get('location') ?? '');
      const query = Object.fromEntries(back.searchParams);
      const result = await finishSingleSignOn(
        accounts,
        elsewhere,
        { query, headers: requestWith(cookie) },
        new Date(),
      );
      expect((await viewerOf(result))?.actor).not.toBe(first?.actor);
    } finally {
      await other.stop();
    }
  });
});

describe('what comes back is believed only', () => {
  it.each<[string, TokenOptions]>([
    ['signed by the provider', { foreignKey: true }],
    ['for this client', { audience: 'another client' }],
    ['from this issuer', { issuer: 'https://elsewhere.example' }],
    ['for this very sign-in', { nonce: 'another nonce' }],
    ['while it is valid', { secondsToLive: -600 }],
  ])('%s', async (_, options) => {
    const email = `token-${subjects}@example.com`;
    expect((await signOn(claimsOf(email), options)).outcome).toBe('failed');
    expect(await records.$count(user, eq(user.email, email))).toBe(0);
  });

  it('once, with the cookie and the state of the browser that began', async () => {
    idp.next(claimsOf('state@example.com'));
    const [mine, other] = [await goThere(), await goThere()];
    const finish = (back: URL, headers: Headers) =>
      finishSingleSignOn(
        accounts,
        provider,
        { query: Object.fromEntries(back.searchParams), headers },
        new Date(),
      );
    expect((await finish(mine.back, new Headers())).outcome).toBe('failed');
    expect((await finish(mine.back, requestWith(other.cookie))).outcome).toBe('failed');
    expect((await finish(mine.back, requestWith(mine.cookie))).outcome).toBe('signed_in');
    expect((await finish(mine.back, requestWith(mine.cookie))).outcome).toBe('failed');
  });

  it('and not when the provider says no', async () => {
    const { cookie, back } = await goThere();
    const query = { error: 'access_denied', state: back.searchParams.get('state') ?? '' };
    const result = await finishSingleSignOn(
      accounts,
      provider,
      { query, headers: requestWith(cookie) },
      new Date(),
    );
    expect(result.outcome).toBe('failed');
  });
});

it('the way there has PKCE, a nonce, a state and our own address, and writes nothing into the database', async () => {
  const before = await records.$count(auditLog);
  const { location } = await goThere();
  const asked = Object.fromEntries(location.searchParams);
  expect(asked).toMatchObject({
    response_type: 'code',
    client_id: 'lookback',
    code_challenge_method: 'S256',
    redirect_uri: `${URL_OF_LOOKBACK}/sign-in/provider/callback`,
    nonce: expect.stringMatching(/.{16,}/),
    state: expect.stringMatching(/.{16,}/),
  });
  expect(asked.scope?.split(' ').toSorted()).toEqual(['email', 'openid', 'profile']);
  expect(await records.$count(auditLog)).toBe(before);
});

it('a provider that takes the question and never answers is away, and people with a password come in meanwhile', async () => {
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  try {
    const issuer = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const away = { ...provider, oidc: { ...provider.oidc, issuer } };
    const begun = beginSingleSignOn(accounts, away, '/', 200).catch((error: unknown) => String(error));
    const { email } = await makeAccount(records);
    const from = { headers: new Headers(), address: null };
    const answer = await signIn(accounts, { email, password: PASSWORD }, from, new Date());
    expect(answer.outcome).toBe('signed_in');
    expect(await begun).toContain('did not answer in 200 ms');
  } finally {
    silent.closeAllConnections();
    silent.close();
  }
});

it('a disabled account is refused, and so is one of somebody who has left', async () => {
  const claims = claimsOf('disabled@example.com');
  const viewer = await viewerOf(await signOn(claims));
  const id = viewer?.actor.split(':')[1] ?? '';
  await records.update(user).set({ disabledAt: new Date() }).where(eq(user.id, id));
  expect((await signOn(claims)).outcome).not.toBe('signed_in');
  expect(await findViewer(accounts, new Headers(), new Date())).toBeNull();
});

it('the session that the browser had ends, and no token of the provider is kept', async () => {
  const { email, id } = await makeAccount(records, ['qa']);
  const before = await signIn(
    accounts,
    { email, password: PASSWORD },
    { headers: new Headers(), address: null },
    new Date(),
  );
  if (before.outcome !== 'signed_in') throw new Error(before.outcome);
  idp.next(claimsOf(email));
  const { back, cookie } = await goThere();
  const headers = new Headers({
    cookie: [before.cookie, cookie]
      .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
      .join('; '),
  });
  const query = Object.fromEntries(back.searchParams);
  await finishSingleSignOn(accounts, provider, { query, headers }, new Date());
  expect(await findViewer(accounts, requestWith(before.cookie), new Date())).toBeNull();
  expect(await records.$count(session, eq(session.userId, id))).toBe(1);
  const kept = await records.select().from(account).where(eq(account.userId, id));
  for (const row of kept)
    expect([row.accessToken, row.refreshToken, row.idToken]).toEqual([null, null, null]);
});

it('the audit log tells of the identity that was bound and of each sign-in', async () => {
  const claims = claimsOf('audited@example.com');
  const viewer = await viewerOf(await signOn(claims));
  await signOn(claims);
  const rows = await records
    .select()
    .from(auditLog)
    .where(eq(auditLog.actor, viewer?.actor ?? ''));
  expect(rows.map(({ action }) => action)).toEqual(['identity_bound', 'sign_in', 'sign_in']);
  expect(JSON.stringify(rows)).not.toContain('audited@example.com');
});
