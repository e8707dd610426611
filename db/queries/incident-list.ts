import { and, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { columnOf } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import type { Records, Snapshot } from '@/db/facts/snapshot.ts';
import { incidentsInNumerator } from '@/db/measure-conditions.ts';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { type Asked, EVERYTHING, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { OneValued } from '@/lib/filters/dimensions.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';

/** The order of a list: by a figure, unknown ones last, or by codes of a dimension in the order given. */
export type ListOrder =
  | { by: 'occurred' | 'number' | 'severity' | 'minutesToClose'; descending: boolean }
  | { by: 'dimension'; dimension: OneValued; codes: readonly number[] };

export interface Cut {
  limit: number;
  offset: number;
}

/** The numbers of one page of incidents. Equal ones stand newest first, then by number, so that pages never overlap. */
export async function listIncidentNumbers(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  order: ListOrder,
  cut: Cut,
): Promise<number[]> {
  const rows = await snapshot.facts
    .select({ number: factIncident.number })
    .from(factIncident)
    .where(where(viewer, asked))
    .orderBy(...orderInSql(order))
    .limit(cut.limit)
    .offset(cut.offset);
  return rows.map((row) => row.number);
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

/** The order of a list in SQL, the same on both engines. */
export function orderInSql(order: ListOrder): SQL[] {
  const newestFirst = [
    desc(factIncident.occurredOn),
    desc(factIncident.occurredMinute),
    desc(factIncident.number),
  ];
  if (order.by === 'dimension') return [positionOf(order), ...newestFirst];
  const columns = {
    occurred: [factIncident.occurredOn, factIncident.occurredMinute],
    number: [],
    severity: [factIncident.severity],
    minutesToClose: [factIncident.minutesToClose],
  }[order.by];
  // Written out for both engines: by default each puts unknown values somewhere else.
  const directed = columns.map((column) =>
    order.descending ? sql`${column} desc nulls last` : sql`${column} asc nulls last`,
  );
  const byNumber = order.descending ? desc(factIncident.number) : sql`${factIncident.number} asc`;
  return order.by === 'number' || order.by === 'occurred'
    ? [...directed, byNumber]
    : [...directed, ...newestFirst];
}

function positionOf({ dimension, codes }: Extract<ListOrder, { by: 'dimension' }>): SQL {
  const places = codes.map((code, place) => sql`when ${code} then ${place}`);
  if (places.length < 2) return sql`1 + 0`;
  return sql`case ${columnOf[dimension]} ${sql.join(places, sql` `)} end`.inlineParams();
}
