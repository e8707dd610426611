import type { BoundMapping, FileRow } from './bind-mapping.ts';
import type { DraftInput } from './incident-draft.ts';
import type { EventsSpec } from './mapping.ts';
import type { Moment } from './moments.ts';

/** A row of an event log whose time could be read. */
export interface EventRow extends FileRow {
  moment: Moment;
}

type StepInput = NonNullable<DraftInput['steps']>[number];

/** The rows of a case by time; ties by the mapping's order columns, then as they stand in the file. */
export function inCaseOrder(rows: readonly EventRow[], spec: EventsSpec, bound: BoundMapping): EventRow[] {
  const keyed = rows.map((row) => ({
    row,
    keys: [row.moment.at, ...spec.order.map((column) => Number(bound.valueOf(row, column) ?? Number.NaN))],
  }));
  return keyed.sort((one, other) => compareKeys(one.keys, other.keys)).map(({ row }) => row);
}

/**
 * The stays of a case, in order: rows after each other with the same level and team are one. A row that names
 * neither a level nor a team belongs to the stay before it.
 */
export function toSteps(rows: readonly EventRow[], spec: EventsSpec, bound: BoundMapping): StepInput[] {
  const steps: (StepInput & { level: string; team: string | null; agent: string | null })[] = [];
  for (const row of rows) {
    const level = levelOf(row, spec, bound);
    const team = spec.team ? bound.valueOf(row, spec.team) : null;
    const agent = spec.agent ? bound.valueOf(row, spec.agent) : null;
    const current = steps.at(-1);
    const isNamed = level !== 'unknown' || team !== null;
    if (current && (!isNamed || (current.level === level && current.team === team))) {
      current.agent ??= agent;
    } else if (isNamed) {
      const note = spec.note ? bound.valueOf(row, spec.note) : null;
      steps.push({ level, moment: row.moment, team, agent, note });
    }
  }
  return steps;
}

/** The time of the last closing row, when nothing came after it; null while the case is open. */
export function closingOf(rows: readonly EventRow[], spec: EventsSpec, bound: BoundMapping): Moment | null {
  const last = rows.at(-1);
  if (!last || !spec.closing) return null;
  const word = bound.valueOf(last, spec.closing.column);
  return word !== null && spec.closing.values.includes(word) ? last.moment : null;
}

function levelOf(row: FileRow, { level: spec }: EventsSpec, bound: BoundMapping): string {
  const word = spec ? bound.valueOf(row, spec.column) : null;
  if (!spec || word === null) return 'unknown';
  const rule = spec.rules.find(
    ({ is, startsWith, endsWith }) =>
      (is === undefined || word === is) &&
      (startsWith === undefined || word.startsWith(startsWith)) &&
      (endsWith === undefined || word.endsWith(endsWith)),
  );
  return rule?.level ?? spec.otherwise ?? 'unknown';
}

/** A key that is not a number says nothing about the order. */
function compareKeys(one: readonly number[], other: readonly number[]): number {
  for (const [index, key] of one.entries()) {
    const difference = key - (other[index] ?? Number.NaN);
    if (difference) return difference;
  }
  return 0;
}
