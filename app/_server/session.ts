import 'server-only';
import { cookies, headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import { accounts } from '@/db/accounts/accounts.ts';
import { signOut as endSession, type SessionCookie } from '@/db/accounts/sign-in.ts';
import { type SignedIn, viewerOf } from '@/db/accounts/viewer.ts';
import { withReference } from '@/db/reports/log.ts';
import { may, type Right } from '@/lib/access.ts';
import { ADDRESS_HEADER, PATH_HEADER, sessionCookieName } from '@/lib/http/session-cookie.ts';
import { safeNext } from '@/lib/sign-in/next-path.ts';

/** Who looks at this page; asked once for each request, however often it is called. */
export const findViewer = cache(async (): Promise<SignedIn | null> => {
  const given = await headers();
  return viewerOf(given).catch((error) => {
    throw withReference(error);
  });
});

/**
 * Who looks at this page, or the way to the sign-in and back. Every page calls it, not only its layout: a layout is
 * not run again when one goes from page to page.
 */
export async function requireViewer(): Promise<SignedIn> {
  return (await findViewer()) ?? redirect(await signInPath());
}

/** Like `requireViewer`; somebody without the right is told that their role does not include the page. */
export async function requireRight(right: Right): Promise<SignedIn> {
  const viewer = await requireViewer();
  return may(viewer, right) ? viewer : forbidden();
}

/** Where a request came from, as the server itself knows it. */
export async function requestOrigin(): Promise<{ headers: Headers; address: string | null }> {
  const given = new Headers(await headers());
  return { headers: given, address: given.get(ADDRESS_HEADER) };
}

/** Gives the browser its session, or what stands between password and code. Only in an action or a route. */
export async function keepCookie({ name, value, ...attributes }: SessionCookie): Promise<void> {
  (await cookies()).set(name, value, attributes);
}

/** Ends the session, here and in the browser. Only in an action or a route. */
export async function dropSession(): Promise<void> {
  const known = await accounts();
  await endSession(known, new Headers(await headers()), new Date());
  await dropCookie(sessionCookieName(known.https), known.https);
}

/** Takes a cookie of ours from the browser. Only in an action or a route. */
export async function dropCookie(name: string, https: boolean): Promise<void> {
  (await cookies()).set(name, '', {
    secure: https,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: 0,
  });
}

async function signInPath(): Promise<string> {
  const next = safeNext((await headers()).get(PATH_HEADER));
  return next === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next })}`;
}
