export type CsvCell = string | number | null;

/** Marks the text as UTF-8 for spreadsheet programs; it stands once, before the first line. */
export const CSV_MARK = '\ufeff';

/**
 * Rows as lines of a CSV file (RFC 4180, lines end in CR LF). Text that a spreadsheet program would run as a formula
 * gets an apostrophe before it, also where it begins inside a cell; numbers stay numbers; null is an empty cell. Our
 * own rather than a library's, of which a million narratives took most of the time.
 */
export function toCsvText(rows: readonly (readonly CsvCell[])[]): string {
  let text = '';
  for (const row of rows) {
    for (let at = 0; at < row.length; at += 1) {
      if (at > 0) text += ',';
      const cell = row[at];
      if (typeof cell === 'string') text += PLAIN.test(cell) ? cell : toCell(cell);
      else if (typeof cell === 'number') text += cell;
    }
    text += '\r\n';
  }
  return text;
}

/** The lines above a table that say what made it, each beginning with "# ". */
export function toAboutLines(lines: readonly string[]): string {
  return lines.map((line) => `# ${withoutSeparators(line)}\r\n`).join('');
}

/** A line that stays one cell in every spreadsheet without quotes, which would hide its "#" from readers. */
function withoutSeparators(line: string): string {
  return line
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/\s*[,;\t]\s*/g, ' · ')
    .replace(/["\r\n]+/g, ' ');
}

/** Most cells: nothing in them is to be quoted, and nothing begins a formula. */
const PLAIN = /^(?:[\p{L}\p{N}][^",\r\n\t;]*)?$/u;
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
/**
 * In half of the world spreadsheet programs split a CSV file at semicolons: then quotes do not protect a cell, and what
 * follows a semicolon, a tab or a line break inside of it is the beginning of another one.
 */
const INNER_FORMULA = /(?=[=+\-@\uff1d\uff0b\uff0d\uff20])(?<=[;\t\r\n]"*)/g;
const CAN_HOLD_ANOTHER = /[;\t\r\n]/;

function toCell(text: string): string {
  const inside = CAN_HOLD_ANOTHER.test(text) ? text.replace(INNER_FORMULA, "'") : text;
  const safe = FORMULA.test(inside) ? `'${inside}` : inside;
  // A single CR or LF would be taken for the end of the row, too.
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
