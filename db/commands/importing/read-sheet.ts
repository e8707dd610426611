import type { Problem } from '@/lib/errors.ts';
import { foldRows } from '@/lib/intake/fold-rows.ts';
import type { SheetRow } from '@/lib/intake/sheet.ts';
import { type ProblemRow, rejectRow, toMerged } from './import-problems.ts';

/** How the rows of a table are understood. */
export interface SheetReading<Column extends string, Entry> {
  read: (said: SheetRow<Column>['said']) => Entry | Problem[];
  /** What an entry is known by: one of each goes in. */
  keyOf: (entry: Entry) => string;
  /** What is said of rows with one key that disagree; the lines are those of the others. */
  disputed: (lines: string) => string;
}

/** What is to go in, each key once, and what became of every other row. */
export interface ReadSheet<Entry> {
  entries: Entry[];
  merged: number;
  rejected: number;
  problems: ProblemRow[];
}

/** Reads the rows of a table. */
export function readSheet<Column extends string, Entry extends object>(
  rows: readonly SheetRow<Column>[],
  { read, keyOf, disputed: describe }: SheetReading<Column, Entry>,
): ReadSheet<Entry> {
  const rejected: ProblemRow[] = [];
  const sound = rows.flatMap((row) => {
    const entry = row.problem ? [{ field: null, message: row.problem }] : read(row.said);
    if (!Array.isArray(entry)) return [{ line: row.line, key: keyOf(entry), entry, row }];
    rejected.push(rejectRow(row, entry));
    return [];
  });
  const { kept, merged, disputed } = foldRows<Entry, (typeof sound)[number]>(sound);
  for (const { row, lines } of disputed) {
    rejected.push(rejectRow(row.row, [{ field: null, message: describe(lines.join(', ')) }]));
  }
  return {
    entries: kept.map(({ entry }) => entry),
    merged: merged.length,
    rejected: rejected.length,
    problems: [
      ...rejected.toSorted((one, other) => one.line - other.line),
      ...merged.map(({ row, into }) => toMerged(row.line, `repeats line ${into} word by word`)),
    ],
  };
}
