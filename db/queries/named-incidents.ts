import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Records } from '@/db/facts/snapshot.ts';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { type channel, type journeyStage, type product, trigger } from '@/db/schema/taxonomies.ts';
import { whereIncidents } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import { fromCode, PRECISIONS, STANDINGS } from '@/lib/taxonomy/fixed-sets.ts';

/** By what incidents in the viewer's scope can be told apart, those that are set aside too, in no order. */
export async function listNamedIncidents(records: Records, viewer: Viewer, numbers: readonly number[]) {
  const rows = await records
    .select({
      number: incident.number,
      occurredOn: incident.occurredOn,
      precision: incident.occurredPrecision,
      standing: incident.standing,
      trigger: trigger.label,
      topic: incidentText.topic,
    })
    .from(incident)
    .innerJoin(trigger, countedAs(trigger, incident.trigger))
    .leftJoin(incidentText, eq(incidentText.incidentId, incident.incidentId))
    .where(and(inArray(incident.number, [...numbers]), whereIncidents(viewer)));
  return rows.map(({ precision, standing, ...row }) => ({
    ...row,
    precision: fromCode(PRECISIONS, precision),
    standing: fromCode(STANDINGS, standing),
  }));
}

/** The condition of a join with the term that a coded one counts as. */
export function countedAs(
  terms: typeof trigger | typeof channel | typeof journeyStage | typeof product,
  coded: AnyPgColumn,
): SQL {
  return sql`${terms.code} = (select coalesce(m.merged_into, m.code) from ${terms} as m where m.code = ${coded})`;
}
