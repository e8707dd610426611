import { and, count, eq, inArray, sql } from 'drizzle-orm';
import type { columnOf } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import type { Records, Snapshot } from '@/db/facts/snapshot.ts';
import {
  beyond,
  keyColumns,
  type ListOrder,
  type OrderKey,
  orderInSql,
  type Stretch,
} from '@/db/list-order.ts';
import { incidentsInNumerator } from '@/db/measure-conditions.ts';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { type Asked, EVERYTHING, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { OneValued } from '@/lib/filters/dimensions.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';

/**
 * Where so many incidents of a list stand, from a key on or from an end of it. Equal ones stand newest first, then by
 * number, so that each incident has one place.
 */
export async function listKeys(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  order: ListOrder,
  { limit, from, backwards }: Stretch,
): Promise<OrderKey[]> {
  const beside = from ? beyond(order, from, backwards ? 'before' : 'after') : undefined;
  const rows = await snapshot.facts
    .select(keyColumns(order))
    .from(factIncident)
    .where(and(where(viewer, asked), beside))
    .orderBy(...orderInSql(order, backwards))
    .limit(limit);
  return backwards ? rows.reverse() : rows;
}

/** How many incidents of a list stand before a key. */
export async function countBefore(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  order: ListOrder,
  key: OrderKey,
): Promise<number> {
  const [row] = await snapshot.facts
    .select({ count: count() })
    .from(factIncident)
    .where(and(where(viewer, asked), beyond(order, key, 'before')));
  return row?.count ?? 0;
}

/** Where one incident stands in a list; null where it is not in it. */
export async function findKey(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  order: ListOrder,
  number: number,
): Promise<OrderKey | null> {
  const [row] = await snapshot.facts
    .select(keyColumns(order))
    .from(factIncident)
    .where(and(where(viewer, asked), eq(factIncident.number, number)));
  return row ?? null;
}

/** Whether an incident is among those asked for. */
export async function holdsIncident(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  number: number,
): Promise<boolean> {
  const rows = await snapshot.facts
    .select({ number: factIncident.number })
    .from(factIncident)
    .where(and(where(viewer, asked), eq(factIncident.number, number)))
    .limit(1);
  return rows.length > 0;
}

/** Which of these incidents count in the numerator of a measure, or have a record that does. */
export async function listInNumerator(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked & { measure: MeasureId },
  numbers: readonly number[],
): Promise<Set<number>> {
  const rows = await snapshot.facts
    .select({ number: factIncident.number })
    .from(factIncident)
    .where(
      and(
        where(viewer, asked),
        inArray(factIncident.number, [...numbers]),
        incidentsInNumerator(asked.measure, asked),
      ),
    );
  return new Set(rows.map((row) => row.number));
}

/** Of how many incidents each column of the list is known. */
export async function countKnown(snapshot: Snapshot, viewer: Viewer, asked: Asked) {
  const coded = (column: (typeof columnOf)[OneValued]) =>
    sql`count(*) filter (where ${column} > 0)`.mapWith(Number);
  const [row] = await snapshot.facts
    .select({
      product: coded(factIncident.product),
      channel: coded(factIncident.channel),
      team: coded(factIncident.team),
      path: coded(factIncident.path),
      severity: count(factIncident.severity),
      emotion: count(factIncident.intensityBefore),
      close: count(factIncident.minutesToClose),
    })
    .from(factIncident)
    .where(where(viewer, asked));
  return row ?? { product: 0, channel: 0, team: 0, path: 0, severity: 0, emotion: 0, close: 0 };
}

/** What the list shows of these incidents, in no order. Those that are gone meanwhile are left out. */
export async function listIncidentRows(records: Records, viewer: Viewer, numbers: readonly number[]) {
  return (
    records
      .select({
        number: factIncident.number,
        occurredAt: incident.occurredAt,
        occurredPrecision: incident.occurredPrecision,
        closedPrecision: incident.closedPrecision,
        trigger: factIncident.trigger,
        topic: incidentText.topic,
        product: factIncident.product,
        outcome: factIncident.outcome,
        status: factIncident.status,
        channel: factIncident.channel,
        team: factIncident.team,
        path: factIncident.path,
        severity: factIncident.severity,
        intensityBefore: factIncident.intensityBefore,
        intensityAfter: factIncident.intensityAfter,
        minutesToClose: factIncident.minutesToClose,
        levelReached: factIncident.levelReached,
        customerState: factIncident.customerState,
        journeyStage: factIncident.journeyStage,
        site: factIncident.site,
        kind: factIncident.kind,
        source: factIncident.source,
        csat: factIncident.csat,
      })
      .from(incident)
      .innerJoin(factIncident, eq(factIncident.number, incident.number))
      .leftJoin(incidentText, eq(incidentText.incidentId, incident.incidentId))
      // Of the facts too, which would be made of all incidents otherwise before the few are chosen.
      .where(
        and(
          where(viewer, EVERYTHING),
          inArray(incident.number, [...numbers]),
          inArray(factIncident.number, [...numbers]),
        ),
      )
  );
}

export type IncidentListRow = Awaited<ReturnType<typeof listIncidentRows>>[number];
