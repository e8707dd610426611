import type { BoundMapping, FileRow } from './bind-mapping.ts';
import type { RowProblem } from './check-row.ts';
import type { DraftInput } from './incident-draft.ts';
import { type Moment, readMoment } from './moments.ts';
import { lastSaid, readTerm, readWords, type UnmappedWord } from './read-terms.ts';

/** The fields that rows say, as a draft takes them, with what is wrong and what no rule knows. */
export interface ReadFields {
  fields: Partial<DraftInput>;
  problems: RowProblem[];
  unmapped: UnmappedWord[];
}

/** Reads every field of the mapping but times and steps. Of several rows, the last that says something counts. */
export function readFields(rows: readonly FileRow[], bound: BoundMapping): ReadFields {
  const { terms, words, numbers, flags } = bound.mapping;
  const fields: Record<string, unknown> = {};
  const problems: RowProblem[] = [];
  const unmapped: UnmappedWord[] = [];
  for (const [field, spec] of Object.entries(terms)) {
    const read = readTerm(rows, field, spec, bound);
    fields[field] = read.id;
    if (read.unmapped) unmapped.push(read.unmapped);
  }
  for (const [field, spec] of Object.entries(words)) fields[field] = readWords(rows, spec, bound);
  for (const [field, { column }] of Object.entries(numbers)) {
    const said = lastSaid(rows, column, bound);
    const number = said ? toNumber(said.word) : null;
    fields[field] = number;
    if (said && number === null) {
      problems.push({
        line: said.line,
        field: bound.nameOf(column),
        message: `"${said.word}" is not a number`,
      });
    }
  }
  for (const [field, { column, yes, no }] of Object.entries(flags)) {
    const word = lastSaid(rows, column, bound)?.word ?? '';
    fields[field] = yes.includes(word) ? true : no.includes(word) ? false : null;
  }
  return { fields, problems, unmapped };
}

/** The moment in a column, null where it says nothing, or the problem. */
export function momentIn(
  rows: readonly FileRow[],
  column: string | undefined,
  bound: BoundMapping,
): Moment | null | RowProblem {
  const said = column === undefined ? null : lastSaid(rows, column, bound);
  if (!said || column === undefined) return null;
  const read = readMoment(said.word, bound.reading);
  return typeof read === 'string' ? { line: said.line, field: bound.nameOf(column), message: read } : read;
}

export function isProblem(value: Moment | null | RowProblem): value is RowProblem {
  return value !== null && 'message' in value;
}

function toNumber(word: string): number | null {
  const number = Number(word);
  return Number.isFinite(number) ? number : null;
}
