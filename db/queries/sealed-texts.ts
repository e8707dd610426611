import { asc, eq } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { sealedText } from '@/db/schema/incidents.ts';

// Asked for an incident that was found within the viewer's scope, by the id found with it.

/** The sealed originals of one incident. */
export async function listSealedTexts(
  records: Records,
  incidentId: string,
): Promise<{ field: string; sealed: string }[]> {
  return records
    .select({ field: sealedText.field, sealed: sealedText.sealed })
    .from(sealedText)
    .where(eq(sealedText.incidentId, incidentId))
    .orderBy(asc(sealedText.field));
}

/** Whether there is any. */
export async function hasSealedText(records: Records, incidentId: string): Promise<boolean> {
  const rows = await records
    .select({ field: sealedText.field })
    .from(sealedText)
    .where(eq(sealedText.incidentId, incidentId))
    .limit(1);
  return rows.length > 0;
}
