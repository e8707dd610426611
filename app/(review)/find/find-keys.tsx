'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { useKey } from '@/app/(review)/keys/bound-keys.ts';
import { holdKeys, takeHeld } from './held-keys.ts';

const Palette = lazy(() => import('./palette.tsx'));
const KeyHelp = lazy(() => import('./key-help.tsx'));

/** What floats over every page when its key is pressed. Its code is fetched then. */
export function FindKeys({ account }: { account: string }) {
  const [shown, setShown] = useState<'palette' | 'help' | null>(null);
  const close = () => {
    takeHeld();
    setShown(null);
  };
  const find = () => {
    // Whoever presses the key types on at once, before there is a field.
    holdKeys(close);
    setShown('palette');
  };
  useKey('find', find);
  useKey('findAnywhere', find);
  useKey('help', () => setShown('help'));
  useEffect(() => () => void takeHeld(), []);
  return (
    <Suspense>
      {shown === 'palette' ? <Palette account={account} onClose={close} /> : null}
      {shown === 'help' ? <KeyHelp onClose={close} /> : null}
    </Suspense>
  );
}
