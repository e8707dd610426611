import { and, count, desc, eq, lt, or, type SQL } from 'drizzle-orm';
import { factIncident } from '@/db/facts/schema.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { escalationPath, incident } from '@/db/schema/incidents.ts';
import { trigger } from '@/db/schema/taxonomies.ts';
import { EVERYTHING, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Moment } from '@/lib/analysis/incident-record.ts';
import { fromCode, OUTCOMES, type Outcome, PRECISIONS } from '@/lib/taxonomy/fixed-sets.ts';

export interface EarlierIncident {
  number: number;
  occurred: Moment;
  trigger: string;
  outcome: Outcome;
  /** Level codes in order. */
  path: readonly number[];
}

const MOST_SHOWN = 20;

/** The incidents of the same customer before one of theirs, newest first, at most 20, and how many there are. */
export async function listEarlierIncidents(
  records: Records,
  viewer: Viewer,
  one: { id: string; customerId: number; occurredAt: number },
): Promise<{ total: number; incidents: EarlierIncident[] }> {
  const earlier = and(where(viewer, EVERYTHING), eq(incident.customerId, one.customerId), before(one));
  const facts = eq(factIncident.number, incident.number);
  const [counted, rows] = await Promise.all([
    records.select({ count: count() }).from(incident).innerJoin(factIncident, facts).where(earlier),
    records
      .select({
        number: incident.number,
        occurredAt: incident.occurredAt,
        precision: incident.occurredPrecision,
        trigger: trigger.label,
        outcome: incident.outcome,
        path: escalationPath.levels,
      })
      .from(incident)
      .innerJoin(factIncident, facts)
      .innerJoin(trigger, eq(trigger.code, factIncident.trigger))
      .innerJoin(escalationPath, eq(escalationPath.code, factIncident.path))
      .where(earlier)
      .orderBy(desc(incident.occurredAt), desc(incident.incidentId))
      .limit(MOST_SHOWN),
  ]);
  return { total: counted[0]?.count ?? 0, incidents: rows.map(toEarlier) };
}

// By time, then id, as repeats are counted.
function before({ id, occurredAt }: { id: string; occurredAt: number }): SQL | undefined {
  const at = new Date(occurredAt);
  const atTheSameTime = and(eq(incident.occurredAt, at), lt(incident.incidentId, id));
  return or(lt(incident.occurredAt, at), atTheSameTime);
}

function toEarlier({
  occurredAt,
  precision,
  outcome,
  ...rest
}: {
  number: number;
  occurredAt: Date;
  precision: number;
  trigger: string;
  outcome: number;
  path: number[];
}): EarlierIncident {
  return {
    ...rest,
    occurred: { at: occurredAt.getTime(), precision: fromCode(PRECISIONS, precision) },
    outcome: fromCode(OUTCOMES, outcome),
  };
}
