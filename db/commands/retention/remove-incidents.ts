import { sql } from 'drizzle-orm';
import { recountRepeats } from '@/db/commands/incidents/recount-repeats.ts';
import { unnestInsert } from '@/db/commands/incidents/unnest-insert.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { incident } from '@/db/schema/incidents.ts';
import { customer } from '@/db/schema/organisation.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';

/**
 * Removes incidents whole, and the customers that have none left. What is left of the others' repeats is counted anew.
 * Returns how many went: one that was moved to another day meanwhile stays.
 */
export async function removeIncidents(
  tx: Records,
  incidentIds: readonly string[],
  keptFrom: LocalDate,
  now: Date,
): Promise<number> {
  const gone = await tx.execute<{ incident_id: string; customer_id: number | null }>(sql`
    delete from ${incident} where incident_id = any(${sql.param([...incidentIds])}::uuid[])
      and occurred_on < ${keptFrom}::date
    returning incident_id, customer_id`);
  const customers = [...new Set(gone.flatMap((row) => row.customer_id ?? []))];
  const recounted = await recountRepeats(tx, customers);
  const touched = [...gone.map((row) => row.incident_id), ...recounted];
  await unnestInsert(
    tx,
    factChange,
    touched.map((incidentId) => ({ incidentId, changedAt: now })),
  );
  await tx.execute(sql`
    delete from ${customer} as c where c.customer_id = any(${sql.param(customers.map(String))}::text[]::integer[])
      and not exists (select 1 from ${incident} as i where i.customer_id = c.customer_id)`);
  return gone.length;
}
