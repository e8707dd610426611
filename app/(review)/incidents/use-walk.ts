'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useKey } from '@/app/(review)/keys/bound-keys.ts';
import { type Around, type Walk, walkOn } from '@/lib/keys/walk-on.ts';

/**
 * Goes through the list, by `j` and `k` too, from what was asked for last: each press counts, however fast they come.
 * Answers with the way to go on by some steps.
 */
export function useWalk(around: Around, hrefOf: (number: number) => string): (steps: number) => void {
  const router = useRouter();
  const { shown } = around;
  const walk = useRef<Walk>({ asked: shown, owed: 0 });
  /** What was asked for on the way, and may still come to be shown. */
  const onTheWay = useRef(new Set<number>());
  const go = (steps: number) => {
    const { asked: before } = walk.current;
    walk.current = walkOn(walk.current, steps, around);
    const { asked } = walk.current;
    if (asked === before) return;
    onTheWay.current.add(asked);
    router.replace(hrefOf(asked), { scroll: false });
  };
  useKey('nextIncident', () => go(1));
  useKey('previousIncident', () => go(-1));
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    // What is shown without having been asked for was opened in another way: the walk begins anew.
    if (!onTheWay.current.delete(shown)) walk.current = { asked: shown, owed: 0 };
    if (shown !== walk.current.asked) return;
    onTheWay.current.clear();
    if (walk.current.owed !== 0) latest.current(0);
  }, [shown]);
  return go;
}
