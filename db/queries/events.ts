import { and, asc, count, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
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

/** The events of a window that the viewer may see, the earliest first: also those that only reach into it. */
export async function listEvents(records: Records, viewer: Viewer, window: Window): Promise<EventRow[]> {
  const reachesIn = sql`coalesce(${event.lastDay}, ${event.day}) >= ${window.from}`;
  return readEvents(records, viewer, and(lt(event.day, window.until), reachesIn), (rows) =>
    rows.orderBy(asc(event.day), asc(event.eventId)),
  );
}

/** A page of all events that the viewer may see, the latest first, with how many there are. */
export async function listAllEvents(
  records: Records,
  viewer: Viewer,
  cut: { limit: number; offset: number },
): Promise<{ events: EventRow[]; all: number }> {
  const [events, [counted]] = await Promise.all([
    readEvents(records, viewer, undefined, (rows) =>
      rows.orderBy(desc(event.day), desc(event.eventId)).limit(cut.limit).offset(cut.offset),
    ),
    records.select({ all: count() }).from(event).where(whereEvents(viewer)),
  ]);
  return { events, all: counted?.all ?? 0 };
}

/** The event of this number, or null. */
export async function findEvent(records: Records, viewer: Viewer, eventId: number): Promise<EventRow | null> {
  const [found] = await readEvents(records, viewer, eq(event.eventId, eventId), (rows) => rows);
  return found ?? null;
}

async function readEvents(
  records: Records,
  viewer: Viewer,
  condition: SQL | undefined,
  cut: (rows: ReturnType<typeof selectEvents>) => PromiseLike<Awaited<ReturnType<typeof selectEvents>>>,
): Promise<EventRow[]> {
  const rows = await cut(selectEvents(records, viewer, condition));
  return rows.map((row) => ({ ...row, kind: toEventKind(row.kind), teams: byName(row.teams) }));
}

function selectEvents(records: Records, viewer: Viewer, condition: SQL | undefined) {
  const concerns = and(eq(eventTeam.eventId, event.eventId), whereTeams(forUpkeep(viewer)));
  return records
    .select({
      eventId: event.eventId,
      day: event.day,
      lastDay: event.lastDay,
      kind: event.kind,
      label: event.label,
      version: event.version,
      teams: namedTeams(records, eventTeam, concerns),
    })
    .from(event)
    .where(and(whereEvents(viewer), condition))
    .$dynamic();
}
