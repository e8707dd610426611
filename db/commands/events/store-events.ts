import { eq, inArray, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { event, eventTeam } from '@/db/schema/organisation.ts';
import type { EventEntry } from '@/lib/workspace/event-form.ts';
import { concernTeams } from './concern-teams.ts';

export interface StoredEvents {
  created: number;
  updated: number;
  unchanged: number;
}

/** By what an event of a file is known again: the same words, kind and first day are the same event. */
export function keyOfEvent({
  day,
  kind,
  label,
}: Pick<EventEntry, 'day' | 'label'> & { kind: string }): string {
  return JSON.stringify([day, kind, label]);
}

/** Adds events, and says anew of those that are there how long they lasted and whom they concern. Each key at most once. */
export async function storeEvents(tx: Records, entries: readonly EventEntry[]): Promise<StoredEvents> {
  await tx.execute(sql`select pg_advisory_xact_lock(${EVENTS_LOCK})`);
  const known = await readKnown(tx, entries);
  const result = { created: 0, updated: 0, unchanged: 0 };
  for (const entry of entries) {
    result[await storeEvent(tx, entry, known.get(keyOfEvent(entry)) ?? null)] += 1;
  }
  return result;
}

interface KnownEvent {
  eventId: number;
  lastDay: string | null;
  version: number;
  teams: number[];
}

const EVENTS_LOCK = 7_201_007;

async function storeEvent(
  tx: Records,
  { teams, ...said }: EventEntry,
  before: KnownEvent | null,
): Promise<keyof StoredEvents> {
  if (!before) {
    const [row] = await tx.insert(event).values(said).returning({ eventId: event.eventId });
    if (!row) throw new Error('the record kept no event');
    await concernTeams(tx, row.eventId, teams);
    return 'created';
  }
  if (before.lastDay === said.lastDay && isSameSet(before.teams, teams)) return 'unchanged';
  await tx
    .update(event)
    .set({ lastDay: said.lastDay, version: before.version + 1 })
    .where(eq(event.eventId, before.eventId));
  await concernTeams(tx, before.eventId, teams);
  return 'updated';
}

async function readKnown(tx: Records, entries: readonly EventEntry[]): Promise<Map<string, KnownEvent>> {
  const days = [...new Set(entries.map(({ day }) => day))];
  const rows = await tx.select().from(event).where(inArray(event.day, days));
  const ids = rows.map(({ eventId }) => eventId);
  const concerned = await tx.select().from(eventTeam).where(inArray(eventTeam.eventId, ids));
  return new Map(
    rows.map((row) => [
      keyOfEvent(row),
      {
        ...row,
        teams: concerned.filter(({ eventId }) => eventId === row.eventId).map(({ teamId }) => teamId),
      },
    ]),
  );
}

function isSameSet(one: readonly number[], other: readonly number[]): boolean {
  const wanted = new Set(other);
  return wanted.size === one.length && one.every((team) => wanted.has(team));
}
