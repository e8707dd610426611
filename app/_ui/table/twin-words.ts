import type { TwinTable } from '@/lib/charts/chart-model.ts';
import type { Narrowing } from '@/lib/filters/filters.ts';
import { cellWords, isFigure } from './cell-words.ts';

/** A table twin as people read it, with where its cells lead. */
export interface TwinWords {
  caption: string;
  columns: readonly { id: string; label: string; isFigure: boolean }[];
  rows: readonly TwinWordsRow[];
  total: readonly string[] | null;
}

/** A twin that was fetched after its page, with the version of the facts that it was counted from; null: the record itself. */
export interface FetchedTwin extends TwinWords {
  version: number | null;
}

export interface TwinWordsRow {
  words: readonly string[];
  /** Of each cell up to the last one that leads somewhere. */
  hrefs: readonly (string | null)[];
}

const TOO_FEW = 'too few';

/** The first cell of a row opens the incidents behind it, a cell of a heat map its own. */
export function toTwinWords(
  table: TwinTable,
  caption: string,
  hrefOf: (narrowing: Narrowing) => string | null,
): TwinWords {
  const columns = table.columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => !column.inFilesOnly);
  const { rows, total } = table;
  return {
    caption,
    columns: columns.map(({ column }) => ({
      id: column.id,
      label: column.label,
      isFigure: isFigure(column),
    })),
    rows: rows.map(({ cells, open, cellOpens, tooFew }) => ({
      words: columns.map(({ column, index }) =>
        tooFew?.includes(column.id) ? TOO_FEW : cellWords(cells[index] ?? null, column),
      ),
      hrefs: toOpens(columns, open, cellOpens).map((own) => own && hrefOf(own)),
    })),
    total:
      total &&
      columns.map(({ column, index }) => {
        const cell = total[index] ?? null;
        return cell === null ? '' : cellWords(cell, column);
      }),
  };
}

function toOpens(
  columns: readonly { index: number }[],
  open: Narrowing | null,
  cellOpens: readonly (Narrowing | null)[] | undefined,
): (Narrowing | null)[] {
  return cellOpens ? columns.map(({ index }) => cellOpens[index] ?? null) : [open];
}
