import { and, inArray, isNotNull } from 'drizzle-orm';
import { inPieces, markChanged } from '@/db/commands/incidents/mark-changed.ts';
import { recountRepeats } from '@/db/commands/incidents/recount-repeats.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { incident } from '@/db/schema/incidents.ts';
import type { EditableSet } from '@/lib/taxonomy/editable-sets.ts';
import { recountPaths } from './recount-paths.ts';

/**
 * Works out anew what was derived from values that count otherwise now: escalation paths from levels, repeats of a
 * customer from triggers. All else follows when it is asked.
 * @param codes those that count as another value than before, or have another rank
 */
export async function recountAfter(
  tx: Records,
  set: EditableSet,
  codes: readonly number[],
  now: Date,
): Promise<void> {
  if (set === 'level') await markChanged(tx, await recountPaths(tx, codes), now);
  if (set === 'trigger') await markChanged(tx, await recountTriggers(tx, codes), now);
}

async function recountTriggers(tx: Records, codes: readonly number[]): Promise<string[]> {
  const customers = await tx
    .selectDistinct({ customerId: incident.customerId })
    .from(incident)
    .where(and(inArray(incident.trigger, [...codes]), isNotNull(incident.customerId)));
  const ids = customers.flatMap(({ customerId }) => customerId ?? []);
  const changed: string[] = [];
  for (const some of inPieces(ids)) changed.push(...(await recountRepeats(tx, some)));
  return changed;
}
