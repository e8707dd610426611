import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { event } from '@/db/schema/organisation.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import { writeAudit } from './write-audit.ts';

/** Deletes an event. Throws Forbidden without the right, Conflict when it is gone already. */
export async function removeEvent(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  eventId: number,
  now: Date,
): Promise<void> {
  demand(viewer, 'administer', 'Only an administrator may delete events.');
  await records.transaction(async (tx) => {
    const [gone] = await tx
      .delete(event)
      .where(eq(event.eventId, eventId))
      .returning({ day: event.day, kind: event.kind });
    if (!gone) throw new Conflict('This event has been deleted already.');
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'event_deleted',
      subject: `event:${eventId}`,
      detail: gone,
    });
  });
}
