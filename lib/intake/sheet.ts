import { Invalid } from '../errors.ts';
import { MOST_COLUMNS, toKey } from './bind-mapping.ts';
import { checkCells, type RowProblem } from './check-row.ts';
import type { CsvRecord } from './csv-records.ts';

/** The columns of a small table by our own names: what they may be called in a file, and whether a file must have them. */
export type SheetColumns<Column extends string> = Readonly<
  Record<Column, { names: readonly string[]; required: boolean }>
>;

/** A row of such a table: each cell tidied, empty where the file has no such column. */
export interface SheetRow<Column extends string> {
  line: number;
  said: Readonly<Record<Column, string>>;
  /** The row as it came, so that it can be mended. */
  fields: readonly [name: string, cell: string][];
  /** Why it cannot be read at all; the cells are then empty. */
  problem: string | null;
}

/** What separates cells, the commonest first. Half of the world writes a semicolon, since its comma is for decimals. */
export const DELIMITERS = [',', ';', '\t'] as const;

/** The columns of a header that a file with these must have and lacks. */
export function missingColumns<Column extends string>(
  columns: SheetColumns<Column>,
  header: readonly string[],
): Column[] {
  return namesOf(columns).filter(
    (column) => columns[column].required && placeOf(header, columns[column].names) < 0,
  );
}

/**
 * Fits a file's header to the columns and answers with how its records are read.
 * @param encoding of the file, which says whether a character could not be read
 * @throws Invalid where columns are missing or named twice
 */
export function bindSheet<Column extends string>(
  columns: SheetColumns<Column>,
  header: readonly string[],
  encoding: string,
): (record: CsvRecord) => SheetRow<Column> {
  const missing = missingColumns(columns, header);
  if (header.length > MOST_COLUMNS) throw refusal(`it has more than ${MOST_COLUMNS} columns`);
  if (missing.length > 0) {
    throw refusal(
      `it lacks ${missing.map(quoted).join(', ')}. Columns that are there: ${header.map(quoted).join(', ')}`,
    );
  }
  const twice = namesOf(columns).find(
    (column) => header.filter((name) => columns[column].names.includes(toKey(name))).length > 1,
  );
  if (twice) throw refusal(`it has the column ${quoted(twice)} twice`);
  const places = namesOf(columns).map((column) => [column, placeOf(header, columns[column].names)] as const);
  return ({ line, cells, problem }) => ({
    line,
    said: Object.fromEntries(places.map(([column, place]) => [column, cells[place]?.trim() ?? ''])) as Record<
      Column,
      string
    >,
    fields: cells.map((cell, index) => [header[index] ?? `cell ${index + 1}`, cell]),
    problem: problem ?? describe(checkCells({ line, cells }, header, encoding)),
  });
}

function describe(problems: readonly RowProblem[]): string | null {
  const words = problems.map(({ field, message }) => (field ? `${field} ${message}` : message));
  return words.join('; ') || null;
}

function namesOf<Column extends string>(columns: SheetColumns<Column>): Column[] {
  return Object.keys(columns) as Column[];
}

function placeOf(header: readonly string[], names: readonly string[]): number {
  return header.findIndex((name) => names.includes(toKey(name)));
}

const quoted = (name: string) => `"${name.length > 60 ? `${name.slice(0, 60)}…` : name}"`;

const refusal = (reason: string) =>
  new Invalid([{ field: 'file', message: `This file cannot be read: ${reason}.` }]);
