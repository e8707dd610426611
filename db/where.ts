import { and, gt, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { contactFilters, type FilterColumns, incidentFilters } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import { type AsOf, incidentsInDenominator } from '@/db/measure-conditions.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { incident } from '@/db/schema/incidents.ts';
import { type Found, isFound } from '@/db/search-conditions.ts';
import {
  type AskedSelection,
  handledBy,
  handledByPeople,
  holds,
  NOBODY,
  type People,
} from '@/db/selection-conditions.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Filters, Selection, Window } from '@/lib/filters/filters.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import type { Vocabularies } from '@/lib/filters/vocabulary.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';

/** Filters in the codes of the figures, for one window: what every question is asked with. */
export interface Asked extends AsOf {
  window: Window | null;
  selections: readonly AskedSelection[];
  /** Only what counts in this measure's denominator. */
  measure: MeasureId | null;
  /** Only what was handled by this person; 0 where nobody is known. */
  agent?: number;
  /** Only what was handled by some people, or by all others. */
  people?: People;
  /** Only what a search found; where that is not told by numbers, such questions can be asked of the record alone. */
  found?: Found;
}

/** No filter at all: everything in the viewer's scope. */
export const EVERYTHING: Asked = {
  window: null,
  selections: [],
  measure: null,
  coverageFrom: null,
  today: null,
};

/**
 * Turns the ids of filters into codes. An id that the vocabularies lack selects nothing: it matches no code.
 * @param people who the session of the filters stands for; nobody where that is not known
 */
export function toAsked(
  filters: Pick<Filters, 'selections' | 'measure' | 'agent' | 'session'>,
  vocabularies: Vocabularies,
  window: Window | null,
  asOf: AsOf,
  people: People = NOBODY,
): Asked {
  const selections = filters.selections.map((selection) => ({
    dimension: selection.dimension,
    exclude: selection.exclude,
    codes: codesOf(selection, vocabularies),
  }));
  const { measure, agent, session } = filters;
  const ofPerson = agent === undefined ? {} : { agent };
  return { ...asOf, window, selections, measure, ...ofPerson, ...(session === undefined ? {} : { people }) };
}

/**
 * The only place where filters and the viewer's scope become SQL conditions. Every question about incidents takes
 * its condition from here, those of several windows by `whereWindows`, so that none can forget the scope.
 */
export function where(viewer: Viewer, asked: Asked): SQL | undefined {
  const { measure } = asked;
  return and(
    within(viewer, asked, incidentFilters),
    measure ? incidentsInDenominator(measure, asked) : undefined,
    measure && MEASURES[measure].grain === 'contact' ? whereOverContacts(viewer) : undefined,
  );
}

/** Those of the first that are not among the second; where a condition cannot be told, an incident is not. */
export function whereApart(viewer: Viewer, asked: Asked, but: Asked): SQL | undefined {
  return and(where(viewer, asked), sql`not coalesce(${where(viewer, but) ?? sql`true`}, false)`);
}

/** Where customers may come back within so many days: at any team, so only dates and counts of it may be told. */
export function whereReturns({ window }: Asked, days: number): SQL | undefined {
  const { customer, trigger, occurredOn } = factIncident;
  const from = window ? gte(occurredOn, window.from) : undefined;
  const until = window ? lt(occurredOn, shiftDays(window.until, days)) : undefined;
  return and(gt(customer, 0), gt(trigger, 0), from, until);
}

/**
 * The same for records that belong to incidents, by their own columns and without looking at the incidents; null where
 * these do not suffice. Then the records are to be joined to their incidents, and `where` holds of those.
 */
export function whereRecords(viewer: Viewer, asked: Asked, own: FilterColumns): SQL | undefined | null {
  const isInScope = viewer.teams === 'all' || own.agent !== undefined || !viewer.agents?.length;
  const suffices = asked.selections.every(({ dimension }) => own[dimension] !== undefined);
  const isOfPerson = (asked.agent === undefined && !asked.people) || own.agent !== undefined;
  return isInScope && suffices && isOfPerson && asked.measure === null ? within(viewer, asked, own) : null;
}

/** The contacts of the viewer's teams, as far as contacts can be told apart: see `narrowsIncidentsOnly`. */
export function whereContacts(viewer: Viewer, asked: Asked): SQL | undefined {
  const selections = asked.selections.filter(({ dimension }) => contactFilters[dimension] !== undefined);
  const { agent: _, people: __, ...others } = asked;
  return within(viewer, { ...others, selections }, contactFilters);
}

/** The incidents that may stand over those contacts: an own one of another team has none of its team beside it. */
export function whereOverContacts({ teams }: Viewer): SQL | undefined {
  return teams === 'all' ? undefined : inArray(incidentFilters.team, [...teams]);
}

/** The incidents in the viewer's scope, by the record's own columns: what is read by number need not ask the facts. */
export function whereIncidents(viewer: Viewer): SQL | undefined {
  return scopeOf(viewer, { team: incident.teamId, agent: incident.agentId });
}

/**
 * The incidents in the viewer's scope that somebody has set aside, by the record's own columns. Written without a
 * parameter, as the index has it.
 */
export function whereSetAside(viewer: Viewer): SQL | undefined {
  return and(sql`${incident.standing} <> 0`, whereIncidents(viewer));
}

/** The marks of changes that are in none of the transactions that a copy contains. */
export function whereNewer(contains: string): SQL {
  const { changedIn } = factChange;
  return sql`${changedIn} >= pg_snapshot_xmin(${contains}::pg_snapshot)
    and not pg_visible_in_snapshot(${changedIn}, ${contains}::pg_snapshot)`;
}

function codesOf(selection: Selection, vocabularies: Vocabularies): number[] {
  const wanted = new Set(selection.values);
  return vocabularies[selection.dimension].filter((term) => wanted.has(term.id)).map((term) => term.code);
}

function within(
  viewer: Viewer,
  { window, selections, agent, people, found }: Asked,
  columns: FilterColumns,
): SQL | undefined {
  return and(
    scopeOf(viewer, columns),
    window ? gte(columns.occurredOn, window.from) : undefined,
    window ? lt(columns.occurredOn, window.until) : undefined,
    agent === undefined ? undefined : handledBy(agent, columns),
    people ? handledByPeople(people, columns) : undefined,
    found && columns.technique ? isFound(columns.technique, found) : undefined,
    ...selections.map((selection) => holds(selection, columns)),
  );
}

/** Records without an agent are nobody's own: who may see own incidents beside teams is told from the incidents. */
function scopeOf(
  { teams, agents = [] }: Viewer,
  columns: Pick<FilterColumns, 'team' | 'agent'>,
): SQL | undefined {
  if (teams === 'all') return undefined;
  const ofTeams = inArray(columns.team, [...teams]);
  return columns.agent && agents.length > 0 ? or(ofTeams, inArray(columns.agent, [...agents])) : ofTeams;
}
