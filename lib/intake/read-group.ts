import type { BoundMapping, FileRow } from './bind-mapping.ts';
import type { EventRow } from './case-steps.ts';
import type { RowProblem } from './check-row.ts';
import type { IncidentDraft, SourceRow } from './incident-draft.ts';
import { digestRow } from './incident-id.ts';
import { isProblem, momentIn } from './read-fields.ts';
import { type ReadIncident, readCase, readRow } from './read-incident.ts';
import type { UnmappedWord } from './read-terms.ts';

/** All rows of a file that name one record: at most one incident, and where each other row went. */
export interface ReadGroup {
  incident: { draft: IncidentDraft; rows: SourceRow[] } | null;
  /** Rows beyond the one that counts. Those of an event log are ordinary and carry no message. */
  merged: { row: FileRow; message: string | null }[];
  rejected: { row: FileRow; problems: RowProblem[] }[];
  unmapped: UnmappedWord[];
}

/**
 * Reads the rows of one record, in the order of the file. Identical rows without an id are one incident, or as many
 * as there are, by the mapping's choice.
 */
export function readGroups(rows: readonly FileRow[], externalId: string, bound: BoundMapping): ReadGroup[] {
  const { events, externalId: id, identicalRows } = bound.mapping;
  if (events) return [readEvents(rows, externalId, bound)];
  const hasId = id.column !== undefined && bound.has(id.column);
  if (hasId || identicalRows === 'merge') return [readRecords(rows, externalId, bound)];
  return rows.map((row, index) =>
    readRecords([row], index === 0 ? externalId : `${externalId}-${index + 1}`, bound),
  );
}

/** Of several rows with one id the last that can be read counts; of identical ones the first. */
function readRecords(rows: readonly FileRow[], externalId: string, bound: BoundMapping): ReadGroup {
  const rejected: ReadGroup['rejected'] = [];
  const readable: { row: FileRow; read: ReadIncident & { draft: IncidentDraft } }[] = [];
  for (const row of rows) {
    const read = readRow(row, externalId, bound);
    if (read.draft) readable.push({ row, read });
    else rejected.push({ row, problems: read.problems });
  }
  const last = readable.at(-1);
  if (!last) return { incident: null, merged: [], rejected, unmapped: [] };
  const digest = (row: FileRow) => digestRow(bound.header, row.cells);
  const winner = readable.find(({ row }) => digest(row) === digest(last.row)) ?? last;
  const merged = readable
    .filter((candidate) => candidate !== winner)
    .map(({ row }) => ({
      row,
      message:
        digest(row) === digest(winner.row)
          ? `identical to line ${winner.row.line}, counted once`
          : `names the same record as line ${winner.row.line}, which stands further down and counts`,
    }));
  const incident = { draft: winner.read.draft, rows: [toSourceRow(winner.row, bound)] };
  return { incident, merged, rejected, unmapped: winner.read.unmapped };
}

function readEvents(rows: readonly FileRow[], externalId: string, bound: BoundMapping): ReadGroup {
  const rejected: ReadGroup['rejected'] = [];
  const events: EventRow[] = [];
  for (const row of rows) {
    const moment = momentIn([row], bound.mapping.events?.time, bound);
    if (moment !== null && !isProblem(moment)) events.push({ ...row, moment });
    else rejected.push({ row, problems: [moment ?? withoutTime(row, bound)] });
  }
  if (events.length === 0) return { incident: null, merged: [], rejected, unmapped: [] };
  const read = readCase(events, externalId, bound);
  if (!read.draft) {
    rejected.push(...events.map((row) => ({ row, problems: problemsOf(row, read.problems) })));
    return { incident: null, merged: [], rejected, unmapped: [] };
  }
  return {
    incident: { draft: read.draft, rows: events.map((row) => toSourceRow(row, bound)) },
    merged: events.slice(1).map((row) => ({ row, message: null })),
    rejected,
    unmapped: read.unmapped,
  };
}

/** A case goes in whole or not at all: rows without a problem of their own name the line that has it. */
function problemsOf(row: FileRow, problems: readonly RowProblem[]): RowProblem[] {
  const own = problems.filter(({ line }) => line === row.line);
  if (own.length > 0) return own;
  const message = `belongs to a case that line ${problems[0]?.line} keeps out`;
  return [{ line: row.line, field: null, message }];
}

function withoutTime({ line }: FileRow, bound: BoundMapping): RowProblem {
  const field = bound.nameOf(bound.mapping.events?.time ?? '');
  return { line, field, message: 'is empty, but every row of a case has a time' };
}

/** The row as it came, by the names of the file's columns. */
export function toSourceRow(row: FileRow, { header }: BoundMapping): SourceRow {
  const fields = header.map((name, index) => [name, row.cells[index] ?? ''] as const);
  return { line: row.line, fields: Object.fromEntries(fields) };
}
