import { count } from 'drizzle-orm';
import { factIncident } from '@/db/facts/schema.ts';
import { listColumns, type Snapshot } from '@/db/facts/snapshot.ts';
import { countAll } from '@/db/queries/sums/sum-columns.ts';
import { type Asked, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';

// Each in the order of its codes: of equal counts the engine would give another one first every time. Few rows
// are sorted here, which the copy would take longer for.

/** Incidents by trigger code. */
export async function countByTrigger(snapshot: Snapshot, viewer: Viewer, asked: Asked) {
  const counts = await snapshot.facts
    .select({ trigger: factIncident.trigger, count: count() })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(factIncident.trigger);
  return counts.sort(by('trigger'));
}

/** Incidents by trigger and outcome code. */
export async function countByTriggerAndOutcome(snapshot: Snapshot, viewer: Viewer, asked: Asked) {
  const counts = await snapshot.facts
    .select({ trigger: factIncident.trigger, outcome: factIncident.outcome, count: count() })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(factIncident.trigger, factIncident.outcome);
  return counts.sort(by('trigger', 'outcome'));
}

/** Incidents by trigger, escalation path and outcome code: the flow from what set it off to how it ended. */
export async function countByFlow(snapshot: Snapshot, viewer: Viewer, asked: Asked) {
  const { trigger, path, outcome } = factIncident;
  const question = snapshot.facts
    .select({ trigger, path, outcome, count: countAll })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(trigger, path, outcome);
  // There may be thousands of them, all of numbers.
  const { rows, numbers } = await listColumns(snapshot.facts, question);
  const [triggers, paths, outcomes, counts] = [numbers(0), numbers(1), numbers(2), numbers(3)];
  const flows = Array.from({ length: rows }, (_, row) => ({
    trigger: triggers[row] ?? Number.NaN,
    path: paths[row] ?? Number.NaN,
    outcome: outcomes[row] ?? Number.NaN,
    count: counts[row] ?? Number.NaN,
  }));
  return flows.sort(
    (one, other) => one.trigger - other.trigger || one.path - other.path || one.outcome - other.outcome,
  );
}

/** Incidents by ISO weekday (1 Monday) and local hour; null where only the date is known. */
export async function countByWeekdayAndHour(snapshot: Snapshot, viewer: Viewer, asked: Asked) {
  const counts = await snapshot.facts
    .select({ weekday: factIncident.weekday, hour: factIncident.occurredHour, count: count() })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(factIncident.weekday, factIncident.occurredHour);
  return counts.sort(by('weekday', 'hour'));
}

/** By one column after the other, what is not known last. */
function by<Column extends string>(...columns: readonly Column[]) {
  return (one: Record<Column, number | null>, other: Record<Column, number | null>): number => {
    const differing = columns.find((column) => one[column] !== other[column]);
    return differing ? (one[differing] ?? Number.MAX_VALUE) - (other[differing] ?? Number.MAX_VALUE) : 0;
  };
}
