import type { TwinColumn, TwinTable } from '../../charts/chart-model.ts';
import { formatCell, isFigure } from '../../charts/format.ts';
import type { PdfType, TextLook } from './pdf-type.ts';

/** A column of a table on paper. */
export interface PaperColumn {
  label: string;
  isFigure: boolean;
  width: number;
}

/** A table on paper: its columns, and its rows in words. */
export interface PaperTable {
  columns: readonly PaperColumn[];
  rows: readonly (readonly string[])[];
  total: readonly string[] | null;
}

const TOO_FEW = 'too few';
/** So many rows tell how wide a column has to be. */
const LOOKED_AT = 300;
export const GAP = 9;
const LEAST = 30;

/** The table of a panel in words, as its page shows it: without the columns that only files have. */
export function paperTable(
  { columns, rows, total }: TwinTable,
  width: number,
  type: PdfType,
  look: TextLook,
): PaperTable {
  const shown = columns.map((column, at) => ({ column, at })).filter(({ column }) => !column.inFilesOnly);
  const words = rows.map(({ cells, tooFew }) =>
    shown.map(({ column, at }) =>
      tooFew?.includes(column.id) ? TOO_FEW : inWords(cells[at] ?? null, column),
    ),
  );
  const sum =
    total && shown.map(({ column, at }) => (total[at] == null ? '' : formatCell(total[at], column.form)));
  const looked = [...words.slice(0, LOOKED_AT), ...(sum ? [sum] : [])];
  const natural = shown.map(({ column }, place) =>
    wanted(
      column,
      looked.map((row) => row[place] ?? ''),
      type,
      look,
    ),
  );
  const widths = share(natural, width - GAP * (shown.length - 1));
  return {
    columns: shown.map(({ column: { label, form } }, place) => ({
      label,
      isFigure: isFigure(form),
      width: widths[place] ?? LEAST,
    })),
    rows: words,
    total: sum,
  };
}

/** A day stays on one line, also where it stands among words. */
function inWords(cell: string | number | null, { form }: TwinColumn): string {
  const words = formatCell(cell, form);
  return isFigure(form) ? words : words.replace(DAY, (day) => day.replaceAll(' ', '\u00a0'));
}

const DAY = /\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b(?: \d{4}\b)?/g;

interface Wanted {
  /** With every cell on one line. */
  most: number;
  /** With no word broken. */
  least: number;
}

function wanted({ label }: TwinColumn, cells: readonly string[], type: PdfType, look: TextLook): Wanted {
  const widest = (texts: readonly string[], of: TextLook) =>
    texts.reduce((most, text) => Math.max(most, type.width(text.slice(0, 200), of)), 0);
  const strong = { ...look, strong: true };
  const wordsOf = (text: string) => text.slice(0, 400).split(/[ \n]/);
  const least = Math.max(widest(wordsOf(label), strong), widest([...new Set(cells.flatMap(wordsOf))], look));
  return {
    most: Math.max(widest([label], strong) * 0.6, least, widest(cells, look)) + 0.5,
    least: least + 0.5,
  };
}

/** Room for all: what each wants where there is enough, else at least no broken word, else in proportion. */
function share(columns: readonly Wanted[], width: number): number[] {
  const sum = (pick: (column: Wanted) => number) => columns.reduce((all, column) => all + pick(column), 0);
  const [most, least] = [sum((column) => column.most), sum((column) => column.least)];
  if (most <= width) {
    // The first column takes what is left, so that figures stand close to each other.
    const spare = (width - most) / (columns.length + 1);
    return columns.map((column, at) => column.most + spare * (at === 0 ? 2 : 1));
  }
  if (least >= width) return columns.map((column) => (column.least * width) / least);
  return fill(columns, width - least);
}

/** Those that lack little get all of it, so that few have lines of more than one; the others get the same each. */
function fill(columns: readonly Wanted[], spare: number): number[] {
  const widths = columns.map(({ least }) => least);
  const lacking = columns
    .map(({ most, least }, at) => ({ at, lack: most - least }))
    .sort((one, other) => one.lack - other.lack);
  let left = spare;
  lacking.forEach(({ at, lack }, index) => {
    const given = Math.min(lack, left / (lacking.length - index));
    widths[at] = (widths[at] ?? 0) + given;
    left -= given;
  });
  return widths;
}
