import type { Term } from '../../filters/vocabulary.ts';
import { type Interval, wilson } from '../../statistics/wilson.ts';
import { byName, termOf } from '../terms.ts';

export interface RepeatRow {
  trigger: number;
  /** Of which it can be told whether they repeat an earlier one. */
  incidents: number;
  repeats: number;
  customers: number;
  /** Customers with at least one repeat. */
  returning: number;
}

export interface RepeatTrigger extends Omit<RepeatRow, 'trigger'> {
  term: Term;
  share: number;
  interval: Interval;
  /** Fewer than ten incidents. */
  few: boolean;
  /** Apart from the share of all by more than chance among so many triggers: 99.8 %. */
  stands: 'above' | 'below' | null;
}

export interface Repeats {
  /** The highest share first; triggers of few incidents at the end. */
  triggers: readonly RepeatTrigger[];
  incidents: number;
  repeats: number;
  /** Null of nothing. */
  share: number | null;
}

const FEW = 10;
/** Of 99.8 %, as the outer limits of a funnel plot. */
const Z998 = 3.09;

/** Which triggers customers come back with, and which of them more than others. */
export function findRepeats(rows: readonly RepeatRow[], terms: readonly Term[]): Repeats {
  const incidents = rows.reduce((all, row) => all + row.incidents, 0);
  const repeats = rows.reduce((all, row) => all + row.repeats, 0);
  const share = incidents === 0 ? null : repeats / incidents;
  return {
    triggers: rows
      .flatMap((row) => toTrigger(row, terms, share) ?? [])
      .sort(
        (one, other) =>
          Number(one.few) - Number(other.few) ||
          other.share - one.share ||
          byName(one.term.label, other.term.label),
      ),
    incidents,
    repeats,
    share,
  };
}

function toTrigger(
  { trigger, ...row }: RepeatRow,
  terms: readonly Term[],
  all: number | null,
): RepeatTrigger | null {
  const interval = wilson(row.repeats, row.incidents);
  const [low, high] = wilson(row.repeats, row.incidents, Z998) ?? [0, 1];
  if (interval === null || all === null) return null;
  const few = row.incidents < FEW;
  const stands = low > all ? 'above' : high < all ? 'below' : null;
  const share = row.repeats / row.incidents;
  return { ...row, term: termOf(terms, trigger), share, interval, few, stands: few ? null : stands };
}
