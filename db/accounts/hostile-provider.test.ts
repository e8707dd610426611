import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { user } from '@/db/schema/accounts.ts';
import { requestWith, testAccounts } from '@/db/testing/accounts.ts';
import { type OidcProvider, startOidcProvider } from '@/db/testing/oidc-provider.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { beginSingleSignOn, finishSingleSignOn, type Provider } from './single-sign-on.ts';

const { records } = await testDatabase();
const accounts = testAccounts(records);
let idp: OidcProvider;
let trap: Server;
let front: Server;
/** What was asked of a server behind the wall, which nobody outside may reach through us. */
let asked: string[] = [];
let answers: (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const listen = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
let [inside, outside] = ['', ''];

beforeAll(async () => {
  idp = await startOidcProvider();
  trap = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"secret":"of the inside"}');
  });
  front = createServer((request, response) => {
    answers(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  [inside, outside] = [await listen(trap), await listen(front)];
});
beforeEach(() => {
  asked = [];
});
afterAll(async () => {
  await idp.stop();
  for (const server of [trap, front]) {
    server.closeAllConnections();
    server.close();
  }
});

/** The honest provider, asked through the hostile one in front of it. */
async function honest(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const type = request.headers['content-type'];
  const answer = await fetch(`${idp.issuer}${request.url}`, {
    method: request.method ?? 'GET',
    redirect: 'manual',
    headers: {
      ...(type ? { 'content-type': type } : {}),
      ...(request.headers.authorization ? { authorization: request.headers.authorization } : {}),
    },
    ...(pieces.length > 0 ? { body: Buffer.concat(pieces).toString() } : {}),
  });
  const text = (await answer.text()).replaceAll(idp.issuer, outside);
  const location = answer.headers.get('location');
  response
    .writeHead(answer.status, { 'content-type': 'application/json', ...(location ? { location } : {}) })
    .end(text);
}

/** Each is another provider, so that nothing of an earlier one is remembered. */
function providerOf(): Provider {
  const { clientId, clientSecret } = idp;
  const oidc = { issuer: outside, clientId, clientSecret, name: 'Hostile' };
  return { url: 'https://lookback.example.com', oidc };
}

const ONE = { email: 'one@example.com', email_verified: true, name: 'One' };

/** @param said whether the ID token itself says who it is, or the provider is to be asked */
async function signOn(provider: Provider, said = true): Promise<string> {
  idp.next({ sub: 'one', ...(said ? ONE : {}) }, { issuer: provider.oidc.issuer });
  try {
    const { location, cookie } = await beginSingleSignOn(accounts, provider, '/', 2000);
    const there = await fetch(location, { redirect: 'manual' });
    const back = new URL(there.headers.get('location') ?? '');
    const query = Object.fromEntries(back.searchParams);
    const came = { query, headers: requestWith(cookie) };
    return (await finishSingleSignOn(accounts, provider, came, new Date())).outcome;
  } catch (error) {
    return `away: ${String(error)}`;
  }
}

const redirecting =
  (path: string, status: number): typeof answers =>
  async (request, response) => {
    if (!request.url?.startsWith(path)) return honest(request, response);
    response.writeHead(status, { location: `${inside}${request.url}` }).end();
  };

describe('a provider of identities that leads elsewhere is not followed', () => {
  it.each([
    ['/.well-known/openid-configuration', 302],
    ['/.well-known/openid-configuration', 307],
    ['/token', 302],
    ['/token', 307],
    ['/jwks', 302],
  ])('%s answers %i: nobody is signed in, and nothing inside is asked', async (path, status) => {
    answers = redirecting(path, status);
    expect(await signOn(providerOf())).not.toBe('signed_in');
    expect(asked).toEqual([]);
    expect(await records.$count(user)).toBe(0);
  });
});

/** Answers who it is at a place of its own. */
const withUserInfo =
  (userInfo: (response: ServerResponse) => void): typeof answers =>
  async (request, response) => {
    if (request.url === '/userinfo') return userInfo(response);
    if (!request.url?.startsWith('/.well-known')) return honest(request, response);
    const told = await (await fetch(`${idp.issuer}${request.url}`)).text();
    const document = {
      ...JSON.parse(told.replaceAll(idp.issuer, outside)),
      userinfo_endpoint: `${outside}/userinfo`,
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(document));
  };

it('asked who somebody is, it leads nobody inside either', async () => {
  answers = withUserInfo((response) =>
    response.writeHead(307, { location: `${inside}/latest/meta-data` }).end(),
  );
  expect(await signOn(providerOf(), false)).not.toBe('signed_in');
  expect(asked).toEqual([]);
});

it('who says of somebody else than the ID token does is not believed', async () => {
  const json = { 'content-type': 'application/json' };
  answers = withUserInfo((response) =>
    response.writeHead(200, json).end(JSON.stringify({ sub: 'two', ...ONE })),
  );
  expect(await signOn(providerOf(), false)).not.toBe('signed_in');
  expect(await records.$count(user)).toBe(0);
});

it('whose ID token is thin is asked, and believed of the same subject', async () => {
  const json = { 'content-type': 'application/json' };
  answers = withUserInfo((response) =>
    response.writeHead(200, json).end(JSON.stringify({ sub: 'one', ...ONE })),
  );
  expect(await signOn(providerOf(), false)).toBe('signed_in');
});

it('the same provider is believed while it leads nowhere: the refusals above are of its redirects', async () => {
  answers = honest;
  expect(await signOn(providerOf())).toBe('signed_in');
  expect(asked).toEqual([]);
});
