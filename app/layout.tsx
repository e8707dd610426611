import '@fontsource-variable/ibm-plex-sans/wdth.css';
import '@/app/_ui/frame/tokens.css';
import '@/app/_ui/frame/base.css';
import '@/app/_ui/charts/marks.css';
import '@/app/_ui/frame/print.css';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { SHOW_WHAT_HAS_ARRIVED } from '@/app/_ui/frame/show-at-once.ts';
import { readTheme, THEME_COOKIE } from '@/app/_ui/frame/theme.ts';
import { nonceOf } from '@/lib/http/security-headers.ts';

export const metadata: Metadata = { title: { default: 'Lookback', template: '%s, Lookback' } };

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const nonce = nonceOf((await headers()).get('content-security-policy'));
  return (
    <html lang="en" data-theme={theme ?? undefined} suppressHydrationWarning>
      <head>
        <script nonce={nonce} suppressHydrationWarning>
          {SHOW_WHAT_HAS_ARRIVED}
        </script>
      </head>
      <body>{children}</body>
    </html>
  );
}
