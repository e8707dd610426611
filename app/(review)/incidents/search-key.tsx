'use client';

import { useKey } from '@/app/(review)/keys/bound-keys.ts';

/** `/` goes to the search of the list. */
export function SearchKey() {
  useKey('searchList', () =>
    document.querySelector<HTMLInputElement>('input[type=search][name=q]')?.select(),
  );
  return null;
}
