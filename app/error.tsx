'use client';

import { Failure } from '@/app/_ui/frame/failure.tsx';
import style from '@/app/_ui/frame/states.module.css';

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className={style.page}>
      <h1>This page could not be shown</h1>
      <Failure
        happened="Something failed while the page was being made"
        kept="Nothing was changed; the address still holds your filters and period."
        error={error}
        onRetry={retry}
      />
    </main>
  );
}
