import type { MeasureFindings } from '../analysis/measure-findings.ts';
import type { Pattern } from '../statistics/patterns.ts';
import type { ControlChart } from './chart-model.ts';
import { formatDay, formatMonth } from './format.ts';
import { countedWords, valueWords } from './measure-words.ts';
import { ruleWords, signalState } from './signal-words.ts';

const AT_MOST = 3;
/** The same words are not said twice within a tenth of the period. */
const APART = 10;

/** Words beside the newest signals: what stood out and by which rule, newest first. */
export function controlNotes(findings: MeasureFindings): ControlChart['notes'] {
  const { judgement, measure } = findings;
  const ends = new Map<number, Pattern>();
  for (const pattern of judgement.patterns) {
    const shown = judgement.byPoint[pattern.last]?.[0];
    if (shown === pattern) ends.set(pattern.last, pattern);
  }
  const chosen: Pattern[] = [];
  for (const [index, pattern] of [...ends].sort(([one], [other]) => other - one)) {
    const near = chosen.some(
      (other) => other.last - index < findings.points.length / APART && isSame(other, pattern),
    );
    if (!near && chosen.length < AT_MOST) chosen.push(pattern);
  }
  return chosen.map((pattern) => ({
    index: pattern.last,
    lines: noteLines(findings, pattern),
    state: signalState(pattern, measure.better),
  }));
}

function isSame(one: Pattern, other: Pattern): boolean {
  return one.rule === other.rule && one.direction === other.direction;
}

function noteLines({ measure, bucket, points }: MeasureFindings, pattern: Pattern): string[] {
  const words = ruleWords(pattern, bucket);
  const point = points[pattern.last];
  if (pattern.rule !== 'beyond' || !point || point.value === null) return [words];
  const day = bucket === 'month' ? formatMonth(point.start) : formatDay(point.start);
  const sums = { numerator: point.numerator ?? 0, denominator: point.denominator ?? 0 };
  const counted = measure.aggregate === 'share' ? countedWords(measure, sums) : null;
  const value = counted ?? valueWords(measure, point.value);
  return [`${day}: ${value},`, words];
}
