import type { BucketUnit } from '../filters/buckets.ts';
import type { LocalDate } from '../filters/filters.ts';
import type { Measure } from '../measures/measure.ts';
import type { Pattern } from '../statistics/patterns.ts';
import type { SignalState } from './chart-model.ts';
import { formatDate, formatMonth } from './format.ts';

/** What a pattern means for a measure: neutral measures only ever change. */
export function signalState(pattern: Pattern | undefined, better: Measure['better']): SignalState {
  if (!pattern) return 'common';
  if (better === 'neutral') return 'change';
  return (pattern.direction === 'up') === (better === 'higher') ? 'improvement' : 'concern';
}

/** The rule that fired: "above the upper limit", "9 weeks in a row below the centre", "7 weeks rising". */
export function ruleWords({ rule, direction, points }: Pattern, bucket: BucketUnit): string {
  const up = direction === 'up';
  const limit = up ? 'upper limit' : 'lower limit';
  if (rule === 'beyond') return `${up ? 'above' : 'below'} the ${limit}`;
  if (rule === 'two_of_three') return `2 of 3 near the ${limit}`;
  if (rule === 'trend') return `${points.length} ${bucket}s ${up ? 'rising' : 'falling'}`;
  return `${points.length} ${bucket}s in a row ${up ? 'above' : 'below'} the centre`;
}

/** The same for a card, where room is short: "above upper limit", "9 below the centre", "2 of 3 near limit". */
export function shortRuleWords({ rule, direction, points }: Pattern): string {
  const up = direction === 'up';
  if (rule === 'beyond') return up ? 'above upper limit' : 'below lower limit';
  if (rule === 'two_of_three') return '2 of 3 near limit';
  if (rule === 'trend') return `${points.length} ${up ? 'rising' : 'falling'}`;
  return `${points.length} ${up ? 'above' : 'below'} the centre`;
}

export const STATE_WORDS: Record<SignalState, string> = {
  common: 'No real change',
  concern: 'Concern',
  improvement: 'Improvement',
  change: 'Change',
};

/** "the week of 29 May 2023", "May 2023" */
export function bucketWords(start: LocalDate, bucket: BucketUnit): string {
  return bucket === 'week' ? `the week of ${formatDate(start)}` : formatMonth(start);
}

/** "29 May 2023" for a week, "May 2023" for a month. */
export function bucketLabel(start: LocalDate, bucket: BucketUnit): string {
  return bucket === 'week' ? formatDate(start) : formatMonth(start);
}
