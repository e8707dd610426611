'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { linkOf, type RowFocus } from './row-focus.ts';

/**
 * Keeps the row of the incident that is open beside the list in sight, and gives it the focus once that is closed.
 * @param reveal brings a row into what is drawn
 */
export function useFollowOpen(
  open: number | null,
  numbers: readonly number[],
  focus: RowFocus,
  reveal: RefObject<(place: number) => void>,
): void {
  const latest = useRef({ numbers, focus });
  useEffect(() => {
    latest.current = { numbers, focus };
  });
  const before = useRef<number | null>(null);
  useEffect(() => {
    const now = latest.current;
    const placeOf = (number: number | null) => (number === null ? -1 : now.numbers.indexOf(number));
    const closed = open === null ? placeOf(before.current) : -1;
    const shown = placeOf(open);
    before.current = open;
    if (closed >= 0) now.focus.focus(closed);
    if (open === null || shown < 0) return;
    const link = linkOf(open);
    if (link) link.scrollIntoView({ block: 'nearest' });
    else reveal.current(shown);
  }, [open, reveal]);
}
