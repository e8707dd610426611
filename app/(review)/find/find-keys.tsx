'use client';

import { lazy, Suspense, useState } from 'react';
import { useKey } from '@/app/(review)/keys/bound-keys.ts';

const Palette = lazy(() => import('./palette.tsx'));
const KeyHelp = lazy(() => import('./key-help.tsx'));

/** What floats over every page when its key is pressed. Its code is fetched then. */
export function FindKeys({ account }: { account: string }) {
  const [shown, setShown] = useState<'palette' | 'help' | null>(null);
  useKey('find', () => setShown('palette'));
  useKey('findAnywhere', () => setShown('palette'));
  useKey('help', () => setShown('help'));
  const close = () => setShown(null);
  return (
    <Suspense>
      {shown === 'palette' ? <Palette account={account} onClose={close} /> : null}
      {shown === 'help' ? <KeyHelp onClose={close} /> : null}
    </Suspense>
  );
}
