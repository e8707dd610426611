import { and, asc, eq, gt, or, sql } from 'drizzle-orm';
import { inPieces, markChanged } from '@/db/commands/incidents/mark-changed.ts';
import { recountRepeats } from '@/db/commands/incidents/recount-repeats.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { incident } from '@/db/schema/incidents.ts';
import { type DerivedTimes, deriveTimes, type Point } from '@/lib/intake/derive-times.ts';
import { fromCode, PRECISIONS, toCode } from '@/lib/taxonomy/fixed-sets.ts';
import { recountWaits } from './recount-waits.ts';

/**
 * Works out anew, in a zone, the dates, hours and durations of all incidents that have a time of day, and marks those
 * in which something changed. In batches: a part of the record is in memory at once.
 * @param tx a transaction that no writer of incidents can come between
 * @returns how many incidents changed
 */
export async function recountTimes(tx: Records, timeZone: string, now: Date): Promise<number> {
  const changed = new Set<string>();
  const customers = new Set<number>();
  let after: string | null = null;
  for (let batch = await readBatch(tx, after); batch.length > 0; batch = await readBatch(tx, after)) {
    const moved = batch.flatMap((row) => {
      const times = deriveTimes(pointOf(row.occurred), maybe(row.reported), maybe(row.closed), timeZone);
      return isSame(row, times) ? [] : [{ ...times, incidentId: row.incidentId }];
    });
    await storeTimes(tx, moved);
    for (const { incidentId } of moved) changed.add(incidentId);
    for (const { incidentId, customerId } of batch) {
      if (customerId !== null && changed.has(incidentId)) customers.add(customerId);
    }
    const closings = new Map(batch.map((row) => [row.incidentId, maybe(row.closed)]));
    for (const incidentId of await recountWaits(tx, closings, timeZone)) changed.add(incidentId);
    after = batch.at(-1)?.incidentId ?? null;
  }
  for (const some of inPieces([...customers])) {
    for (const incidentId of await recountRepeats(tx, some)) changed.add(incidentId);
  }
  await markChanged(tx, [...changed], now);
  return changed.size;
}

const BATCH = 2000;
const MINUTE = toCode(PRECISIONS, 'minute');

interface Given {
  at: Date | null;
  precision: number | null;
}

function readBatch(tx: Records, after: string | null) {
  const hasTimeOfDay = or(
    eq(incident.occurredPrecision, MINUTE),
    eq(incident.reportedPrecision, MINUTE),
    eq(incident.closedPrecision, MINUTE),
  );
  return tx
    .select({
      incidentId: incident.incidentId,
      customerId: incident.customerId,
      occurred: { at: incident.occurredAt, precision: incident.occurredPrecision },
      reported: { at: incident.reportedAt, precision: incident.reportedPrecision },
      closed: { at: incident.closedAt, precision: incident.closedPrecision },
      occurredOn: incident.occurredOn,
      occurredHour: incident.occurredHour,
      minutesToClose: incident.minutesToClose,
      closedBeforeOccurred: incident.closedBeforeOccurred,
      reportedAfterMinutes: incident.reportedAfterMinutes,
    })
    .from(incident)
    .where(and(hasTimeOfDay, after === null ? undefined : gt(incident.incidentId, after)))
    .orderBy(asc(incident.incidentId))
    .limit(BATCH);
}

function pointOf({ at, precision }: { at: Date; precision: number | null }): Point {
  return { at: at.getTime(), precision: fromCode(PRECISIONS, precision ?? MINUTE) };
}

const maybe = ({ at, precision }: Given): Point | null => at && pointOf({ at, precision });

function isSame(before: DerivedTimes, after: DerivedTimes): boolean {
  return (
    before.occurredOn === after.occurredOn &&
    before.occurredHour === after.occurredHour &&
    before.minutesToClose === after.minutesToClose &&
    before.closedBeforeOccurred === after.closedBeforeOccurred &&
    before.reportedAfterMinutes === after.reportedAfterMinutes
  );
}

async function storeTimes(
  tx: Records,
  moved: readonly (DerivedTimes & { incidentId: string })[],
): Promise<void> {
  if (moved.length === 0) return;
  const column = (of: (times: (typeof moved)[number]) => string | number | boolean | null) =>
    sql`${sql.param(moved.map((times) => toText(of(times))))}::text[]`;
  await tx.execute(sql`
    update ${incident} as i set occurred_on = m.day::date, occurred_hour = m.hour::smallint,
      minutes_to_close = m.to_close::integer, closed_before_occurred = m.backwards::boolean,
      reported_after_minutes = m.to_report::integer
    from unnest(${column((times) => times.incidentId)}, ${column((times) => times.occurredOn)},
      ${column((times) => times.occurredHour)}, ${column((times) => times.minutesToClose)},
      ${column((times) => times.closedBeforeOccurred)}, ${column((times) => times.reportedAfterMinutes)})
      as m(incident_id, day, hour, to_close, backwards, to_report)
    where i.incident_id = m.incident_id::uuid`);
}

const toText = (value: string | number | boolean | null) => (value === null ? null : String(value));
