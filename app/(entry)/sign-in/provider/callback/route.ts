import { dropCookie, keepCookie } from '@/app/_server/session.ts';
import { accounts } from '@/db/accounts/accounts.ts';
import { finishSingleSignOn } from '@/db/accounts/single-sign-on.ts';
import { logDefect } from '@/db/reports/log.ts';
import { env } from '@/lib/env.ts';
import { publicAddress } from '@/lib/http/public-address.ts';
import { providerCookieName } from '@/lib/http/session-cookie.ts';
import { beginPath, safeNext } from '@/lib/sign-in/next-path.ts';
import { seeOther } from '../../see-other.ts';

/** Where the provider of identities sends people back to. The cookie of the way there decides whether it counts. */
export async function GET(request: Request): Promise<Response> {
  const { oidc } = env();
  if (!oidc) return seeOther('/sign-in');
  try {
    const known = await accounts();
    const provider = { oidc, url: publicAddress(env()) };
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const result = await finishSingleSignOn(known, provider, { query, headers: request.headers }, new Date());
    await dropCookie(providerCookieName(known.https), known.https);
    if (result.outcome !== 'signed_in')
      return seeOther(`/sign-in?problem=${result.outcome === 'refused' ? 'vouched' : 'provider'}`);
    await keepCookie(result.cookie);
    return seeOther(beginPath(safeNext(result.next)));
  } catch (error) {
    logDefect(error, { method: 'GET', path: '/sign-in/provider/callback' });
    return seeOther('/sign-in?problem=provider');
  }
}
