'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const ASK_AGAIN_MS = 2000;

/** Makes the page anew every two seconds while something on it is still being made. */
export function RefreshUntil({ isDone }: { isDone: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (isDone) return;
    const timer = setInterval(() => router.refresh(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isDone, router]);
  return null;
}
