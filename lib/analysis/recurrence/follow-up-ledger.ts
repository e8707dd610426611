import type { Term } from '../../filters/vocabulary.ts';
import { type Interval, wilson } from '../../statistics/wilson.ts';
import { byName, termOf } from '../terms.ts';

/** By what the ledger is kept. */
export const LEDGERS = ['team', 'reason'] as const;
export type Ledger = (typeof LEDGERS)[number];

/** Promised follow-ups of one team. */
export interface FollowUpRow {
  team: number;
  due: number;
  kept: number;
  late: number;
  lateWithReason: number;
  brokenWithReason: number;
  notDueYet: number;
  withoutDay: number;
  /** Distinct incidents of those due. */
  incidents: number;
}

export interface LedgerLine extends Omit<FollowUpRow, 'team'> {
  /** Due and not done: what is neither kept nor late. */
  broken: number;
  /** Kept out of due, with its range; null where none was due. */
  share: number | null;
  interval: Interval | null;
}

export interface FollowUpLedger {
  /** The teams that had some due, by name; the one that is not known is the last. */
  teams: readonly (LedgerLine & { term: Term })[];
  all: LedgerLine;
}

/** What became of what was promised to customers, by team. */
export function toLedger(rows: readonly FollowUpRow[], teams: readonly Term[]): FollowUpLedger {
  const sum = (of: (row: FollowUpRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  return {
    teams: rows
      .filter(({ due }) => due > 0)
      .map((row) => ({ ...toLine(row), term: termOf(teams, row.team) }))
      .sort(
        (one, other) =>
          Number(one.term.code === 0) - Number(other.term.code === 0) ||
          byName(one.term.label, other.term.label),
      ),
    all: toLine({
      due: sum(({ due }) => due),
      kept: sum(({ kept }) => kept),
      late: sum(({ late }) => late),
      lateWithReason: sum(({ lateWithReason }) => lateWithReason),
      brokenWithReason: sum(({ brokenWithReason }) => brokenWithReason),
      notDueYet: sum(({ notDueYet }) => notDueYet),
      withoutDay: sum(({ withoutDay }) => withoutDay),
      incidents: sum(({ incidents }) => incidents),
    }),
  };
}

function toLine(row: Omit<FollowUpRow, 'team'>): LedgerLine {
  const { due, kept, late } = row;
  return {
    ...row,
    broken: due - kept - late,
    share: due === 0 ? null : kept / due,
    interval: wilson(kept, due),
  };
}
