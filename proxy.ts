import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/env.ts';
import { isApiPath, isOpenPath } from '@/lib/http/open-paths.ts';
import { originProblem } from '@/lib/http/origin.ts';
import { refusalPage, wantsPage } from '@/lib/http/refusal-page.ts';
import { securityHeaders } from '@/lib/http/security-headers.ts';
import { isHttps, PATH_HEADER, sessionCookieName } from '@/lib/http/session-cookie.ts';

/** Before every page and route: the headers of every answer, and no way in without a session or a key. */
export function proxy(request: NextRequest): NextResponse {
  const policy = {
    nonce: Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64'),
    https: isHttps(env()),
    development: process.env.NODE_ENV === 'development',
  };
  const headers = securityHeaders(policy);
  const answer = refuse(request, policy.https) ?? passOn(request, headers);
  for (const [name, value] of headers) answer.headers.set(name, value);
  return answer;
}

// Uploads go by: what passes here is held in memory and cut off, without a word, at 10 MB. That route guards itself.
export const config = {
  matcher: '/((?!_next/static|_next/image|_next/webpack-hmr|__nextjs|api/import$).*)',
};

/** The rendering takes the nonce from the request's own copy of the policy. */
function passOn(request: NextRequest, headers: [string, string][]): NextResponse {
  const passed = new Headers(request.headers);
  for (const [name, value] of headers) if (name === 'content-security-policy') passed.set(name, value);
  passed.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers: passed } });
}

/** Only whether a session could be there is decided here; every page and route looks at it itself. */
function refuse(request: NextRequest, https: boolean): NextResponse | null {
  const path = request.nextUrl.pathname;
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const hasKey = isApiPath(path) && request.headers.has('authorization');
  const problem = isReading || hasKey ? null : originProblem(sourceOf(request), env());
  if (problem) return json(403, 'forbidden', problem);
  if (isOpenPath(path) || hasKey || request.cookies.has(sessionCookieName(https))) return null;
  if (isApiPath(path)) return wantsPage(request.headers) ? signedOut() : withoutKey();
  if (!isReading) return json(401, 'unauthorized', 'You are not signed in. Nothing was saved.');
  const signIn = new URL('/sign-in', request.nextUrl);
  if (path !== '/') signIn.searchParams.set('next', path + request.nextUrl.search);
  return NextResponse.redirect(signIn, 303);
}

function withoutKey(): NextResponse {
  return json(401, 'unauthorized', 'Send a key: "Authorization: Bearer KEY".');
}

/** A link to a file, followed after the session had ended. */
function signedOut(): NextResponse {
  const page = refusalPage(
    { code: 'unauthorized', message: '' },
    { quota: null, again: null, back: '/', theme: null },
  );
  return new NextResponse(page, { status: 401, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

function sourceOf({ headers }: NextRequest) {
  return {
    origin: headers.get('origin'),
    host: headers.get('host'),
    fetchSite: headers.get('sec-fetch-site'),
  };
}

function json(status: number, code: string, message: string): NextResponse {
  return NextResponse.json({ error: { code, message } }, { status });
}
