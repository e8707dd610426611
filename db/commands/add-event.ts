import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { event } from '@/db/schema/organisation.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import type { EventEntry } from '@/lib/workspace/event-form.ts';
import { concernTeams } from './events/concern-teams.ts';
import { writeAudit } from './write-audit.ts';

/** Adds an event and answers with its number. Throws Forbidden without the right, Invalid for teams that are gone. */
export async function addEvent(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { teams, ...said }: EventEntry,
  now: Date,
): Promise<number> {
  demand(viewer, 'administer', 'Only an administrator may add events.');
  return records.transaction(async (tx) => {
    const [row] = await tx.insert(event).values(said).returning({ eventId: event.eventId });
    if (!row) throw new Error('the record kept no event');
    await concernTeams(tx, row.eventId, teams);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'event_added',
      subject: `event:${row.eventId}`,
      detail: { day: said.day, kind: said.kind },
    });
    return row.eventId;
  });
}
