import { and, gte, inArray, isNotNull, isNull, lt, not, or, type SQL, sql } from 'drizzle-orm';
import { columnOf, UNKNOWN_HOUR } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import { toDenominator } from '@/db/measure-conditions.ts';
import { target } from '@/db/schema/improvement.ts';
import { incident } from '@/db/schema/incidents.ts';
import { agent, event, eventTeam, team } from '@/db/schema/organisation.ts';
import { may, type Viewer } from '@/lib/access.ts';
import type { DimensionId } from '@/lib/filters/dimensions.ts';
import type { Filters, LocalDate, Selection, Window } from '@/lib/filters/filters.ts';
import type { Vocabularies } from '@/lib/filters/vocabulary.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';

/** Filters in the codes of the figures, for one window: what every question is asked with. */
export interface Asked {
  window: Window | null;
  selections: readonly { dimension: DimensionId; exclude: boolean; codes: readonly number[] }[];
  /** Only what counts in this measure's denominator. */
  measure: MeasureId | null;
  /** The first local date of the record in the viewer's scope, which some measures leave a margin after. */
  coverageFrom: LocalDate | null;
}

/** No filter at all: everything in the viewer's scope. */
export const EVERYTHING: Asked = { window: null, selections: [], measure: null, coverageFrom: null };

/** Turns the ids of filters into codes. An id that the vocabularies lack selects nothing: it matches no code. */
export function toAsked(
  filters: Pick<Filters, 'selections' | 'measure'>,
  vocabularies: Vocabularies,
  window: Window | null,
  coverageFrom: LocalDate | null,
): Asked {
  const selections = filters.selections.map((selection) => ({
    dimension: selection.dimension,
    exclude: selection.exclude,
    codes: codesOf(selection, vocabularies),
  }));
  return { window, selections, measure: filters.measure, coverageFrom };
}

/**
 * The only place where filters and the viewer's scope become SQL conditions. Every question about incidents takes
 * its condition from here, so that none can forget the scope.
 */
export function where(viewer: Viewer, asked: Asked): SQL | undefined {
  return and(
    scopeOf(viewer),
    asked.window ? gte(factIncident.occurredOn, asked.window.from) : undefined,
    asked.window ? lt(factIncident.occurredOn, asked.window.until) : undefined,
    ...asked.selections.map(({ dimension, exclude, codes }) =>
      exclude ? not(holds(dimension, codes)) : holds(dimension, codes),
    ),
    asked.measure ? toDenominator(asked.measure, asked.coverageFrom) : undefined,
  );
}

/** The teams whose names the viewer may see: those in scope, and the ones that own incidents were handled in. */
export function whereTeams(viewer: Viewer): SQL | undefined {
  if (viewer.teams === 'all') return undefined;
  const inScope = inArray(team.teamId, [...viewer.teams]);
  if (!viewer.agents?.length) return inScope;
  const own = [...viewer.agents];
  return or(
    inScope,
    sql`${team.teamId} in (select a.team_id from ${agent} as a where ${inArray(sql`a.agent_id`, own)})`,
    sql`${team.teamId} in (select i.team_id from ${incident} as i where ${inArray(sql`i.agent_id`, own)})`,
  );
}

/** The events that concern everybody, or a team that the viewer may see; all for who keeps them. */
export function whereEvents(viewer: Viewer): SQL | undefined {
  if (viewer.teams === 'all' || may(viewer, 'administer')) return undefined;
  const own = inArray(eventTeam.teamId, [...viewer.teams]);
  return sql`(not exists (select 1 from ${eventTeam} where ${eventTeam.eventId} = ${event.eventId})
    or exists (select 1 from ${eventTeam} where ${eventTeam.eventId} = ${event.eventId} and ${own}))`;
}

/** The targets of the workspace, and those of the teams that the viewer may see; all for who keeps them. */
export function whereTargets(viewer: Viewer): SQL | undefined {
  if (viewer.teams === 'all' || may(viewer, 'administer')) return undefined;
  return or(isNull(target.teamId), inArray(target.teamId, [...viewer.teams]));
}

/** Imports belong to no team: whoever may import sees them all, everybody else none. */
export function whereImports(viewer: Viewer): SQL | undefined {
  return may(viewer, 'import') ? undefined : sql`false`;
}

/** The names of the files that incidents came in by: for whoever imports, and whoever sees every incident. */
export function whereImportNames(viewer: Viewer): SQL | undefined {
  return viewer.teams === 'all' ? undefined : whereImports(viewer);
}

function codesOf(selection: Selection, vocabularies: Vocabularies): number[] {
  const wanted = new Set(selection.values);
  return vocabularies[selection.dimension].filter((term) => wanted.has(term.id)).map((term) => term.code);
}

function scopeOf(viewer: Viewer): SQL | undefined {
  if (viewer.teams === 'all') return undefined;
  const ofTeams = among(columnOf.team, viewer.teams);
  return viewer.agents?.length ? or(ofTeams, inArray(factIncident.agent, [...viewer.agents])) : ofTeams;
}

function holds(dimension: DimensionId, codes: readonly number[]): SQL {
  return dimension === 'hour' ? amongHours(codes) : among(columnOf[dimension], codes);
}

function among(column: (typeof columnOf)[DimensionId], codes: readonly number[]): SQL {
  return inArray(column, [...codes]);
}

// An hour that is not known is null in the figures, since 0 is midnight: both sides must stay true or false.
function amongHours(codes: readonly number[]): SQL {
  const known = codes.filter((hour) => hour !== UNKNOWN_HOUR);
  const unknown = isNull(factIncident.occurredHour);
  const inHours =
    and(isNotNull(factIncident.occurredHour), among(factIncident.occurredHour, known)) ?? unknown;
  return known.length === codes.length ? inHours : (or(unknown, inHours) ?? unknown);
}
