import type { TwinTable } from '../../charts/chart-model.ts';
import { LIGHT } from '../../charts/light-values.ts';
import { type Desk, LOOKS, leading, type Struct } from './desk.ts';
import type { TextLook } from './pdf-type.ts';
import { GAP, type PaperColumn, paperTable } from './table-columns.ts';

const PAD = 2.25;
/** A cell that would fill pages of its own is cut; files of the panel have all of it. */
const MOST_LINES = 24;
/** The table of a panel over as many pages as it takes, its head repeated on each. */
export function drawTable(desk: Desk, parent: Struct, table: TwinTable): void {
  const look: TextLook = { ...LOOKS.smallInk, size: sizeFor(table) };
  const head: TextLook = { ...look, strong: true };
  const { columns, rows, total } = paperTable(table, desk.width, desk.type, look);
  const headLines = columns.map(({ label, width }) => desk.type.wrap(label, width, head));
  const headHeight = heightOf(headLines, head);

  const drawHead = (cell: DrawCell) => {
    drawRow(desk, columns, headLines, head, cell);
    desk.y += headHeight;
    desk.rule(desk.y, LIGHT['rule-2']);
  };
  const onNewPage = () => {
    desk.newPage();
    drawHead((draw) => desk.artifact(draw, 'Pagination'));
  };
  const drawLine = (group: Struct, words: readonly string[], of: TextLook) => {
    const lines = words.map((text, at) => cellLines(desk, text, columns[at]?.width ?? 0, of));
    const height = heightOf(lines, of);
    if (desk.y + height > desk.bottom) onNewPage();
    desk.group(group, 'TR', (row) => drawRow(desk, columns, lines, of, (draw) => desk.tag(row, 'TD', draw)));
    desk.y += height;
    desk.rule(desk.y);
  };

  desk.keep(headHeight + 3 * (leading(look) + 2 * PAD));
  desk.group(parent, 'Table', (group) => {
    desk.group(group, 'TR', (row) => drawHead((draw) => desk.tag(row, 'TH', draw, { scope: 'Column' })));
    for (const words of rows) drawLine(group, words, look);
    if (total) drawLine(group, total, head);
  });
}

/** The more columns there are, the smaller the letters. */
function sizeFor({ columns }: TwinTable): number {
  const count = columns.filter(({ inFilesOnly }) => !inFilesOnly).length;
  if (count <= 9) return LOOKS.smallInk.size;
  return count <= 14 ? 7.5 : 6.5;
}

type DrawCell = (draw: () => void) => void;

function cellLines(desk: Desk, text: string, width: number, look: TextLook): string[] {
  // More letters than these fill no cell, and to measure them all takes long.
  const lines = desk.type.wrap(text.slice(0, 4000), width, look);
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1]?.slice(0, -1) ?? ''}…`];
}

function heightOf(cells: readonly (readonly string[])[], look: TextLook): number {
  return Math.max(1, ...cells.map(({ length }) => length)) * leading(look) + 2 * PAD;
}

function drawRow(
  desk: Desk,
  columns: readonly PaperColumn[],
  cells: readonly (readonly string[])[],
  look: TextLook,
  cell: DrawCell,
): void {
  let x = desk.left;
  columns.forEach(({ width, isFigure }, at) => {
    const from = x;
    cell(() => {
      (cells[at] ?? []).forEach((line, index) => {
        const shift = isFigure ? width - desk.type.width(line, look) : 0;
        desk.type.line(line, from + shift, desk.y + PAD + look.size + index * leading(look), look);
      });
    });
    x += width + GAP;
  });
}
