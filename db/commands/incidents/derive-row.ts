import type { escalationStep } from '@/db/schema/incident-details.ts';
import { countTeamChanges, derivePath } from '@/lib/intake/derive-path.ts';
import { deriveTimes, type Point } from '@/lib/intake/derive-times.ts';
import { deriveWaits } from '@/lib/intake/derive-waits.ts';
import { documentedBits } from '@/lib/intake/documented.ts';
import { fromCode, PRECISIONS } from '@/lib/taxonomy/fixed-sets.ts';
import type { IncidentRow, IncidentWrite, StepWrite } from './incident-write.ts';

/** The columns that follow from what is said, but for the path's code, which the record gives. */
export type DerivedColumns = Pick<
  IncidentRow,
  | 'occurredOn'
  | 'occurredHour'
  | 'minutesToClose'
  | 'closedBeforeOccurred'
  | 'reportedAfterMinutes'
  | 'levelReached'
  | 'levelRank'
  | 'escalated'
  | 'bounced'
  | 'stepCount'
  | 'teamChanges'
  | 'documented'
>;

export interface Derived {
  columns: DerivedColumns;
  /** Level codes in order; empty when the path is not known. */
  path: number[];
  steps: (typeof escalationStep.$inferInsert)[];
}

/** Derives once, when it is written, what questions would otherwise work out every time. */
export function deriveRow({ said, steps, cues, techniques }: IncidentWrite, timeZone: string): Derived {
  const occurred = pointOf(said.occurredAt, said.occurredPrecision);
  const closed = said.closedAt && pointOf(said.closedAt, said.closedPrecision);
  const reported = said.reportedAt && pointOf(said.reportedAt, said.reportedPrecision);
  const { levels, ...path } = derivePath(steps.map(({ counted }) => counted));
  return {
    path: levels,
    columns: {
      ...deriveTimes(occurred, reported, closed, timeZone),
      ...path,
      stepCount: steps.length,
      teamChanges: countTeamChanges(steps.map((step) => step.teamId)),
      documented: documentedBits({
        precision: occurred.precision,
        hasCustomer: said.customerId !== null,
        hasBehaviour: cues.length > 0 || said.customerState !== 0,
        hasTechnique: techniques.length > 0,
        stepCount: steps.length,
        hasOutcome: said.outcome !== 0,
      }),
    },
    steps: withWaits(steps, closed, timeZone),
  };
}

function withWaits(steps: readonly StepWrite[], closed: Point | null, timeZone: string): Derived['steps'] {
  const points = steps.map(({ at, atPrecision }) => at && pointOf(at, atPrecision));
  const waits = deriveWaits(points, closed, timeZone);
  return steps.map(({ counted: _, ...step }, index) => ({
    ...step,
    nextLevel: steps[index + 1]?.level ?? null,
    waitMinutes: waits[index] ?? null,
  }));
}

function pointOf(at: Date, precision: number | null): Point {
  return { at: at.getTime(), precision: fromCode(PRECISIONS, precision ?? 0) };
}
