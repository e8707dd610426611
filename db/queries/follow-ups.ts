import { eq } from 'drizzle-orm';
import { factFollowUp, factIncident } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { followUpConditions } from '@/db/measure-conditions.ts';
import { countDistinctWhere, countWhere } from '@/db/queries/sums/sum-columns.ts';
import { type Asked, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';

/**
 * Promised follow-ups by the team of their incident: due, kept, late, with a reason for being late or broken, and the
 * incidents that those due belong to; beside them those not due yet and those without a day.
 */
export async function countFollowUpsByTeam(snapshot: Snapshot, viewer: Viewer, asked: Asked) {
  const is = followUpConditions(asked);
  return snapshot.facts
    .select({
      team: factIncident.team,
      due: countWhere(is.due),
      kept: countWhere(is.kept),
      late: countWhere(is.late),
      lateWithReason: countWhere(is.lateWithReason),
      brokenWithReason: countWhere(is.brokenWithReason),
      notDueYet: countWhere(is.notDueYet),
      withoutDay: countWhere(is.withoutDay),
      incidents: countDistinctWhere(factIncident.number, is.due),
    })
    .from(factFollowUp)
    .innerJoin(factIncident, eq(factFollowUp.number, factIncident.number))
    .where(where(viewer, { ...asked, measure: null }))
    .groupBy(factIncident.team)
    .orderBy(factIncident.team);
}

/** Those of them that came late or are broken, by the reason that was given: a code of FOLLOW_UP_REASONS. */
export async function countFollowUpsByReason(snapshot: Snapshot, viewer: Viewer, asked: Asked) {
  const is = followUpConditions(asked);
  return snapshot.facts
    .select({ reason: factFollowUp.reason, late: countWhere(is.late), broken: countWhere(is.broken) })
    .from(factFollowUp)
    .innerJoin(factIncident, eq(factFollowUp.number, factIncident.number))
    .where(where(viewer, { ...asked, measure: null }))
    .groupBy(factFollowUp.reason)
    .orderBy(factFollowUp.reason);
}
