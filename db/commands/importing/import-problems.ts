import type { importProblem } from '@/db/schema/imports.ts';
import type { ReadGroup } from '@/lib/intake/read-group.ts';
import type { UnmappedWord } from '@/lib/intake/read-terms.ts';
import type { SheetRow } from '@/lib/intake/sheet.ts';
import type { SpooledRow } from './spool-rows.ts';

export type ProblemKind = 'rejected' | 'merged' | 'kept' | 'noted';
export type ProblemRow = Omit<
  typeof importProblem.$inferInsert,
  'importRunId' | 'seq' | 'row' | 'sealedRow' | 'redactedWith'
> & {
  kind: ProblemKind;
  row: [name: string, cell: string][] | null;
};

/** A row that does not go in, with all its reasons and as it came, so that it can be mended. */
export function toRejected(
  {
    row,
    problems,
  }: { row: Pick<SpooledRow, 'line' | 'cells'>; problems: ReadGroup['rejected'][number]['problems'] },
  header: readonly string[],
): ProblemRow {
  const reasons = problems.map(({ field, message }) => (field ? `${field} ${message}` : message));
  return {
    line: row.line,
    kind: 'rejected',
    field: problems[0]?.field ?? null,
    message: storable(reasons.join('; ')),
    row: row.cells.length === 0 ? null : namedCells(row.cells, header),
  };
}

/** A row of a small table that does not go in. */
export function rejectRow(
  { line, fields }: Pick<SheetRow<string>, 'line' | 'fields'>,
  problems: readonly { field: string | null; message: string }[],
): ProblemRow {
  const header = fields.map(([name]) => name);
  return toRejected(
    {
      row: { line, cells: fields.map(([, cell]) => cell) },
      problems: problems.map((one) => ({ line, ...one })),
    },
    header,
  );
}

export function toMerged(line: number, message: string): ProblemRow {
  return { line, kind: 'merged', field: null, message, row: null };
}

export function toKept(line: number, fields: readonly string[]): ProblemRow {
  const message = `set by a person and kept: ${fields.join(', ')}`;
  return { line, kind: 'kept', field: fields[0] ?? null, message, row: null };
}

/** Something about the whole file that a person should know. */
export function toNote(line: number, field: string | null, message: string): ProblemRow {
  return { line, kind: 'noted', field, message: storable(message), row: null };
}

/** Words that no rule of a mapping knows, counted over the whole file. */
export class UnmappedWords {
  readonly #seen = new Map<string, UnmappedWord & { count: number }>();

  add(words: ReadGroup['unmapped']): void {
    for (const unmapped of words) {
      const { vocabulary, field, word, line } = unmapped;
      const key = `${vocabulary}\u001f${field}\u001f${word}`;
      const seen = this.#seen.get(key);
      if (seen) {
        seen.count++;
        seen.line = Math.min(seen.line, line);
      } else if (this.#seen.size < MOST_WORDS) {
        this.#seen.set(key, { ...unmapped, count: 1 });
      }
    }
  }

  toProblems(): ProblemRow[] {
    return [...this.#seen.values()].map(({ vocabulary, field, word, line, count }) => {
      const times = count === 1 ? '1 incident' : `${count} incidents, first on this line`;
      const name = VOCABULARY_NAMES[vocabulary] ?? vocabulary;
      return toNote(line, field, `"${word}" has no ${name} in the mapping: left unknown in ${times}`);
    });
  }
}

const VOCABULARY_NAMES: Record<string, string> = {
  journeyStage: 'journey stage',
  customerState: 'customer state',
};

const MOST_WORDS = 1000;
const MOST_CELLS = 200;

/** Pairs: the record would not keep the order of an object's columns. */
function namedCells(cells: readonly string[], header: readonly string[]): [name: string, cell: string][] {
  return cells
    .slice(0, MOST_CELLS)
    .map((cell, index) => [storable(header[index] ?? `cell ${index + 1}`), storable(cell)]);
}

/** PostgreSQL holds no U+0000; its picture stands in for it. */
function storable(text: string): string {
  return text.replaceAll('\0', '\u2400');
}
