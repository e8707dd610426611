const LONGEST_ANSWER_MS = 10_000;

/** What a provider says of who signs in; names as in OpenID Connect, but for whether it vouches for the address. */
interface Claims {
  sub?: string;
  email?: string;
  emailVerified: boolean;
  name?: string;
  [claim: string]: unknown;
}

/**
 * Who signs in, by the claims of the ID token, which is verified apart from this. Where these hold no address, the
 * provider is asked for it at the place that its own document names; it is not followed to another.
 * @param discoveryUrl the document of the provider
 */
export async function readClaims(
  discoveryUrl: string,
  { idToken, accessToken }: { idToken?: string | undefined; accessToken?: string | undefined },
): Promise<Claims | null> {
  const said = toObject(decode(idToken));
  if (said?.sub !== undefined && said.email !== undefined) return toClaims(said);
  const place = toObject(await ask(discoveryUrl))?.userinfo_endpoint;
  if (typeof place !== 'string' || !accessToken) return null;
  const told = toObject(await ask(place, accessToken));
  return told ? toClaims(told) : null;
}

async function ask(url: string, accessToken?: string): Promise<unknown> {
  const answer = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
    headers: {
      accept: 'application/json',
      ...(accessToken ? { authorization: `Bearer ${accessToken}` } : {}),
    },
  });
  return answer.ok ? answer.json() : null;
}

function decode(idToken: string | undefined): unknown {
  const [, claims] = idToken?.split('.') ?? [];
  return claims ? JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) : null;
}

function toObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? { ...value } : null;
}

function toClaims({
  picture: _,
  sub,
  email,
  name,
  email_verified,
  ...others
}: Record<string, unknown>): Claims {
  return {
    ...others,
    ...(sub === undefined ? {} : { sub: String(sub) }),
    ...(typeof email === 'string' ? { email } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    emailVerified: email_verified === true || email_verified === 'true',
  };
}
