'use client';

import { useKey } from '@/app/(review)/keys/bound-keys.ts';

/** `j` and `k` walk through the rows of the list by focusing their links, and `/` goes to the search. */
export function ListKeys() {
  useKey('nextRow', () => walk(1));
  useKey('previousRow', () => walk(-1));
  useKey('openRow', null);
  useKey('searchList', () =>
    document.querySelector<HTMLInputElement>('input[type=search][name=q]')?.select(),
  );
  return null;
}

function walk(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('a[data-row]')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? links[0] : links[at + by];
  if (!next) return;
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}
