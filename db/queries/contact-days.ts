import { asc } from 'drizzle-orm';
import { factContact } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { type Asked, whereContacts } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';

/** The days of which contacts are known, in order: of any team and channel that is asked for. */
export async function listContactDays(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
): Promise<LocalDate[]> {
  const rows = await snapshot.facts
    .select({ day: factContact.occurredOn })
    .from(factContact)
    .where(whereContacts(viewer, asked))
    .groupBy(factContact.occurredOn)
    .orderBy(asc(factContact.occurredOn));
  return rows.map(({ day }) => day);
}
