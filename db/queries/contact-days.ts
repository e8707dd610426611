import { sql } from 'drizzle-orm';
import { factContact } from '@/db/facts/schema.ts';
import { listColumns, type Snapshot } from '@/db/facts/snapshot.ts';
import { type Asked, whereContacts } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';

/**
 * The days of which contacts are known, of any team and channel that is asked for: days since 1 January 1970, in order, as
 * they are put here, which takes less than in a statement.
 */
export async function listContactDays(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
): Promise<Float64Array> {
  const { facts } = snapshot;
  const { occurredOn } = factContact;
  const answer = await listColumns(
    facts,
    facts
      .select({ day: sql<number>`cast(${occurredOn} - date '1970-01-01' as integer)`.mapWith(Number) })
      .from(factContact)
      .where(whereContacts(viewer, asked))
      .groupBy(occurredOn),
  );
  return answer.numbers(0).sort();
}
