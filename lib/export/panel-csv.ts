import type { TwinTable } from '../charts/chart-model.ts';
import { CSV_MARK, toAboutLines, toCsvText } from './csv-text.ts';

/** What made a file, so that it can be made again: one line each above the table. */
export interface MadeFrom {
  title: string;
  lines: readonly string[];
}

/**
 * The table of a panel as CSV text: UTF-8 with a byte order mark unless none is wanted, comma, CRLF; first the lines that say what made it,
 * each beginning with "# ", then the head and the rows with raw numbers (a share is 0 to 1), then the total. A text
 * that a spreadsheet would run as a formula gets a leading apostrophe; nothing known is an empty cell.
 */
export function panelCsv(
  table: TwinTable,
  { title, lines }: MadeFrom,
  { mark = true }: { mark?: boolean } = {},
): string {
  const head = table.columns.map(({ label }) => label);
  const rows = table.rows.map(({ cells }) => cells);
  const records = toCsvText([head, ...rows, ...(table.total ? [table.total] : [])]);
  return (mark ? CSV_MARK : '') + toAboutLines([title, ...lines]) + records;
}
