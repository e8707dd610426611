import { cookies } from 'next/headers';
import { readTheme, THEME_COOKIE } from '@/app/_ui/frame/theme.ts';

const A_YEAR_SECONDS = 31_536_000;

/** Remembers light or dark for this browser; it says nothing about anybody, so it asks for no account. */
export async function POST(request: Request): Promise<Response> {
  const theme = readTheme(new URLSearchParams(await request.text()).get('theme') ?? undefined);
  if (!theme) return Response.json({ error: 'theme is light or dark' }, { status: 400 });
  (await cookies()).set(THEME_COOKIE, theme, {
    httpOnly: true,
    maxAge: A_YEAR_SECONDS,
    path: '/',
    sameSite: 'lax',
  });
  return new Response(null, { status: 204 });
}
