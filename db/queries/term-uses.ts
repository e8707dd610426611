import { and, count, inArray, type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, QueryBuilder } from 'drizzle-orm/pg-core';
import type { Records } from '@/db/facts/snapshot.ts';
import {
  escalationStep,
  incidentFactor,
  review,
  techniqueObservation,
} from '@/db/schema/incident-details.ts';
import { escalationPath, incident } from '@/db/schema/incidents.ts';
import { whereHousekeeping } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import type { EditableSet } from '@/lib/taxonomy/editable-sets.ts';

// As it was coded, a merged value apart from its target: only the record knows that.

/** In how many incidents each value of a vocabulary was coded, by its code. */
export async function countUses(
  records: Records,
  viewer: Viewer,
  set: EditableSet,
): Promise<Map<number, number>> {
  const places = placesOf(set);
  const isOnceEach = places.every(({ incidentId }) => incidentId.table === incident);
  const counted = isOnceEach ? sql`count(*)` : sql`count(distinct u.incident_id)`;
  const [one, ...others] = places.map(
    ({ code, incidentId }) => sql`
    select ${code} as code, ${incidentId} as incident_id from ${code.table} where ${code} is not null`,
  );
  const coded = sql.join([one, ...others], sql` union all `);
  const rows = await records
    .select({
      code: sql`u.code`.mapWith(Number),
      incidents: counted.mapWith(Number),
    })
    .from(sql`(${coded}) as u`)
    .where(whereHousekeeping(viewer))
    .groupBy(sql`u.code`);
  return new Map(rows.map(({ code, incidents }) => [code, incidents]));
}

/** How many incidents were coded with one of these values. */
export async function countIncidentsOf(
  records: Records,
  viewer: Viewer,
  set: EditableSet,
  codes: readonly number[],
): Promise<number> {
  const [row] = await records
    .select({ incidents: count() })
    .from(incident)
    .where(and(whereHousekeeping(viewer), whereCoded(set, codes)));
  return row?.incidents ?? 0;
}

/** Incidents of a quarter of a year. */
export interface QuarterUses {
  /** Its first day. */
  quarter: LocalDate;
  incidents: number;
}

/** The incidents that were coded with one of these values by quarter, the earliest first. */
export async function countUsesByQuarter(
  records: Records,
  viewer: Viewer,
  set: EditableSet,
  codes: readonly number[],
): Promise<QuarterUses[]> {
  return records
    .select({
      quarter: sql<string>`date_trunc('quarter', ${incident.occurredOn})::date`.mapWith(incident.occurredOn),
      incidents: count(),
    })
    .from(incident)
    .where(and(whereHousekeeping(viewer), whereCoded(set, codes)))
    .groupBy(sql`1`)
    .orderBy(sql`1`);
}

/** The escalation paths of the cases that were at one of these levels, as they are counted now. */
export async function countPathsOf(
  records: Records,
  viewer: Viewer,
  levels: readonly number[],
): Promise<{ levels: number[]; incidents: number }[]> {
  return records
    .select({ levels: escalationPath.levels, incidents: count() })
    .from(incident)
    .innerJoin(escalationPath, sql`${escalationPath.code} = ${incident.path}`)
    .where(and(whereHousekeeping(viewer), whereCoded('level', levels)))
    .groupBy(escalationPath.code, escalationPath.levels)
    .orderBy(escalationPath.code);
}

interface Place {
  code: AnyPgColumn;
  incidentId: AnyPgColumn;
}

/** Where the values of a vocabulary are coded. */
function placesOf(set: EditableSet): Place[] {
  const of = (code: AnyPgColumn): Place[] => [{ code, incidentId: incident.incidentId }];
  switch (set) {
    case 'trigger':
      return of(incident.trigger);
    case 'channel':
      return of(incident.channel);
    case 'journey_stage':
      return of(incident.journeyStage);
    case 'product':
      return of(incident.product);
    case 'level':
      return [{ code: escalationStep.level, incidentId: escalationStep.incidentId }];
    case 'technique':
      return [{ code: techniqueObservation.technique, incidentId: techniqueObservation.incidentId }];
    case 'root_cause':
      return [
        { code: review.rootCause, incidentId: review.incidentId },
        { code: incidentFactor.rootCause, incidentId: incidentFactor.incidentId },
      ];
  }
}

function whereCoded(set: EditableSet, codes: readonly number[]): SQL {
  const conditions = placesOf(set).map(({ code, incidentId }) => {
    const among = inArray(code, [...codes]);
    if (incidentId.table === incident) return among;
    return inArray(incident.incidentId, queries.select({ incidentId }).from(code.table).where(among));
  });
  return sql`(${sql.join(conditions, sql` or `)})`;
}

const queries = new QueryBuilder();
