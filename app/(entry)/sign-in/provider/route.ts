import { keepCookie } from '@/app/_server/session.ts';
import { accounts } from '@/db/accounts/accounts.ts';
import { beginSingleSignOn } from '@/db/accounts/single-sign-on.ts';
import { logDefect } from '@/db/reports/log.ts';
import { env } from '@/lib/env.ts';
import { publicAddress } from '@/lib/http/public-address.ts';
import { safeNext } from '@/lib/sign-in/next-path.ts';
import { seeOther } from '../see-other.ts';

/**
 * Leads to the provider of identities. It changes nothing but a cookie of this browser, so that a link may lead here;
 * other sites may not, or they could sign somebody in unasked.
 */
export async function GET(request: Request): Promise<Response> {
  const { oidc } = env();
  const isOfOthers = request.headers.get('sec-fetch-site') === 'cross-site';
  if (!oidc || isOfOthers) return seeOther('/sign-in');
  const next = safeNext(new URL(request.url).searchParams.get('next'));
  try {
    const begun = await beginSingleSignOn(await accounts(), { oidc, url: publicAddress(env()) }, next);
    await keepCookie(begun.cookie);
    return seeOther(begun.location);
  } catch (error) {
    logDefect(error, { method: 'GET', path: '/sign-in/provider' });
    return seeOther('/sign-in?problem=provider');
  }
}
