'use client';

import { useRouter } from 'next/navigation';
import { useKey } from '@/app/(review)/keys/bound-keys.ts';

/** Goes on to the next comparison by a key. */
export function ComparisonKey({ href }: { href: string }) {
  const router = useRouter();
  useKey('comparison', () => router.push(href, { scroll: false }));
  return null;
}
