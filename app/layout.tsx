import '@fontsource-variable/ibm-plex-sans/wdth.css';
import '@/app/_ui/frame/tokens.css';
import '@/app/_ui/frame/base.css';
import '@/app/_ui/charts/marks.css';
import '@/app/_ui/frame/print.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { readTheme, THEME_COOKIE } from '@/app/_ui/frame/theme.ts';

export const metadata: Metadata = { title: { default: 'Lookback', template: '%s, Lookback' } };

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" data-theme={theme ?? undefined} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
