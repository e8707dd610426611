import { parseSetCookieHeader } from 'better-auth/cookies';
import { betterAuth } from 'better-auth/minimal';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { and, eq } from 'drizzle-orm';
import { writeAudit } from '@/db/commands/write-audit.ts';
import { account, session } from '@/db/schema/accounts.ts';
import type { OidcSettings } from '@/lib/env.ts';
import { providerCookieName } from '@/lib/http/session-cookie.ts';
import { toPersonName } from '@/lib/sign-in/person-name.ts';
import type { Accounts } from './accounts.ts';
import { authOptions } from './auth.ts';
import { sha256 } from './hashes.ts';
import { readClaims } from './provider-claims.ts';
import { accountActor } from './scope.ts';
import { endSession, noteSignIn, type SessionCookie, sessionFrom } from './sign-in.ts';

const STATE_SECONDS = 600;
/** A provider that does not answer in this time is away. */
const LONGEST_ANSWER_MS = 10_000;
const CALLBACK = '/sign-in/provider/callback';

/** The provider of identities, and the address that people reach Lookback at. */
export interface Provider {
  oidc: OidcSettings;
  url: string;
}

export type ProviderResult =
  | { outcome: 'signed_in'; cookie: SessionCookie; next: string }
  /** The provider does not vouch for the address, or the account is disabled. */
  | { outcome: 'refused' }
  | { outcome: 'failed' };

/**
 * Begins a sign-in at the provider: where the browser is to go, and the cookie that it brings back. Throws when the
 * provider is away.
 */
export async function beginSingleSignOn(
  accounts: Accounts,
  provider: Provider,
  next: string,
  limitMs = LONGEST_ANSWER_MS,
): Promise<{ location: string; cookie: SessionCookie }> {
  const auth = authOf(accounts, provider);
  const asked = {
    provider: providerId(provider),
    callbackURL: next,
    errorCallbackURL: ERROR,
    disableRedirect: true,
  };
  const answer = await within(limitMs, auth.api.signInSocial({ body: asked, returnHeaders: true }));
  const name = providerCookieName(accounts.https);
  const value = parseSetCookieHeader(answer.headers.getSetCookie().join(', ')).get(name)?.value;
  const { url } = answer.response;
  if (!value || !url) throw new Error('The provider of identities cannot be asked: it gave no address.');
  const cookie = { name, value, secure: accounts.https, httpOnly: true, sameSite: 'lax', path: '/' } as const;
  return { location: url, cookie: { ...cookie, maxAge: STATE_SECONDS } };
}

/**
 * Ends a sign-in with what the provider sent back. An identity is known by issuer and subject. One that is new is bound
 * to the account of its address where the provider vouches for that, or gets an account without roles.
 */
export async function finishSingleSignOn(
  accounts: Accounts,
  provider: Provider,
  { query, headers }: { query: Record<string, string>; headers: Headers },
  now: Date,
): Promise<ProviderResult> {
  const exchanged = authOf(accounts, provider).api.callbackOAuth({
    method: 'GET',
    params: { id: providerId(provider) },
    query,
    headers,
    asResponse: true,
  });
  const answer = await within(LONGEST_ANSWER_MS, exchanged);
  const location = answer.headers.get('location') ?? '';
  const problem = new URL(location, 'http://127.0.0.1').searchParams.get('error');
  if (location.startsWith(ERROR) || problem)
    return { outcome: REFUSED.has(problem ?? '') ? 'refused' : 'failed' };
  const cookie = sessionFrom(answer.headers, accounts.https);
  const token = decodeURIComponent(cookie.value).split('.', 1).join('');
  const userId = await accounts.records.transaction(async (tx) => {
    const [made] = await tx.select({ userId: session.userId }).from(session).where(eq(session.token, token));
    if (!made) throw new Error('Single sign-on made a session that is not there.');
    await noteSignIn(tx, made.userId, now);
    const actor = accountActor(made.userId);
    const entry = { at: now, actor, action: 'sign_in', detail: { singleSignOn: true } };
    await writeAudit(tx, { ...entry, subject: actor });
    return made.userId;
  });
  if (!userId) return { outcome: 'failed' };
  await endSession(accounts, headers);
  return { outcome: 'signed_in', cookie, next: location };
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const limit = new Promise<never>((_, reject) => {
    const away = () => reject(new Error(`The provider of identities did not answer in ${milliseconds} ms.`));
    setTimeout(away, milliseconds).unref();
  });
  return Promise.race([work, limit]);
}

const ERROR = '/sign-in/provider-error';
const REFUSED: ReadonlySet<string> = new Set([
  'account_not_linked',
  'unable_to_link_account',
  'unable_to_create_user',
  'unable_to_create_session',
  'email_not_found',
]);

/** Identities of another issuer are other identities, also where their subjects are the same. */
function providerId({ oidc }: Provider): string {
  return `oidc-${sha256(oidc.issuer).slice(0, 16)}`;
}

function authOf(accounts: Accounts, provider: Provider) {
  const known = made.get(accounts);
  if (known?.provider.oidc === provider.oidc && known.provider.url === provider.url) return known.auth;
  const auth = makeProviderAuth(accounts, provider);
  made.set(accounts, { provider, auth });
  return auth;
}

const made = new WeakMap<Accounts, { provider: Provider; auth: ReturnType<typeof makeProviderAuth> }>();

/** An instance of its own: what looks for the provider when it begins must not keep people with a password waiting. */
function makeProviderAuth({ records, secret, https }: Accounts, { oidc, url }: Provider) {
  const base = authOptions(records, { secret, https });
  const { issuer, clientId, clientSecret } = oidc;
  const discoveryUrl = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  return betterAuth({
    ...base,
    account: {
      // In a cookie, so that whoever asks to sign in writes nothing into the database.
      storeStateStrategy: 'cookie',
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, trustedProviders: [], requireLocalEmailVerified: false },
    },
    databaseHooks: {
      ...base.databaseHooks,
      user: { create: { before: (person) => refuseUnverified(person) } },
      account: {
        create: {
          before: (identity) => toKept(records, identity),
          after: ({ userId }) => noteIdentity(records, userId),
        },
      },
    },
    plugins: [
      genericOAuth({
        config: [
          {
            providerId: providerId({ oidc, url }),
            discoveryUrl,
            // With a header of our own it is not followed to another place.
            discoveryHeaders: { accept: 'application/json' },
            getUserInfo: (tokens) => readClaims(discoveryUrl, tokens),
            clientId,
            clientSecret,
            scopes: ['openid', 'email', 'profile'],
            pkce: true,
            requireIdTokenVerification: true,
            redirectURI: `${url}${CALLBACK}`,
            mapProfileToUser: ({ name, email }) => ({ name: toPersonName(name, email), image: undefined }),
          },
        ],
      }),
    ],
  });
}

/**
 * An identity as it is kept: without tokens, since nothing is asked of the provider later. False for a second subject of
 * one issuer under one account: an address that went from one person to another must not lead to what the first one had.
 */
async function toKept<Identity extends { userId: string; providerId: string }>(
  records: Accounts['records'],
  identity: Identity,
) {
  const { userId, providerId: issuer } = identity;
  const same = and(eq(account.userId, userId), eq(account.providerId, issuer));
  if ((await records.$count(account, same)) > 0) return false;
  return { data: { ...identity, accessToken: null, refreshToken: null, idToken: null } };
}

/** Nobody gets an account under an address that the provider does not vouch for. */
async function refuseUnverified(person: { emailVerified?: boolean }): Promise<false | undefined> {
  return person.emailVerified ? undefined : false;
}

async function noteIdentity(records: Accounts['records'], userId: string): Promise<void> {
  const actor = accountActor(userId);
  const entry = { at: new Date(), actor, action: 'identity_bound', detail: {} };
  await records.transaction((tx) => writeAudit(tx, { ...entry, subject: actor }));
}
