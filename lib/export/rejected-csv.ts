import { CSV_MARK, type CsvCell, toCsvText } from './csv-text.ts';

/** A row that an import rejected: the fields as they came (null where it could not be told apart) and why. */
export interface RejectedRow {
  line: number;
  message: string;
  fields: readonly (readonly [name: string, value: string | null])[] | null;
}

/** Two columns of our own stand last, so that the file can be mended and imported again as it is. */
const OWN_COLUMNS = ['Lookback line', 'Lookback reason'];

/**
 * Rejected rows as a CSV file in pieces, UTF-8. The columns are those of the first row that has fields; what a later
 * row has beyond them stands in unnamed cells after the reason, so that nothing is lost.
 */
export class RejectedCsv {
  #columns: readonly string[] | null = null;
  readonly #encoder = new TextEncoder();

  encode(rows: readonly RejectedRow[]): Uint8Array {
    const isFirst = this.#columns === null;
    const columns = this.#columns ?? columnsOf(rows);
    this.#columns = columns;
    const head = isFirst ? CSV_MARK + toCsvText([[...columns, ...OWN_COLUMNS]]) : '';
    return this.#encoder.encode(head + toCsvText(rows.map((row) => toLine(row, columns))));
  }
}

function toLine({ line, message, fields }: RejectedRow, columns: readonly string[]): CsvCell[] {
  const values = new Map(fields ?? []);
  const beyond = (fields ?? []).filter(([name]) => !columns.includes(name)).map(([, value]) => value);
  return [...columns.map((name) => values.get(name) ?? null), line, message, ...beyond];
}

function columnsOf(rows: readonly RejectedRow[]): string[] {
  return rows.find(({ fields }) => fields !== null)?.fields?.map(([name]) => name) ?? [];
}
