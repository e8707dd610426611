import { anyOf, type BoundMapping, type FileRow, toKey } from './bind-mapping.ts';
import type { TermSpec, WordsSpec } from './mapping.ts';

/** A word that no rule of the mapping knows: the value stays unknown, the row keeps the word. */
export interface UnmappedWord {
  /** Which vocabulary has no id for it. */
  vocabulary: string;
  /** What the file calls the column. */
  field: string;
  word: string;
  line: number;
}

/**
 * Reads a vocabulary's id from rows. Of several rows the last one that says something counts. Where no rule knows
 * the word, the mapping's `otherwise` stands, or nothing.
 */
export function readTerm(
  rows: readonly FileRow[],
  vocabulary: string,
  spec: TermSpec,
  bound: BoundMapping,
): { id: string | undefined; unmapped: UnmappedWord | null } {
  let unmapped: UnmappedWord | null = null;
  for (const rule of spec.from) {
    const said = lastSaid(rows, rule.column, bound);
    if (!said) continue;
    const id = idsOf(rule.values).get(toKey(said.word));
    if (id !== undefined) return { id, unmapped: null };
    unmapped = { vocabulary, field: bound.nameOf(rule.column), word: said.word, line: said.line };
  }
  return { id: spec.otherwise, unmapped: spec.otherwise === undefined ? unmapped : null };
}

/** The words of a field: the first column that says something, or all of them joined where the mapping says so. */
export function readWords(rows: readonly FileRow[], spec: WordsSpec, bound: BoundMapping): string | null {
  const isSkipped = skipOf(spec);
  const said = spec.columns.flatMap((column) => {
    const word = lastSaid(rows, column, bound)?.word;
    return word === undefined || isSkipped(word) ? [] : [word];
  });
  if (said.length === 0) return null;
  return spec.join === undefined ? (said[0] ?? null) : said.join(spec.join);
}

/** The last row's word in a column, among those that have one. */
export function lastSaid(
  rows: readonly FileRow[],
  column: string,
  bound: BoundMapping,
): { word: string; line: number } | null {
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index];
    const word = row && bound.valueOf(row, column);
    if (row && word) return { word, line: row.line };
  }
  return null;
}

const prepared = new WeakMap<Record<string, string>, Map<string, string>>();

function idsOf(values: Record<string, string>): Map<string, string> {
  const known = prepared.get(values);
  if (known) return known;
  const ids = new Map(Object.entries(values).map(([word, id]) => [toKey(word), id]));
  prepared.set(values, ids);
  return ids;
}

const skips = new WeakMap<WordsSpec, (word: string) => boolean>();

function skipOf(spec: WordsSpec): (word: string) => boolean {
  const known = skips.get(spec);
  if (known) return known;
  const isSkipped = anyOf(spec.skip);
  skips.set(spec, isSkipped);
  return isSkipped;
}
