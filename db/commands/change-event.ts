import { and, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { event } from '@/db/schema/organisation.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import type { EventEntry } from '@/lib/workspace/event-form.ts';
import { concernTeams } from './events/concern-teams.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Says anew what an event is.
 * @param version of the event as it was when the form was made
 * @throws Forbidden without the right; Conflict when somebody changed or removed it in between; Invalid for teams that
 * are gone
 */
export async function changeEvent(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { eventId, version }: { eventId: number; version: number },
  { teams, ...said }: EventEntry,
  now: Date,
): Promise<void> {
  demand(viewer, 'administer', 'Only an administrator may change events.');
  await records.transaction(async (tx) => {
    const changed = await tx
      .update(event)
      .set({ ...said, version: version + 1 })
      .where(and(eq(event.eventId, eventId), eq(event.version, version)))
      .returning({ eventId: event.eventId });
    if (changed.length === 0) throw new Conflict(CHANGED);
    await concernTeams(tx, eventId, teams);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'event_changed',
      subject: `event:${eventId}`,
      detail: { day: said.day, kind: said.kind },
    });
  });
}

const CHANGED =
  'Somebody else changed or deleted this event after you opened it. Nothing was saved: reload the page to see it as it is.';
