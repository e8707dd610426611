import type { PointUnit } from '../analysis/series.ts';
import type { LocalDate } from '../filters/filters.ts';
import type { Measure } from '../measures/measure.ts';
import type { Pattern } from '../statistics/patterns.ts';
import type { RuleId } from '../statistics/rules.ts';
import type { ChartUnit, SignalState } from './chart-model.ts';
import { formatDate, formatMonth } from './format.ts';

/** What a pattern means for a measure: neutral measures only ever change. */
export function signalState(pattern: Pattern | undefined, better: Measure['better']): SignalState {
  if (!pattern) return 'common';
  if (better === 'neutral' || pattern.direction === null) return 'change';
  return (pattern.direction === 'up') === (better === 'higher') ? 'improvement' : 'concern';
}

/** The rule that fired: "above the upper limit", "9 weeks in a row below the centre", "7 weeks rising". */
export function ruleWords({ rule, direction, points }: Pattern, bucket: ChartUnit): string {
  const up = direction === 'up';
  const limit = up ? 'upper limit' : 'lower limit';
  const side = up ? 'above' : 'below';
  const inARow = `${points.length} ${bucket}s in a row`;
  const words: Record<RuleId, string> = {
    beyond: `${side} the ${limit}`,
    trend: `${points.length} ${bucket}s ${up ? 'rising' : 'falling'}`,
    two_of_three: `2 of 3 near the ${limit}`,
    four_of_five: `4 of 5 towards the ${limit}`,
    shift: `${inARow} ${side} the centre`,
    long_run: `a run of ${points.length} ${bucket}s ${side} the centre`,
    alternating: `${inARow} up and down in turn`,
    hugging: `${inARow} close to the centre`,
    avoiding: `${inARow} away from the centre, on both sides`,
    few_crossings: 'the centre is crossed too seldom',
  };
  return words[rule];
}

/** The same for a card, where room is short: "above upper limit", "9 below the centre", "2 of 3 near limit". */
export function shortRuleWords({ rule, direction, points }: Pattern): string {
  const up = direction === 'up';
  const side = `${points.length} ${up ? 'above' : 'below'} the centre`;
  const words: Record<RuleId, string> = {
    beyond: up ? 'above upper limit' : 'below lower limit',
    trend: `${points.length} ${up ? 'rising' : 'falling'}`,
    two_of_three: '2 of 3 near limit',
    four_of_five: '4 of 5 towards limit',
    shift: side,
    long_run: side,
    alternating: `${points.length} up and down`,
    hugging: `${points.length} close to centre`,
    avoiding: `${points.length} away from centre`,
    few_crossings: 'few crossings',
  };
  return words[rule];
}

export const STATE_WORDS: Record<SignalState, string> = {
  common: 'No real change',
  concern: 'Concern',
  improvement: 'Improvement',
  change: 'Change',
};

/** "the week of 29 May 2023", "May 2023", "the event of 29 May 2023" */
export function bucketWords(start: LocalDate, bucket: PointUnit): string {
  return bucket === 'month' ? formatMonth(start) : `the ${bucket} of ${formatDate(start)}`;
}

/** "29 May 2023" for a week or an event, "May 2023" for a month. */
export function bucketLabel(start: LocalDate, bucket: PointUnit): string {
  return bucket === 'month' ? formatMonth(start) : formatDate(start);
}
