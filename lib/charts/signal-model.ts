import type { Narrowing } from '../filters/filters.ts';
import type { MeasureId } from '../measures/measure-ids.ts';
import type { SignalState, Spark } from './chart-model.ts';

/** A series that shows a special cause now. */
export interface SignalRow {
  /** The same as long as the signal lasts: series, rule, direction and the bucket in which it fired. */
  key: string;
  /** What somebody said of it; null where nobody has. */
  seen: SaidOfSignal | null;
  /** The bucket in which the rule first fired: "2 Nov". */
  fired: string;
  /** "Escalation rate, chat" */
  series: string;
  measure: MeasureId;
  /** What narrows the page to this series; null where it is of everything. */
  of: Narrowing | null;
  state: Exclude<SignalState, 'common'>;
  /** "below the lower limit" */
  rule: string;
  /** The whole of it in a sentence. */
  sentence: string;
  spark: Spark;
  latest: string;
  usual: string;
  open: { label: string; narrowing: Narrowing };
}

/** What a person said of a signal or series: "Seen by account:1 on 3 Nov 2026". */
export interface SaidOfSignal {
  reviewId: number;
  words: string;
}

export interface SignalList {
  kind: 'signals';
  /** Those that nobody has seen yet come first. */
  rows: readonly SignalRow[];
  /** Series that signal and are muted: not among the rows, and counted. */
  muted: readonly (SaidOfSignal & { series: string })[];
  /** Series that were judged, those among them that are quiet, and those that are too few to judge. */
  judged: number;
  quiet: number;
  few: number;
  /** How many of those judged would be flagged where nothing has changed; null where that is not tabled. */
  expected: number | null;
  period: string;
}
