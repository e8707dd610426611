import { eq, sql } from 'drizzle-orm';
import { factIncident } from '@/db/facts/schema.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { incidentFactor } from '@/db/schema/incident-details.ts';
import { incident } from '@/db/schema/incidents.ts';
import { rootCause } from '@/db/schema/taxonomies.ts';
import { type Asked, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';

/** A contributory factor as reviewers coded it, with the group that its code belongs to. */
export interface FactorCount {
  rootCause: number;
  label: string;
  group: string | null;
  /** Incidents in which it was coded. */
  count: number;
}

/**
 * Incidents by coded contributory factor, a merged one under its target, and how many incidents have any. Factors are
 * in the record alone, so both are asked of it.
 */
export async function countByFactor(
  records: Records,
  viewer: Viewer,
  asked: Asked,
): Promise<{ factors: FactorCount[]; coded: number }> {
  const coded = records.$with('coded').as(
    records
      .select({
        incidentId: incidentFactor.incidentId,
        code: sql<number>`coalesce(${rootCause.mergedInto}, ${rootCause.code})`
          .mapWith(Number)
          .as('cause_code'),
      })
      .from(incidentFactor)
      .innerJoin(rootCause, eq(rootCause.code, incidentFactor.rootCause))
      .innerJoin(incident, eq(incident.incidentId, incidentFactor.incidentId))
      .innerJoin(factIncident, eq(factIncident.number, incident.number))
      .where(where(viewer, asked)),
  );
  const distinct = sql<number>`count(distinct ${coded.incidentId})`.mapWith(Number);
  const [factors, [all]] = await Promise.all([
    records
      .with(coded)
      .select({ rootCause: rootCause.code, label: rootCause.label, group: rootCause.group, count: distinct })
      .from(coded)
      .innerJoin(rootCause, eq(rootCause.code, coded.code))
      .groupBy(rootCause.code, rootCause.label, rootCause.group)
      .orderBy(rootCause.code),
    records.with(coded).select({ count: distinct }).from(coded),
  ]);
  return { factors, coded: all?.count ?? 0 };
}
