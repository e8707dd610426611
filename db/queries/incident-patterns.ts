import { count } from 'drizzle-orm';
import { factIncident } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { type Asked, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';

// Each in the order of its codes: of equal counts the engine would give another one first every time.

/** Incidents by trigger code. */
export async function countByTrigger(snapshot: Snapshot, viewer: Viewer, asked: Asked) {
  return snapshot.facts
    .select({ trigger: factIncident.trigger, count: count() })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(factIncident.trigger)
    .orderBy(factIncident.trigger);
}

/** Incidents by trigger and outcome code. */
export async function countByTriggerAndOutcome(snapshot: Snapshot, viewer: Viewer, asked: Asked) {
  return snapshot.facts
    .select({ trigger: factIncident.trigger, outcome: factIncident.outcome, count: count() })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(factIncident.trigger, factIncident.outcome)
    .orderBy(factIncident.trigger, factIncident.outcome);
}

/** Incidents by trigger, escalation path and outcome code: the flow from what set it off to how it ended. */
export async function countByFlow(snapshot: Snapshot, viewer: Viewer, asked: Asked) {
  return snapshot.facts
    .select({
      trigger: factIncident.trigger,
      path: factIncident.path,
      outcome: factIncident.outcome,
      count: count(),
    })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(factIncident.trigger, factIncident.path, factIncident.outcome)
    .orderBy(factIncident.trigger, factIncident.path, factIncident.outcome);
}

/** Incidents by ISO weekday (1 Monday) and local hour; null where only the date is known. */
export async function countByWeekdayAndHour(snapshot: Snapshot, viewer: Viewer, asked: Asked) {
  return snapshot.facts
    .select({ weekday: factIncident.weekday, hour: factIncident.occurredHour, count: count() })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(factIncident.weekday, factIncident.occurredHour)
    .orderBy(factIncident.weekday, factIncident.occurredHour);
}
