'use client';

import { Failure } from '@/app/_ui/frame/failure.tsx';
import { referenceOf } from '@/app/_ui/frame/reference.ts';
import style from '@/app/_ui/frame/states.module.css';
import { AWAY_PREFIX } from '@/lib/http/error-reference.ts';

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const isAway = referenceOf(error)?.startsWith(AWAY_PREFIX);
  return (
    <main className={style.page}>
      <h1>This page could not be shown</h1>
      <Failure
        happened={isAway ? 'The database does not answer' : 'Something failed while the page was being made'}
        kept="Nothing was changed; the address still holds your filters and period."
        error={error}
        onRetry={retry}
      />
    </main>
  );
}
