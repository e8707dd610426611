import 'server-only';
import { readTheme, THEME_COOKIE } from '@/app/_ui/frame/theme.ts';
import type { Problem } from '@/lib/errors.ts';
import type { QuotaKind } from '@/lib/http/quotas.ts';
import { type Refusal, refusalPage, wantsPage } from '@/lib/http/refusal-page.ts';

interface Refused extends Refusal {
  status: number;
  /** What is wrong at which field; for `invalid` only. */
  problems?: readonly Problem[];
}

/** A refusal as its reader takes it: a page where a browser went to the address, JSON for programs and scripts. */
export function refuse(
  request: Request,
  { code, status, message, problems, id }: Refused,
  headers: Record<string, string> = {},
  quota: QuotaKind | null = null,
): Response {
  if (!wantsPage(request.headers)) {
    const error = { code, message, ...(code === 'invalid' ? { problems } : {}), ...(id ? { id } : {}) };
    return Response.json({ error }, { status, headers });
  }
  const page = refusalPage(
    { code, message: code === 'unauthorized' ? '' : message, id },
    { quota, again: againOf(request), back: backOf(request), theme: themeOf(request) },
  );
  return new Response(page, { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } });
}

/** What was sent along cannot be sent again by a link. */
function againOf({ method, url }: Request): string | null {
  const { pathname, search } = new URL(url);
  return method === 'GET' ? pathname + search : null;
}

/** The page of ours that the browser came from. */
function backOf({ url, headers }: Request): string {
  const from = headers.get('referer');
  const came = from !== null && URL.canParse(from) ? new URL(from) : null;
  const isOurs = came?.host === headers.get('host') && came?.pathname !== new URL(url).pathname;
  return came && isOurs ? came.pathname + came.search : '/';
}

function themeOf({ headers }: Request) {
  const named = new RegExp(`(?:^|;\\s*)${THEME_COOKIE}=(\\w+)`).exec(headers.get('cookie') ?? '');
  return readTheme(named?.[1]);
}
