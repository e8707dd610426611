import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Who the provider says that the next person is. */
export interface Claims {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
  [claim: string]: unknown;
}

/** A provider of identities of our own on this machine: OpenID Connect with code, PKCE, nonce and RS256. */
export interface OidcProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Says who signs in next; everybody is let in without being asked. */
  next: (claims: Claims, options?: TokenOptions) => void;
  stop: () => Promise<void>;
}

/** What may be wrong with an ID token. */
export interface TokenOptions {
  audience?: string;
  issuer?: string;
  nonce?: string;
  /** Signs with a key that the provider does not publish. */
  foreignKey?: boolean;
  secondsToLive?: number;
}

const CLIENT = { clientId: 'lookback', clientSecret: 'the secret of the test client' };

/** Starts it on a free port. */
export async function startOidcProvider(): Promise<OidcProvider> {
  const [own, foreign] = [makeKey(), makeKey()];
  const codes = new Map<string, { challenge: string; nonce: string; redirect: string }>();
  let person: { claims: Claims; options: TokenOptions } = { claims: { sub: 'nobody' }, options: {} };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return void json(discovery(issuer));
      case '/jwks':
        return void json({ keys: [own.jwk] });
      case '/authorize':
        return void response.writeHead(302, { location: authorize(url.searchParams) }).end();
      case '/token': {
        const token = exchange(new URLSearchParams(await bodyOf(request)), request.headers.authorization);
        return void (token ? json(token) : json({ error: 'invalid_grant' }, 400));
      }
      default:
        return void json({ error: 'not_found' }, 404);
    }
  }

  function authorize(asked: URLSearchParams): string {
    const code = randomUUID();
    const redirect = asked.get('redirect_uri') ?? '';
    const challenge = asked.get('code_challenge') ?? '';
    if (asked.get('client_id') !== CLIENT.clientId || asked.get('code_challenge_method') !== 'S256')
      return `${redirect}?error=invalid_request&state=${asked.get('state')}`;
    codes.set(code, { challenge, nonce: asked.get('nonce') ?? '', redirect });
    return `${redirect}?${new URLSearchParams({ code, state: asked.get('state') ?? '' })}`;
  }

  function exchange(asked: URLSearchParams, authorization: string | undefined) {
    const granted = codes.get(asked.get('code') ?? '');
    codes.delete(asked.get('code') ?? '');
    const basic = `Basic ${Buffer.from(`${CLIENT.clientId}:${CLIENT.clientSecret}`).toString('base64')}`;
    const isClient = authorization === basic || asked.get('client_secret') === CLIENT.clientSecret;
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    const isOwn = granted?.challenge === challenge && granted.redirect === asked.get('redirect_uri');
    if (!granted || !isClient || !isOwn) return null;
    const { claims, options } = person;
    const iat = Math.floor(Date.now() / 1000);
    const exp = iat + (options.secondsToLive ?? 300);
    const standard = { iss: options.issuer ?? issuer, aud: options.audience ?? CLIENT.clientId, iat, exp };
    const token = sign((options.foreignKey ? foreign : own).privateKey, own.jwk.kid, {
      ...standard,
      nonce: options.nonce ?? granted.nonce,
      ...claims,
    });
    return { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: token };
  }

  return {
    issuer,
    ...CLIENT,
    next: (claims, options = {}) => {
      person = { claims, options };
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}

function makeKey() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    privateKey,
    jwk: { ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' },
  };
}

function sign(key: ReturnType<typeof makeKey>['privateKey'], kid: string, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'RS256', typ: 'JWT', kid })}.${part(claims)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
