import type { Problem } from '../errors.ts';
import type { LocalDate } from '../filters/filters.ts';
import { isLocalDate } from '../filters/local-dates.ts';
import { toKey } from './bind-mapping.ts';
import { FIRST_YEAR } from './moments.ts';
import type { SheetColumns } from './sheet.ts';

export const VOLUME_COLUMNS = {
  day: { names: ['day', 'date'], required: true },
  team: { names: ['team'], required: true },
  channel: { names: ['channel'], required: true },
  contacts: { names: ['contacts', 'volume'], required: true },
} as const satisfies SheetColumns<string>;

/** Contacts handled on a day by a team on a channel, in the codes of the record. */
export interface VolumeEntry {
  day: LocalDate;
  teamId: number;
  channel: number;
  contacts: number;
}

/** What words mean here and now. Keys are folded by `toKey`. */
export interface VolumeTerms {
  teams: ReadonlyMap<string, number>;
  channels: ReadonlyMap<string, number>;
  /** The last day of which contacts can be known, in the workspace's zone. */
  today: LocalDate;
}

export const MOST_CONTACTS = 10_000_000;

/** What a row of a file, of the API or of a form says, or everything that is wrong with it, each at its column. */
export function readVolume(
  said: Readonly<Record<keyof typeof VOLUME_COLUMNS, string>>,
  terms: VolumeTerms,
): VolumeEntry | Problem[] {
  const teamId = terms.teams.get(toKey(said.team));
  const channel = terms.channels.get(toKey(said.channel));
  const problems = [
    problemAt('day', dayProblem(said.day, terms.today)),
    problemAt('team', teamId === undefined ? unknown(said.team, TEAM) : null),
    problemAt('channel', channel === undefined ? unknown(said.channel, CHANNEL) : null),
    problemAt('contacts', contactsProblem(said.contacts)),
  ].flat();
  if (problems.length > 0 || teamId === undefined || channel === undefined) return problems;
  return { day: said.day, teamId, channel, contacts: Number(said.contacts) };
}

/** What is wrong with a number of contacts; null when nothing is. */
export function contactsProblem(text: string): string | null {
  if (text === '') return 'is empty; write 0 where nobody was in contact';
  if (/^\d{1,8}$/.test(text) && Number(text) <= MOST_CONTACTS) return null;
  return `is "${shorten(text)}", not a whole number from 0 to 10,000,000 in plain digits`;
}

/** What is wrong with a day of which contacts are told; null when nothing is. */
export function dayProblem(text: string, today: LocalDate): string | null {
  if (text === '') return 'is empty';
  if (!isLocalDate(text)) return `is "${shorten(text)}", not a day written as 2026-11-03`;
  if (text > today) return `is ${text}, which is still to come`;
  return Number(text.slice(0, 4)) < FIRST_YEAR ? `is ${text}, before ${FIRST_YEAR}` : null;
}

const TEAM = 'no team has this name; teams come with the incidents that name them';
const CHANNEL = 'no channel has this name';

function unknown(text: string, why: string): string {
  return text === '' ? 'is empty' : `is "${shorten(text)}": ${why}`;
}

function problemAt(field: string, message: string | null): Problem[] {
  return message === null ? [] : [{ field, message }];
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
