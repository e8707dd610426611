import type { Looked } from './bar.ts';
import type { Cells, Counts } from './cells.ts';
import type { Combination } from './combinations.ts';
import type { PatternKind } from './evidence.ts';

/** What the facts say about all combinations of up to three values. */
export interface ScanInput {
  /** Everything that is looked at; `before` is 0 without a comparison. */
  all: Counts;
  /** Combinations with at least `ANTECEDENT_CASES` incidents in both periods together. */
  cells: Cells;
  /** The same among the days, teams and channels with known contacts, and those contacts; null where they do not suffice. */
  contacts: { all: Counts; cells: Cells } | null;
  clumping: Clumping;
}

/** How incidents come in clumps, as far as all values tell. */
export interface Clumping {
  /** How many times as much counts of a combination vary as independent incidents would, as its values let expect. */
  usual(of: Counted): number;
  /** How many weeks of a combination's own it takes to tell as much about it as that does. */
  weeks(kind: PatternKind): number;
}

/** What is counted of one combination. */
export interface Counted {
  kind: PatternKind;
  combination: Combination;
  /** Of this combination, and of everything. */
  own: Counts;
  all: Counts;
}

/** One question that was asked about one combination, with what chance has to say of it. */
export interface Test extends Counted {
  p: number;
}

export interface Tests {
  looked: Looked;
  /** Those that chance alone would seldom give. */
  suspects: readonly Test[];
}
