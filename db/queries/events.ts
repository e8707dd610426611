import { and, asc, count, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { jsonRows, withNames } from '@/db/queries/json-rows.ts';
import { byName, type NamedTeam, namedTeams } from '@/db/queries/named-teams.ts';
import { event, eventTeam } from '@/db/schema/organisation.ts';
import { whereEvents, whereTeams } from '@/db/where-kept.ts';
import { forUpkeep, type Viewer } from '@/lib/access.ts';
import type { LocalDate, Window } from '@/lib/filters/filters.ts';
import { type EventKind, toEventKind } from '@/lib/taxonomy/event-kinds.ts';

/** Something that happened on a day, or on several up to and including `lastDay`. */
export interface EventRow {
  eventId: number;
  day: LocalDate;
  lastDay: LocalDate | null;
  kind: EventKind;
  label: string;
  /** Those of the teams that it concerns which the viewer may see; empty where it concerns all. */
  teams: readonly NamedTeam[];
  version: number;
}

/** The events of a window that the viewer may see, the earliest first, as one value of a statement. */
export function eventsIn(records: Records, viewer: Viewer, window: Window): SQL<EventFound[]> {
  const reachesIn = sql`coalesce(${event.lastDay}, ${event.day}) >= ${window.from}`;
  return jsonRows(
    records
      .select(withNames(columnsOf(records, viewer)))
      .from(event)
      .where(and(whereEvents(viewer), lt(event.day, window.until), reachesIn))
      .orderBy(asc(event.day), asc(event.eventId)),
  );
}

/** The same as they are told. */
export function toEvents(rows: readonly EventFound[]): EventRow[] {
  return rows.map((row) => ({ ...row, kind: toEventKind(row.kind), teams: byName(row.teams) }));
}

/** A page of all events that the viewer may see, the latest first, with how many there are. */
export async function listAllEvents(
  records: Records,
  viewer: Viewer,
  cut: { limit: number; offset: number },
): Promise<{ events: EventRow[]; all: number }> {
  const [events, [counted]] = await Promise.all([
    selectEvents(records, viewer)
      .orderBy(desc(event.day), desc(event.eventId))
      .limit(cut.limit)
      .offset(cut.offset),
    records.select({ all: count() }).from(event).where(whereEvents(viewer)),
  ]);
  return { events: toEvents(events), all: counted?.all ?? 0 };
}

/** The event of this number, or null. */
export async function findEvent(records: Records, viewer: Viewer, eventId: number): Promise<EventRow | null> {
  const [found] = toEvents(await selectEvents(records, viewer, eq(event.eventId, eventId)));
  return found ?? null;
}

interface EventFound extends Omit<EventRow, 'kind'> {
  kind: string;
}

function selectEvents(records: Records, viewer: Viewer, condition?: SQL) {
  return records
    .select(columnsOf(records, viewer))
    .from(event)
    .where(and(whereEvents(viewer), condition));
}

function columnsOf(records: Records, viewer: Viewer) {
  const concerns = and(eq(eventTeam.eventId, event.eventId), whereTeams(forUpkeep(viewer)));
  const { eventId, day, lastDay, kind, label, version } = event;
  return { eventId, day, lastDay, kind, label, version, teams: namedTeams(records, eventTeam, concerns) };
}
