'use client';

import { useKey } from '@/app/(review)/keys/bound-keys.ts';
import type { Selection, TableRow } from './use-incident-table.ts';

interface ListKeysProps {
  rows: readonly TableRow[];
  selection: Selection;
  /** Brings a row into what is drawn. */
  reveal: (place: number) => void;
}

/** `j` and `k` walk through the rows of the list by focusing their links, on long pages as well. */
export function ListKeys({ rows, selection, reveal }: ListKeysProps) {
  const walk = (by: 1 | -1) => {
    const at = placeOf(document.activeElement);
    const to = at === null ? 0 : at + by;
    if (to < 0 || to >= rows.length) return;
    if (!linkAt(to)) reveal(to);
    focusSoon(to, 20);
  };
  useKey('nextRow', () => walk(1));
  useKey('previousRow', () => walk(-1));
  useKey('openRow', null);
  const isSelected = selection.isAll || selection.numbers.length > 0;
  return (
    <>
      {rows.some((row) => row.getCanSelect()) ? <SelectKey rows={rows} selection={selection} /> : null}
      {isSelected ? <LetGoKey clear={selection.clear} /> : null}
    </>
  );
}

/** Space selects the row that has the focus, and with Shift all from the last one on. */
function SelectKey({ rows, selection }: Pick<ListKeysProps, 'rows' | 'selection'>) {
  useKey('selectRow', (event) => {
    const focused = document.activeElement;
    const row = focused instanceof HTMLAnchorElement ? rows[placeOf(focused) ?? -1] : undefined;
    if (!row) return false;
    selection.toggle(row, { shiftKey: event?.shiftKey === true });
  });
  return null;
}

function LetGoKey({ clear }: Pick<Selection, 'clear'>) {
  useKey('letGo', clear);
  return null;
}

function placeOf(element: Element | null): number | null {
  const place = element?.closest<HTMLElement>('[data-index]')?.dataset.index;
  return place === undefined ? null : Number(place);
}

const linkAt = (place: number) => document.querySelector<HTMLElement>(`[data-index="${place}"] a[data-row]`);

/** A row that was far away is drawn some frames later. */
function focusSoon(place: number, frames: number): void {
  const link = linkAt(place);
  if (link) {
    link.focus();
    link.scrollIntoView({ block: 'nearest' });
  } else if (frames > 0) {
    requestAnimationFrame(() => focusSoon(place, frames - 1));
  }
}
