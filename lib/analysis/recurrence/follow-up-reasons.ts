import { type Interval, wilson } from '../../statistics/wilson.ts';
import { FOLLOW_UP_REASONS, type FollowUpReason, fromCode } from '../../taxonomy/fixed-sets.ts';

/** Promised follow-ups that came late or are broken, by a code of FOLLOW_UP_REASONS. */
export interface ReasonRow {
  reason: number;
  late: number;
  broken: number;
}

export interface ReasonLine {
  reason: FollowUpReason;
  late: number;
  broken: number;
  missed: number;
  /** Of all that came late or are broken, with its 95 % range. */
  share: number;
  interval: Interval;
}

export interface FollowUpReasons {
  /** The commonest first; those without a reason are the last. */
  reasons: readonly ReasonLine[];
  late: number;
  broken: number;
  missed: number;
  /** How many of the missed ones have a reason. */
  given: number;
}

/** Why what was promised came late or not at all. */
export function toReasons(rows: readonly ReasonRow[]): FollowUpReasons {
  const sum = (of: (row: ReasonRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  const [late, broken] = [sum((row) => row.late), sum((row) => row.broken)];
  const missed = late + broken;
  const reasons = rows
    .flatMap((row) => toLine(row, missed) ?? [])
    .sort(
      (one, other) =>
        Number(one.reason === 'unknown') - Number(other.reason === 'unknown') ||
        other.missed - one.missed ||
        FOLLOW_UP_REASONS.indexOf(one.reason) - FOLLOW_UP_REASONS.indexOf(other.reason),
    );
  const without = reasons.find(({ reason }) => reason === 'unknown')?.missed ?? 0;
  return { reasons, late, broken, missed, given: missed - without };
}

function toLine({ reason, late, broken }: ReasonRow, missed: number): ReasonLine | null {
  const interval = wilson(late + broken, missed);
  if (interval === null || late + broken === 0) return null;
  const of = { late, broken, missed: late + broken, share: (late + broken) / missed, interval };
  return { reason: fromCode(FOLLOW_UP_REASONS, reason), ...of };
}
