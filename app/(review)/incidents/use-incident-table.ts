'use client';

import {
  createColumnHelper,
  type Row,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { IncidentRow } from '@/lib/analysis/incident-row.ts';
import { LIST_COLUMNS } from '@/lib/preferences/list-columns.ts';
import { COLUMNS } from './incident-columns.tsx';
import type { TableModel } from './table-model.ts';

const features = tableFeatures({ rowSelectionFeature });
const helper = createColumnHelper<typeof features, IncidentRow>();
const COLUMN_DEFS = new Map(
  LIST_COLUMNS.map((id) => [id, helper.display({ id, cell: ({ row }) => COLUMNS[id].cell(row.original) })]),
);
const NONE: RowSelectionState = {};

export type TableRow = Row<typeof features, IncidentRow>;

/** Which incidents are selected, and how that changes. */
export interface Selection {
  /** Every incident of the list, whatever its page. */
  isAll: boolean;
  numbers: readonly number[];
  has(row: TableRow): boolean;
  /** With Shift, everything from the one that was toggled last. */
  toggle(row: TableRow, event: { shiftKey: boolean }): void;
  togglePage(): void;
  selectAll(): void;
  clear(): void;
}

/**
 * The rows of a page as the server ordered and cut it, with what is selected among them. That stays selected on other
 * pages of the same list.
 */
export function useIncidentTable({ rows, columns, mayExport }: TableModel): {
  rows: TableRow[];
  selection: Selection;
} {
  const [rowSelection, setRowSelection] = useState(NONE);
  const [isAll, setAll] = useState(false);
  const table = useTable({
    features,
    columns: useMemo(() => columns.flatMap((id) => COLUMN_DEFS.get(id) ?? []), [columns]),
    data: rows,
    getRowId: ({ number }) => String(number),
    enableRowSelection: mayExport,
    state: { rowSelection },
    onRowSelectionChange: setRowSelection,
  });
  const selection: Selection = {
    isAll,
    numbers: Object.keys(rowSelection).map(Number),
    has: (row) => isAll || row.getIsSelected(),
    toggle(row, { shiftKey }) {
      if (isAll) {
        // All but one is no selection that could be kept in hand: what is left is that of the page.
        setAll(false);
        setRowSelection(idsOf(rows.filter(({ number }) => number !== row.original.number)));
        return;
      }
      row.getToggleSelectedHandler()({ target: { checked: !row.getIsSelected() }, shiftKey });
    },
    togglePage() {
      setAll(false);
      if (isAll) setRowSelection(NONE);
      else table.toggleAllRowsSelected(!table.getIsAllRowsSelected());
    },
    selectAll: () => setAll(true),
    clear() {
      setAll(false);
      setRowSelection(NONE);
    },
  };
  return { rows: table.getRowModel().rows, selection };
}

const idsOf = (rows: readonly IncidentRow[]): RowSelectionState =>
  Object.fromEntries(rows.map(({ number }) => [String(number), true as const]));
