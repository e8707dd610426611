import type { Problem } from '../errors.ts';
import { EVENT_KIND_LABELS, EVENT_KINDS } from '../taxonomy/event-kinds.ts';
import { type EventEntry, eventForm } from '../workspace/event-form.ts';
import { toKey } from './bind-mapping.ts';
import type { SheetColumns } from './sheet.ts';

export const EVENT_COLUMNS = {
  day: { names: ['day', 'date', 'first day'], required: true },
  label: { names: ['what happened', 'event', 'label'], required: true },
  kind: { names: ['kind'], required: false },
  lastDay: { names: ['last day'], required: false },
  teams: { names: ['teams', 'team'], required: false },
} as const satisfies SheetColumns<string>;

/** What stands between the teams of a cell. */
const BETWEEN = ';';

/**
 * What a row of a file says of an event, or everything that is wrong with it, each at its column: the same as the form
 * takes, with words for kinds and teams. A kind that is not given is other; without teams it concerns all.
 * @param teams their numbers by name, folded by `toKey`
 */
export function readEvent(
  said: Readonly<Record<keyof typeof EVENT_COLUMNS, string>>,
  teams: ReadonlyMap<string, number>,
): EventEntry | Problem[] {
  const named = said.teams.split(BETWEEN).filter((name) => name.trim() !== '');
  const unknown = named.filter((name) => !teams.has(toKey(name)));
  const read = eventForm.safeParse({
    label: said.label,
    kind: said.kind === '' ? 'other' : kindOf(said.kind),
    day: said.day,
    lastDay: said.lastDay,
    teams: named.flatMap((name) => teams.get(toKey(name)) ?? []).map(String),
  });
  const problems = [
    ...(read.error?.issues ?? []).map(({ path, message }) => toProblem(path.join('.'), message)),
    ...unknown.map((name) => ({ field: 'teams', message: `names "${name.trim()}", which is no team` })),
  ];
  return read.success && problems.length === 0 ? read.data : firstOfEach(problems);
}

function kindOf(text: string): string {
  const key = toKey(text);
  return EVENT_KINDS.find((kind) => kind === key || toKey(EVENT_KIND_LABELS[kind]) === key) ?? text;
}

function toProblem(field: string, message: string): Problem {
  if (field === 'kind') return { field, message: `is none of ${EVENT_KINDS.join(', ')}` };
  return { field, message: `cannot be taken: ${message.charAt(0).toLowerCase()}${message.slice(1)}` };
}

function firstOfEach(problems: readonly Problem[]): Problem[] {
  return problems.filter(
    ({ field }, index) => field === 'teams' || problems.findIndex((other) => other.field === field) === index,
  );
}
