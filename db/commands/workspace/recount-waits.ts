import { asc, inArray, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { escalationStep } from '@/db/schema/incident-details.ts';
import type { Point } from '@/lib/intake/derive-times.ts';
import { deriveWaits } from '@/lib/intake/derive-waits.ts';
import { fromCode, PRECISIONS } from '@/lib/taxonomy/fixed-sets.ts';

/**
 * Works out anew, in a zone, how long the steps of these incidents lasted: where one end is a time of day and the
 * other a date, whole days count, and those follow from the zone.
 * @param closings when each incident was closed; null where that is not known
 * @returns the incidents in which something changed
 */
export async function recountWaits(
  tx: Records,
  closings: ReadonlyMap<string, Point | null>,
  timeZone: string,
): Promise<string[]> {
  const steps = await tx
    .select({
      incidentId: escalationStep.incidentId,
      seq: escalationStep.seq,
      at: escalationStep.at,
      atPrecision: escalationStep.atPrecision,
      waitMinutes: escalationStep.waitMinutes,
    })
    .from(escalationStep)
    .where(inArray(escalationStep.incidentId, [...closings.keys()]))
    .orderBy(asc(escalationStep.incidentId), asc(escalationStep.seq));
  const moved = byIncident(steps).flatMap(({ incidentId, own }) => {
    const waits = deriveWaits(own.map(pointOf), closings.get(incidentId) ?? null, timeZone);
    return own.flatMap(({ seq, waitMinutes }, index) => {
      const wait = waits[index] ?? null;
      return wait === waitMinutes ? [] : [{ incidentId, seq, wait }];
    });
  });
  if (moved.length === 0) return [];
  const texts = (values: readonly (string | number | null)[]) =>
    sql`${sql.param(values.map((value) => (value === null ? null : String(value))))}::text[]`;
  await tx.execute(sql`
    update ${escalationStep} as s set wait_minutes = m.wait::integer
    from unnest(${texts(moved.map((step) => step.incidentId))}, ${texts(moved.map((step) => step.seq))},
      ${texts(moved.map((step) => step.wait))}) as m(incident_id, seq, wait)
    where s.incident_id = m.incident_id::uuid and s.seq = m.seq::smallint`);
  return moved.map(({ incidentId }) => incidentId);
}

function byIncident<Step extends { incidentId: string }>(steps: readonly Step[]) {
  const groups = new Map<string, Step[]>();
  for (const step of steps) groups.set(step.incidentId, [...(groups.get(step.incidentId) ?? []), step]);
  return [...groups].map(([incidentId, own]) => ({ incidentId, own }));
}

function pointOf({ at, atPrecision }: { at: Date | null; atPrecision: number | null }): Point | null {
  return at && { at: at.getTime(), precision: fromCode(PRECISIONS, atPrecision ?? 0) };
}
