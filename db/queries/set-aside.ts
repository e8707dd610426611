import { and, asc, count, desc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Records } from '@/db/facts/snapshot.ts';
import { countedAs } from '@/db/queries/named-incidents.ts';
import { setAside } from '@/db/schema/incident-details.ts';
import { incident } from '@/db/schema/incidents.ts';
import { trigger } from '@/db/schema/taxonomies.ts';
import { whereIncidents, whereSetAside } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { SetAsideCounts } from '@/lib/standing/standing-words.ts';
import { fromCode, PRECISIONS, STANDINGS, type Standing, toCode } from '@/lib/taxonomy/fixed-sets.ts';

/** How one incident stands, and what it is the same as. */
export interface IncidentStanding {
  incidentId: string;
  number: number;
  customerId: number | null;
  standing: Standing;
  /** By number; null unless it is set aside as the same, and where that one is gone or not the viewer's to see. */
  sameAs: number | null;
}

const kept = alias(incident, 'kept');

/** How an incident in the viewer's scope stands, by its number; null where there is none. */
export async function findStanding(
  records: Records,
  viewer: Viewer,
  number: number,
): Promise<IncidentStanding | null> {
  const [row] = await records
    .select({
      incidentId: incident.incidentId,
      number: incident.number,
      customerId: incident.customerId,
      standing: incident.standing,
      sameAs: kept.number,
    })
    .from(incident)
    .leftJoin(setAside, and(eq(setAside.incidentId, incident.incidentId), isNull(setAside.undoneAt)))
    .leftJoin(kept, eq(kept.incidentId, setAside.sameAs))
    .where(and(eq(incident.number, number), whereIncidents(viewer)))
    .limit(1);
  return row ? { ...row, standing: fromCode(STANDINGS, row.standing) } : null;
}

/** Each time that an incident was set aside, the latest first. */
export async function listStandings(records: Records, incidentId: string) {
  const rows = await records
    .select({
      standing: setAside.standing,
      sameAs: kept.number,
      reason: setAside.reason,
      setAsideBy: setAside.setAsideBy,
      setAsideAt: setAside.setAsideAt,
      undoneBy: setAside.undoneBy,
      undoneAt: setAside.undoneAt,
    })
    .from(setAside)
    .leftJoin(kept, eq(kept.incidentId, setAside.sameAs))
    .where(eq(setAside.incidentId, incidentId))
    .orderBy(desc(setAside.seq));
  return rows.map((row) => ({ ...row, standing: fromCode(STANDINGS, row.standing) }));
}

/** The numbers of the incidents in the viewer's scope that are set aside as the same as one, the lowest first. */
export async function listDuplicates(
  records: Records,
  viewer: Viewer,
  incidentId: string,
): Promise<number[]> {
  const rows = await records
    .select({ number: incident.number })
    .from(setAside)
    .innerJoin(incident, eq(incident.incidentId, setAside.incidentId))
    .where(and(eq(setAside.sameAs, incidentId), isNull(setAside.undoneAt), whereIncidents(viewer)))
    .orderBy(asc(incident.number));
  return rows.map(({ number }) => number);
}

/** How many incidents in the viewer's scope are set aside. */
export async function countSetAside(records: Records, viewer: Viewer): Promise<SetAsideCounts> {
  const rows = await records
    .select({ standing: incident.standing, count: count() })
    .from(incident)
    .where(whereSetAside(viewer))
    .groupBy(incident.standing);
  const of = (standing: Standing) =>
    rows.find((row) => row.standing === toCode(STANDINGS, standing))?.count ?? 0;
  return { not_an_incident: of('not_an_incident'), same_as_another: of('same_as_another') };
}

/** The incidents in the viewer's scope that are set aside, what was set aside last first. */
export async function listSetAside(
  records: Records,
  viewer: Viewer,
  standing: Standing | null,
  cut: { limit: number; offset: number },
) {
  const rows = await records
    .select({
      number: incident.number,
      occurredAt: incident.occurredAt,
      precision: incident.occurredPrecision,
      trigger: trigger.label,
      standing: incident.standing,
      sameAs: kept.number,
      reason: setAside.reason,
      setAsideBy: setAside.setAsideBy,
      setAsideAt: setAside.setAsideAt,
    })
    .from(incident)
    .innerJoin(setAside, and(eq(setAside.incidentId, incident.incidentId), isNull(setAside.undoneAt)))
    .innerJoin(trigger, countedAs(trigger, incident.trigger))
    .leftJoin(kept, eq(kept.incidentId, setAside.sameAs))
    .where(
      and(
        whereSetAside(viewer),
        standing === null ? undefined : eq(incident.standing, toCode(STANDINGS, standing)),
      ),
    )
    .orderBy(desc(setAside.setAsideAt), desc(incident.number))
    .limit(cut.limit)
    .offset(cut.offset);
  return rows.map((row) => ({
    ...row,
    standing: fromCode(STANDINGS, row.standing),
    precision: fromCode(PRECISIONS, row.precision),
  }));
}
