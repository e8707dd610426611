import { stringify } from 'csv-stringify/sync';

export type CsvCell = string | number | null;

/** Marks the text as UTF-8 for spreadsheet programs; it stands once, before the first line. */
export const CSV_MARK = '\ufeff';

/**
 * Rows as lines of a CSV file (RFC 4180, lines end in CR LF). Text that a spreadsheet program would run as a formula
 * gets an apostrophe before it, also where it begins inside a cell; numbers stay numbers; null is an empty cell.
 */
export function toCsvText(rows: readonly (readonly CsvCell[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? withoutInnerFormulas(cell) : cell))),
    // By itself it quotes CR LF alone, and a reader would take a single CR or LF for the end of the row.
    { escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );
}

/**
 * In half of the world spreadsheet programs split a CSV file at semicolons: then quotes do not protect a cell, and what
 * follows a semicolon, a tab or a line break inside of it is the beginning of another one.
 */
function withoutInnerFormulas(text: string): string {
  return text.replace(/(?=[=+\-@\uff1d\uff0b\uff0d\uff20])(?<=[;\t\r\n]"*)/g, "'");
}
