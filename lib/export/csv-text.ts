import { stringify } from 'csv-stringify/sync';

export type CsvCell = string | number | null;

/** Marks the text as UTF-8 for spreadsheet programs; it stands once, before the first line. */
export const CSV_MARK = '\ufeff';

/**
 * Rows as lines of a CSV file (RFC 4180, lines end in CR LF). Cells that a spreadsheet program would run as a formula
 * get an apostrophe before them; numbers stay numbers; null is an empty cell.
 */
export function toCsvText(rows: readonly (readonly CsvCell[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true, record_delimiter: 'windows' },
  );
}
