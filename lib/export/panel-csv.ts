import type { TwinTable } from '../charts/chart-model.ts';
import { CSV_MARK, toCsvText } from './csv-text.ts';

/** What made a file, so that it can be made again: one line each above the table. */
export interface MadeFrom {
  title: string;
  lines: readonly string[];
}

/**
 * The table of a panel as CSV text: UTF-8 with a byte order mark, comma, CRLF; first the lines that say what made it,
 * each beginning with "# ", then the head and the rows with raw numbers (a share is 0 to 1), then the total. A text
 * that a spreadsheet would run as a formula gets a leading apostrophe; nothing known is an empty cell.
 */
export function panelCsv(table: TwinTable, { title, lines }: MadeFrom): string {
  const about = [title, ...lines].map((line) => `# ${withoutSeparators(line)}\r\n`);
  const head = table.columns.map(({ label }) => label);
  const rows = table.rows.map(({ cells }) => cells);
  const records = toCsvText([head, ...rows, ...(table.total ? [table.total] : [])]);
  return CSV_MARK + about.join('') + records;
}

/** A line that stays one cell in every spreadsheet without quotes, which would hide its "#" from readers. */
function withoutSeparators(line: string): string {
  return line
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/\s*[,;\t]\s*/g, ' · ')
    .replace(/["\r\n]+/g, ' ');
}
