import type { Judgement } from '../analysis/judge.ts';
import { isFew, type MeasureFindings } from '../analysis/measure-findings.ts';
import type { SeriesPoint } from '../analysis/series.ts';
import type { Measure } from '../measures/measure.ts';
import { addsUp } from '../measures/sums.ts';
import { POINTS_FOR_LIMITS } from '../statistics/control-chart.ts';
import type { Pattern } from '../statistics/patterns.ts';
import { POINTS_FOR_RUNS } from '../statistics/runs.ts';
import type { SignalState } from './chart-model.ts';
import { isCountOnly } from './contact-words.ts';
import { formatCount, formatCounted } from './format.ts';
import { countedWords, rangeWords, recordWords, valueWords } from './measure-words.ts';
import { bucketWords, ruleWords, signalState } from './signal-words.ts';

/** What is to be seen in a measure over time, in one sentence that only says what the rules found. */
export function controlHeadline(findings: MeasureFindings): string {
  const { measure, bucket, now, judgement } = findings;
  const { n, limits, patterns, isJudged } = judgement;
  if (now.total === 0) return 'No incidents in this period';
  if (measure.grain === 'contact' && isCountOnly(findings))
    return `${measure.label}: count only, no contacts are known for these days`;
  if (now.denominator === 0) return `${measure.label} cannot be told yet`;
  if (n === 0) return `Too early to say: no whole ${bucket} yet`;
  if (!limits && n >= POINTS_FOR_LIMITS) {
    return `${measure.label}: ${n} ${bucket}s with gaps between them show no usual range`;
  }
  if (limits?.constant && !limits.trial) return constantHeadline(findings, limits);
  if (!isJudged) return tooEarly(findings);
  return patterns.length === 0
    ? `${measure.label}: no real change in ${n} ${bucket}s; ${usualWords(findings)}`
    : signalHeadline(findings, patterns);
}

/** "33–112": the limits at the newest whole point, since they may differ from point to point; null without any. */
export function usualRange({ measure, judgement }: MeasureFindings): string | null {
  const { lower = null, upper = null } = judgement.chart.points[judgement.newest ?? -1] ?? {};
  return lower === null || upper === null ? null : rangeWords(measure, lower, upper);
}

/** "Too early to say: 8 weeks, 12 are needed for limits" */
function tooEarly({ measure, bucket, judgement }: MeasureFindings): string {
  const { n, limits, isTooRare } = judgement;
  if (isTooRare && n >= POINTS_FOR_LIMITS)
    return `${measure.label}: fewer than one event a ${bucket} in ${formatCounted(n, bucket)}, too few to judge ${bucket}s`;
  if (n < POINTS_FOR_LIMITS)
    return `Too early to say: ${formatCounted(n, bucket)}, ${POINTS_FOR_LIMITS} are needed for limits`;
  if (limits && limits.n < POINTS_FOR_LIMITS)
    return `Too early to say since the limits were re-based: ${formatCounted(limits.n, bucket)}, ${POINTS_FOR_LIMITS} are needed`;
  return `Too early to say: fewer than ${POINTS_FOR_RUNS} of ${formatCounted(n, bucket)} lie beside the median`;
}

/** "usual range 33–112 a week", "median 74 a week" */
function usualWords(findings: MeasureFindings): string {
  const { measure, bucket, judgement } = findings;
  const range = usualRange(findings);
  const per = addsUp(measure) ? ` a ${bucket}` : '';
  if (range !== null) return `usual range ${range}${per}`;
  return `median ${valueWords(measure, judgement.limits?.centre ?? 0)}${per}`;
}

function constantHeadline(
  { measure, bucket, points, now }: MeasureFindings,
  { centre, from, n }: NonNullable<Judgement['limits']>,
): string {
  if (measure.aggregate === 'share') {
    const whole = points
      .slice(from)
      .filter(({ partial }) => !partial)
      .reduce((sum, point) => sum + (point.denominator ?? 0), 0);
    const counted = `${measure.grain === 'incident' ? formatCount(whole) : recordWords(measure.grain, whole)} in ${n} ${bucket}s`;
    return `${measure.label}: ${centre === 0 ? 'none' : 'all'} of ${counted}, no variation`;
  }
  if (addsUp(measure) && centre === 0 && from === 0 && now.value !== 0) {
    return `${measure.label}: none in ${n} whole ${bucket}s, ${valueWords(measure, now.value ?? 0)} in part ${bucket}s`;
  }
  return `${measure.label}: ${valueWords(measure, centre)} in each of ${n} ${bucket}s, no variation`;
}

function signalHeadline(findings: MeasureFindings, patterns: readonly Pattern[]): string {
  const { measure, bucket, judgement } = findings;
  const current = judgement.newest === null ? undefined : judgement.byPoint[judgement.newest]?.[0];
  if (current) {
    const state = signalState(current, measure.better);
    return `${measure.label}: ${realChange[state]}, ${placed(findings, current)}; ${usualWords(findings)}${seasonWords(findings)}`;
  }
  const last = patterns.at(-1);
  const marked = judgement.byPoint.filter((here) => here.length > 0).length;
  const stood = `${marked} of ${judgement.n} ${bucket}s stood out, most recently ${last ? placed(findings, last) : ''}`;
  return `${measure.label}: no real change now; ${stood}; ${usualWords(findings)}`;
}

/** A signal that came a year before as well is the season: the newest bucket does not differ from its like. */
function seasonWords({ windows, difference, judgement: { newest } }: MeasureFindings): string {
  if (windows.comparedWith !== 'last-year' || !difference || difference.verdict === 'too_early') return '';
  const differs =
    difference.verdict === 'changed' &&
    difference.patterns.some(({ points }) => points.includes(newest ?? -1));
  return differs ? '' : '; no different from the year before';
}

const realChange: Record<SignalState, string> = {
  common: 'no real change',
  concern: 'a concern',
  improvement: 'an improvement',
  change: 'a real change',
};

/** "above the upper limit in the week of 29 May 2023 (120)", "9 weeks in a row above the centre to May 2023" */
function placed({ measure, bucket, points }: MeasureFindings, pattern: Pattern): string {
  const point = points[pattern.last];
  if (!point) return ruleWords(pattern, bucket);
  const where = bucketWords(point.start, bucket);
  if (pattern.rule !== 'beyond') return `${ruleWords(pattern, bucket)} to ${where}`;
  const value = point.value === null ? '' : ` (${toldValue(measure, point, point.value)})`;
  return `${ruleWords(pattern, bucket)} in ${where}${value}`;
}

/** "34.2 %"; of too few what it was counted from: "3 of 3". */
function toldValue(measure: Measure, { numerator, denominator }: SeriesPoint, value: number): string {
  if (!isFew(measure, denominator)) return valueWords(measure, value);
  const sums = { numerator: numerator ?? 0, denominator: denominator ?? 0 };
  return countedWords(measure, sums) ?? valueWords(measure, value);
}
