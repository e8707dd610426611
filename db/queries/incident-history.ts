import { and, asc, count, desc, eq, gt, lt, or, type SQL } from 'drizzle-orm';
import { factIncident } from '@/db/facts/schema.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { escalationPath, incident } from '@/db/schema/incidents.ts';
import { trigger } from '@/db/schema/taxonomies.ts';
import { EVERYTHING, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Moment } from '@/lib/analysis/incident-record.ts';
import { fromCode, OUTCOMES, type Outcome, PRECISIONS } from '@/lib/taxonomy/fixed-sets.ts';

/** Another incident of the same customer. */
export interface OtherIncident {
  number: number;
  occurred: Moment;
  trigger: string;
  outcome: Outcome;
  /** Level codes in order. */
  path: readonly number[];
}

const MOST_SHOWN = 20;

interface One {
  id: string;
  customerId: number;
  occurredAt: number;
}

/**
 * The incidents of the same customer on one side of one of theirs, the nearest first, at most 20, and how many there
 * are on that side.
 */
export async function listOtherIncidents(
  records: Records,
  viewer: Viewer,
  one: One,
  side: 'earlier' | 'later',
): Promise<{ total: number; incidents: OtherIncident[] }> {
  const isOnSide = side === 'earlier' ? before(one) : after(one);
  const others = and(where(viewer, EVERYTHING), eq(incident.customerId, one.customerId), isOnSide);
  const direction = side === 'earlier' ? desc : asc;
  const facts = eq(factIncident.number, incident.number);
  const [counted, rows] = await Promise.all([
    records.select({ count: count() }).from(incident).innerJoin(factIncident, facts).where(others),
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
      .where(others)
      .orderBy(direction(incident.occurredAt), direction(incident.incidentId))
      .limit(MOST_SHOWN),
  ]);
  return { total: counted[0]?.count ?? 0, incidents: rows.map(toOther) };
}

// By time, then id, as repeats are counted.
function before({ id, occurredAt }: One): SQL | undefined {
  const at = new Date(occurredAt);
  const atTheSameTime = and(eq(incident.occurredAt, at), lt(incident.incidentId, id));
  return or(lt(incident.occurredAt, at), atTheSameTime);
}

function after({ id, occurredAt }: One): SQL | undefined {
  const at = new Date(occurredAt);
  const atTheSameTime = and(eq(incident.occurredAt, at), gt(incident.incidentId, id));
  return or(gt(incident.occurredAt, at), atTheSameTime);
}

function toOther({
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
}): OtherIncident {
  return {
    ...rest,
    occurred: { at: occurredAt.getTime(), precision: fromCode(PRECISIONS, precision) },
    outcome: fromCode(OUTCOMES, outcome),
  };
}
