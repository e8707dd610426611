'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { Density } from '@/lib/preferences/list-preferences.ts';

/** Up to so many rows are all drawn. */
const ALL_DRAWN = 100;
const HEIGHTS: Record<Density, number> = { comfortable: 33, compact: 27 };
/** What is drawn before the browser has said how large its window is, on the server too. */
const FIRST_WINDOW = { width: 1440, height: 1200 };

/** The rows of a table that are near what is seen, and the room that the others take. */
export interface WindowOfRows {
  places: readonly number[];
  above: number;
  below: number;
  measure: (element: HTMLElement | null) => void;
  /** Brings a row into what is drawn and seen. */
  reveal: (place: number) => void;
}

/** Draws of long pages only what is near; of short ones, and on paper, all. */
export function useWindowOfRows(
  table: RefObject<HTMLTableElement | null>,
  count: number,
  density: Density,
): WindowOfRows {
  const isOnPaper = useIsOnPaper();
  const [top, setTop] = useState(0);
  const isCut = count > ALL_DRAWN && !isOnPaper;
  const rows = useWindowVirtualizer<HTMLElement>({
    count,
    estimateSize: () => HEIGHTS[density],
    overscan: 20,
    scrollMargin: top,
    enabled: isCut,
    initialRect: FIRST_WINDOW,
    initialOffset: 0,
  });
  useLayoutEffect(() => {
    const box = table.current?.tBodies[0]?.getBoundingClientRect();
    if (box) setTop(box.top + window.scrollY);
  }, [table]);
  if (!isCut) {
    return {
      places: Array.from({ length: count }, (_, place) => place),
      above: 0,
      below: 0,
      measure: NOTHING,
      reveal: NOTHING,
    };
  }
  const items = rows.getVirtualItems();
  return {
    places: items.map(({ index }) => index),
    above: (items[0]?.start ?? top) - top,
    below: rows.getTotalSize() - ((items.at(-1)?.end ?? top) - top),
    measure: rows.measureElement,
    reveal: (place) => rows.scrollToIndex(place),
  };
}

const NOTHING = () => {};

function useIsOnPaper(): boolean {
  const [isOnPaper, setOnPaper] = useState(false);
  useEffect(() => {
    const paper = window.matchMedia('print');
    const follow = () => setOnPaper(paper.matches);
    paper.addEventListener('change', follow);
    return () => paper.removeEventListener('change', follow);
  }, []);
  return isOnPaper;
}
