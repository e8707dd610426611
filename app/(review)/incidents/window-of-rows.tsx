'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { Density } from '@/lib/preferences/list-columns.ts';

const HEIGHTS: Record<Density, number> = { comfortable: 33, compact: 27 };
/** What is drawn before the browser has said how large its window is, on the server too. */
const FIRST_WINDOW = { width: 1440, height: 1200 };

interface WindowOfRowsProps {
  table: RefObject<HTMLTableElement | null>;
  count: number;
  density: Density;
  /** Is given what brings a row into what is drawn and seen. */
  reveal: RefObject<(place: number) => void>;
  row: (place: number, measure: (element: HTMLElement | null) => void) => ReactNode;
}

/** Draws of a long page only the rows that are near what is seen; on paper all. */
export default function WindowOfRows({ table, count, density, reveal, row }: WindowOfRowsProps) {
  const isOnPaper = useIsOnPaper();
  const [top, setTop] = useState(0);
  const rows = useWindowVirtualizer<HTMLElement>({
    count,
    estimateSize: () => HEIGHTS[density],
    overscan: 20,
    scrollMargin: top,
    enabled: !isOnPaper,
    initialRect: FIRST_WINDOW,
    initialOffset: 0,
  });
  // What stands above the table grows and shrinks; a table that is hidden stands nowhere.
  useLayoutEffect(() => {
    const box = table.current?.tBodies[0]?.getBoundingClientRect();
    if (box && box.width > 0) setTop(Math.round(box.top + window.scrollY));
  });
  useEffect(() => {
    reveal.current = (place) => rows.scrollToIndex(place);
    return () => {
      reveal.current = NOTHING;
    };
  }, [rows, reveal]);
  if (isOnPaper) return Array.from({ length: count }, (_, place) => row(place, NOTHING));
  const items = rows.getVirtualItems();
  return (
    <>
      <Space height={(items[0]?.start ?? top) - top} />
      {items.map(({ index }) => row(index, rows.measureElement))}
      <Space height={rows.getTotalSize() - ((items.at(-1)?.end ?? top) - top)} />
    </>
  );
}

const NOTHING = () => {};
const BARE = { padding: 0, border: 0 };

/** Stands for the rows that are too far away to be drawn. */
function Space({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr style={BARE}>
        <td style={{ ...BARE, height }} />
      </tr>
    </tbody>
  );
}

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
