import type { BoundMapping, FileRow } from './bind-mapping.ts';
import { digestRow } from './incident-id.ts';

/** Why a row, or a part of it, does not go in: the line of the file and what the file calls the column. */
export interface RowProblem {
  line: number;
  field: string | null;
  message: string;
}

/** What is wrong with a row's cells before they are read for their meaning; empty when nothing is. */
export function checkCells(row: FileRow, header: readonly string[], encoding: string): RowProblem[] {
  const at = (field: string | null, message: string) => [{ line: row.line, field, message }];
  if (row.cells.length !== header.length) {
    return at(null, `has ${row.cells.length} cells where the header has ${header.length}`);
  }
  return row.cells.flatMap((cell, index) => {
    const field = header[index] ?? null;
    if (cell.includes('\0')) return at(field, 'contains the character U+0000');
    if (cell.includes('\uFFFD') && !isSound(encoding)) return at(field, `cannot be read as ${encoding}`);
    return [];
  });
}

/** The id under which a row is counted: the source's own, or a digest of what the row says. */
export function externalIdOf(row: FileRow, bound: BoundMapping): { id: string } | { problem: RowProblem } {
  const { column, otherwise } = bound.mapping.externalId;
  if (column === undefined || (otherwise === 'digest' && !bound.has(column))) {
    return { id: digestRow(bound.header, row.cells) };
  }
  const id = bound.valueOf(row, column);
  if (id !== null) return { id };
  return {
    problem: { line: row.line, field: bound.nameOf(column), message: 'is empty, but it names the record' },
  };
}

/** Text that was UTF-8 throughout may hold U+FFFD of its own; elsewhere it marks what could not be read. */
const isSound = (encoding: string) => encoding === 'UTF-8';
