import type { WrittenIncidents } from '@/db/commands/incidents/write-incidents.ts';
import { type Batch, widen } from './batches.ts';
import { type Counters, type Coverage, NOTHING_YET } from './import-ledger.ts';
import { type ProblemKind, type ProblemRow, toNote } from './import-problems.ts';

/** What of a file is in, as the run's row also says it: both move in one transaction. */
export interface Standing {
  counters: Counters;
  coverage: Coverage;
  /** Bytes of the file whose rows have been dealt with. */
  bytes: number;
  /** How many problems there were of each kind, and how many rows of the list are taken. */
  problems: Record<ProblemKind, number>;
  seq: number;
}

export const AT_THE_START: Standing = {
  counters: NOTHING_YET,
  coverage: null,
  bytes: 0,
  problems: { rejected: 0, merged: 0, kept: 0, noted: 0 },
  seq: 0,
};

/** A file made of nothing but wrong rows would otherwise fill the record with its own copy. */
export const MOST_LISTED = 10_000;

/** Where the run stands after a batch, and which of the problems still have room in the list. */
export function advance(
  standing: Standing,
  batch: Batch,
  written: WrittenIncidents,
  problems: readonly ProblemRow[],
): { next: Standing; listed: ProblemRow[] } {
  const { counters } = standing;
  const counts = { ...standing.problems };
  const listed = problems.filter(({ kind }) => {
    counts[kind]++;
    return counts[kind] <= MOST_LISTED;
  });
  const coverage = batch.coverage ? widen(standing.coverage, batch.coverage) : standing.coverage;
  const next = {
    counters: {
      read: counters.read + batch.rows,
      merged: counters.merged + batch.merged,
      rejected: counters.rejected + batch.rejected,
      created: counters.created + written.created,
      updated: counters.updated + written.updated,
      unchanged: counters.unchanged + written.unchanged,
      unclassified: counters.unclassified + batch.unclassified,
    },
    coverage,
    bytes: standing.bytes + batch.bytes,
    problems: counts,
    seq: standing.seq + listed.length,
  };
  return { next, listed };
}

/** What the list says of problems that it has no room for. */
export function describeUnlisted({ problems }: Standing): ProblemRow[] {
  return Object.entries(problems)
    .filter(([, count]) => count > MOST_LISTED)
    .map(([kind, count]) => toNote(0, null, `${count - MOST_LISTED} more rows are ${kind} and not listed`));
}
