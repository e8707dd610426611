import { isNotNull, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { importProblem } from '@/db/schema/imports.ts';
import { sealedText } from '@/db/schema/incidents.ts';

/** Removes up to so many sealed originals, for a workspace that keeps none any more. Returns how many went. */
export async function dropOriginals(tx: Records, most: number): Promise<number> {
  const { count } = await tx.execute(sql`
    delete from ${sealedText} where (incident_id, field) in
      (select incident_id, field from ${sealedText} order by incident_id, field limit ${most}::integer)`);
  if (Number(count) > 0) return Number(count);
  const rows = await tx
    .update(importProblem)
    .set({ sealedRow: null })
    .where(isNotNull(importProblem.sealedRow))
    .returning({ seq: importProblem.seq });
  return rows.length;
}
