'use client';

import { useKey } from '@/app/(review)/keys/bound-keys.ts';
import type { RowFocus } from './row-focus.ts';
import type { Selection, TableRow } from './use-incident-table.ts';

interface ListKeysProps {
  rows: readonly TableRow[];
  selection: Selection;
  focus: RowFocus;
}

/** `j` and `k` walk through the rows of the list by focusing their links, on long pages as well. */
export function ListKeys({ rows, selection, focus }: ListKeysProps) {
  const walk = (by: 1 | -1) => {
    const at = focus.place();
    const to = at === null ? 0 : at + by;
    // At an end the row that is there comes back into sight.
    focus.focus(Math.min(Math.max(to, 0), rows.length - 1));
  };
  useKey('nextRow', () => walk(1));
  useKey('previousRow', () => walk(-1));
  useKey('openRow', null);
  const isSelected = selection.isAll || selection.numbers.length > 0;
  return (
    <>
      {rows.some((row) => row.getCanSelect()) ? (
        <SelectKey rows={rows} selection={selection} focus={focus} />
      ) : null}
      {isSelected ? <LetGoKey clear={selection.clear} /> : null}
    </>
  );
}

/** Space selects the row that has the focus, and with Shift all from the last one on. */
function SelectKey({ rows, selection, focus }: ListKeysProps) {
  useKey('selectRow', (event) => {
    if (!(document.activeElement instanceof HTMLAnchorElement)) return false;
    const row = document.activeElement.dataset.row ? rows[focus.place() ?? -1] : undefined;
    if (!row) return false;
    selection.toggle(row, { shiftKey: event?.shiftKey === true });
  });
  return null;
}

function LetGoKey({ clear }: Pick<Selection, 'clear'>) {
  useKey('letGo', clear);
  return null;
}
