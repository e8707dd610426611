import type { Result } from './result.ts';
import { type Table, toTables } from './tables.ts';

/** The tables of one size for the terminal. */
export function toText(result: Result): string {
  return toTables(result).map(alignTable).join('\n\n');
}

function alignTable({ title, head, rows }: Table): string {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const align = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [title, ...lines.map(align)].join('\n');
}
