import { and, asc, count, sql } from 'drizzle-orm';
import { factContact, factIncident } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { toNumerator } from '@/db/measure-conditions.ts';
import { type Asked, where, whereContacts, whereOverContacts } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';

/** What is known of contacts, with the incidents on the same days: by team, channel and weekday. */
export interface ContactCell {
  team: number;
  channel: number;
  weekday: number;
  incidents: number;
  contacts: number;
}

/** Contacts by team, channel and weekday, and the incidents of those days, teams and channels that have contacts. */
export async function countByContacts(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
): Promise<ContactCell[]> {
  const places = [sql`1`, sql`2`, sql`3`];
  const inOrder = places.map((place) => asc(place));
  const [incidents, contacts] = await Promise.all([
    snapshot.facts
      .select({
        team: factIncident.team,
        channel: factIncident.channel,
        weekday: factIncident.weekday,
        count: count(),
      })
      .from(factIncident)
      .where(and(where(viewer, asked), whereOverContacts(viewer), toNumerator('incident_rate', asked)))
      .groupBy(...places)
      .orderBy(...inOrder),
    snapshot.facts
      .select({
        team: factContact.team,
        channel: factContact.channel,
        weekday: factContact.weekday,
        contacts: sql<number>`coalesce(sum(${factContact.contacts}), 0)`.mapWith(Number),
      })
      .from(factContact)
      .where(whereContacts(viewer, asked))
      .groupBy(...places)
      .orderBy(...inOrder),
  ]);
  const counted = new Map(incidents.map((cell) => [keyOf(cell), cell.count]));
  return contacts.map((cell) => ({ ...cell, incidents: counted.get(keyOf(cell)) ?? 0 }));
}

function keyOf({ team, channel, weekday }: Pick<ContactCell, 'team' | 'channel' | 'weekday'>): string {
  return `${team} ${channel} ${weekday}`;
}
