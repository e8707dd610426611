'use client';

import '@fontsource-variable/ibm-plex-sans/wdth.css';
import '@/app/_ui/frame/tokens.css';
import '@/app/_ui/frame/base.css';
import PageError from './error.tsx';

/** Stands in for the root layout when that itself fails, so it brings its own document and styles. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Error, Lookback</title>
        <PageError {...props} />
      </body>
    </html>
  );
}
