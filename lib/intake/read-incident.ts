import type { BoundMapping, FileRow } from './bind-mapping.ts';
import { closingOf, type EventRow, inCaseOrder, toSteps } from './case-steps.ts';
import type { RowProblem } from './check-row.ts';
import { type DraftInput, type IncidentDraft, incidentDraft } from './incident-draft.ts';
import type { Moment } from './moments.ts';
import { isProblem, momentIn, readFields } from './read-fields.ts';
import type { UnmappedWord } from './read-terms.ts';

/** What a row or a case amounts to: an incident, or the reasons why not. */
export type ReadIncident =
  | { draft: IncidentDraft; unmapped: UnmappedWord[] }
  | { draft: null; problems: RowProblem[] };

/** Reads one row that is an incident by itself. */
export function readRow(row: FileRow, externalId: string, bound: BoundMapping): ReadIncident {
  return assemble([row], externalId, bound, null, {});
}

/** Reads the rows of one case of an event log. At least one row. */
export function readCase(rows: readonly EventRow[], externalId: string, bound: BoundMapping): ReadIncident {
  const spec = bound.mapping.events;
  if (!spec) throw new Error(`the mapping ${bound.mapping.id} reads no event log`);
  const ordered = inCaseOrder(rows, spec, bound);
  const steps = toSteps(ordered, spec, bound);
  const closed = closingOf(ordered, spec, bound);
  return assemble(ordered, externalId, bound, ordered[0]?.moment ?? null, {
    steps,
    team: steps.find((step) => step.team)?.team ?? null,
    agent: steps.find((step) => step.agent)?.agent ?? null,
    ...(spec.closing ? { closed, status: closed ? 'closed' : 'open' } : {}),
  });
}

function assemble(
  rows: readonly FileRow[],
  externalId: string,
  bound: BoundMapping,
  first: Moment | null,
  fromEvents: Partial<DraftInput>,
): ReadIncident {
  const { source, kind, times } = bound.mapping;
  const { fields, problems, unmapped } = readFields(rows, bound);
  const take = (column: string | undefined): Moment | null => {
    const read = momentIn(rows, column, bound);
    if (!isProblem(read)) return read;
    problems.push(read);
    return null;
  };
  const occurred = times.occurred.column ? take(times.occurred.column) : first;
  const reported = take(times.reported?.column);
  const closed = take(times.closed?.column);
  if (!occurred && problems.length === 0) problems.push(withoutTime(rows, bound));
  if (!occurred || problems.length > 0) return { draft: null, problems };
  const said = { ...fields, ...fromEvents };
  return check(rows, bound, unmapped, {
    ...said,
    source,
    kind,
    externalId,
    occurred: { ...occurred, basis: times.occurred.basis },
    reported,
    closed: said.closed ?? closed,
    status: said.status ?? statusOf(closed, times.closed?.column, bound),
  });
}

/** A source that has a closing time says of a case without one that it is open; one that has none says nothing. */
function statusOf(
  closed: Moment | null,
  column: string | undefined,
  bound: BoundMapping,
): DraftInput['status'] {
  if (closed) return 'closed';
  return column !== undefined && bound.has(column) ? 'open' : 'unknown';
}

function check(
  rows: readonly FileRow[],
  bound: BoundMapping,
  unmapped: UnmappedWord[],
  input: DraftInput,
): ReadIncident {
  const parsed = incidentDraft.safeParse(input);
  if (parsed.success) return { draft: parsed.data, unmapped };
  const line = rows.at(-1)?.line ?? 0;
  return {
    draft: null,
    problems: parsed.error.issues.map(({ path, message }) => ({
      line,
      field: columnOf(String(path[0]), bound),
      message,
    })),
  };
}

/** What the file calls the column that fills a field; the field itself where several do. */
function columnOf(field: string, { mapping, nameOf, has }: BoundMapping): string {
  const numbers: Partial<Record<string, { column: string }>> = mapping.numbers;
  const words: Partial<Record<string, { columns: string[] }>> = mapping.words;
  const column = numbers[field]?.column ?? words[field]?.columns.find(has);
  return column === undefined ? field : nameOf(column);
}

function withoutTime(rows: readonly FileRow[], bound: BoundMapping): RowProblem {
  const column = bound.mapping.times.occurred.column;
  const field = column === undefined ? null : bound.nameOf(column);
  return { line: rows[0]?.line ?? 0, field, message: 'is empty, but every incident has a time' };
}
