import type { Narrowing } from '../filters/filters.ts';
import type { MeasureId } from '../measures/measure-ids.ts';
import type { ControlChart, SignalState } from './chart-model.ts';

/** A series that shows a special cause now. */
export interface SignalRow {
  /** The same as long as the signal lasts: series, rule, direction and the bucket in which it fired. */
  key: string;
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
  spark: ControlChart;
  latest: string;
  usual: string;
  open: { label: string; narrowing: Narrowing };
}

export interface SignalList {
  kind: 'signals';
  rows: readonly SignalRow[];
  /** Series that were judged, those among them that are quiet, and those that are too few to judge. */
  judged: number;
  quiet: number;
  few: number;
  /** How many of those judged would be flagged where nothing has changed; null where that is not tabled. */
  expected: number | null;
  period: string;
}
