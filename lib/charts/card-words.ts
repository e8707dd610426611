import type { Judgement } from '../analysis/judge.ts';
import type { Figure, MeasureFindings } from '../analysis/measure-findings.ts';
import { FEWEST } from '../analysis/measure-findings.ts';
import type { PointUnit } from '../analysis/series.ts';
import { GRAINS } from '../measures/grain.ts';
import type { Measure } from '../measures/measure.ts';
import { addsUp } from '../measures/sums.ts';
import { POINTS_FOR_LIMITS } from '../statistics/control-chart.ts';
import type { MeasureCard } from './chart-model.ts';
import { isCountOnly, missingDaysWords } from './contact-words.ts';
import { usualRange } from './control-headline.ts';
import {
  formatCount,
  formatCounted,
  formatDate,
  formatList,
  formatPercent,
  formatRough,
  formatShare,
} from './format.ts';
import { besideWords, countedWords, recordWords, valueWords } from './measure-words.ts';
import { capital } from './sentence-words.ts';
import { STATE_WORDS, shortRuleWords, signalState } from './signal-words.ts';
import { figureIn, unitName } from './unit-format.ts';

/** The large figure and its unit; null where it cannot be told or counts too few. */
export function cardValue({ measure, now }: MeasureFindings): { value: string | null; unit: string } {
  if (measure.unit === 'count') return { value: formatCount(now.numerator), unit: '' };
  if (now.value === null || now.few) return { value: null, unit: '' };
  return { value: figureIn(measure, now.value), unit: unitName(measure, now.value) ?? '' };
}

/** Two short lines beside the figure: what it was counted from, and how sure or how usual it is. */
export function cardDetail(findings: MeasureFindings): string[] {
  const { measure, now } = findings;
  if (measure.aggregate === 'count') return perBucket(findings);
  if (isCountOnly(findings)) return [formatCounted(now.total, 'incident'), 'count only'];
  if (now.denominator === 0)
    return measure.words.leftOut ? [`none of ${formatCount(now.all)}`, 'can be counted'] : [];
  if (measure.aggregate === 'rate') return perUnit(measure, now);
  const second = now.few ? 'too few' : secondLine(measure, now);
  return [firstLine(measure, now), ...(second === null ? [] : [second])];
}

/** "11 a week", "usual 5–16" */
function perBucket(findings: MeasureFindings): string[] {
  const { bucket, judgement } = findings;
  const { limits, n, chart, isJudged } = judgement;
  if (!limits) return n === 0 ? [] : [formatCounted(n, `whole ${bucket}`)];
  const range = isJudged ? usualRange(findings) : null;
  const centre = `${chart.kind === 'run' ? 'median ' : ''}${formatRough(limits.centre)}`;
  return [`${centre} a ${bucket}`, ...(range === null ? [] : [`usual ${range}`])];
}

/** "per 1,000 contacts", "712 in 65,210": the unit of a rate is too long to stand behind its figure. */
function perUnit({ grain, unit }: Measure, { numerator, denominator, few }: Figure): string[] {
  const of = unit === 'per_1000_contacts' ? `per 1,000 ${GRAINS[grain].many}` : `per ${GRAINS[grain].one}`;
  return few
    ? [`${formatCount(numerator)} in ${recordWords(grain, denominator)}`, 'too few']
    : [of, `${formatCount(numerator)} in ${formatCount(denominator)}`];
}

/** "655 of 2,331", "median of 60", "12.40 each of 31" */
function firstLine(measure: Measure, now: Figure): string {
  const { aggregate, grain } = measure;
  const counted =
    grain === 'incident' && aggregate !== 'share'
      ? formatCount(now.denominator)
      : (countedWords(measure, now) ?? '');
  if (aggregate === 'share') return counted;
  if (aggregate !== 'sum') return `${aggregate} of ${counted}`;
  return `${figureIn(measure, now.numerator / now.denominator)} each of ${counted}`;
}

/** The interval of a share, the 90th percentile of times, how many there are of all for a mean. */
function secondLine(measure: Measure, now: Figure): string | null {
  if (now.interval) return now.interval.map((end) => formatPercent(end)).join('–');
  if (now.p90 !== null && now.value !== null) return `90th pct. ${figureIn(measure, now.p90, now.value)}`;
  const isPart = measure.aggregate === 'mean' && now.denominator < now.all;
  return isPart ? `${formatShare(now.denominator / now.all)} of all` : null;
}

/** What the newest whole bucket says: the rule that fired, or that none did, or that it is too early. */
export function cardVerdict(findings: MeasureFindings): MeasureCard['verdict'] {
  const { measure, bucket, now, judgement } = findings;
  const { limits, newest, byPoint, isJudged } = judgement;
  if (now.total === 0) return { state: 'few', words: 'No incidents' };
  if (measure.grain === 'contact' && isCountOnly(findings))
    return { state: 'few', words: 'Count only: no contacts known' };
  if (now.denominator === 0) return { state: 'few', words: `All ${measure.words.leftOut}` };
  if (now.few) return { state: 'few', words: `Too few: ${now.denominator} of ${FEWEST} needed` };
  if (limits?.constant && !limits.trial) return { state: 'common', words: 'No variation' };
  if (!isJudged) return { state: 'few', words: tooEarly(bucket, judgement) };
  const pattern = newest === null ? undefined : byPoint[newest]?.[0];
  const state = signalState(pattern, measure.better);
  return { state, words: pattern ? `${STATE_WORDS[state]}: ${shortRuleWords(pattern)}` : STATE_WORDS.common };
}

/** "Too early: 8 of 12 weeks", "Too early: 3 of 12 since re-based", "Too few: under one a week" */
function tooEarly(bucket: PointUnit, { n, limits, isTooRare }: Judgement): string {
  if (isTooRare && n >= POINTS_FOR_LIMITS) return `Too few: under one a ${bucket}`;
  if (n < POINTS_FOR_LIMITS) return `Too early: ${n} of ${POINTS_FOR_LIMITS} ${bucket}s`;
  if (limits && limits.n < POINTS_FOR_LIMITS)
    return `Too early: ${limits.n} of ${POINTS_FOR_LIMITS} since re-based`;
  return 'Too few beside the median';
}

/** The target in short, and what the usual range says about it. */
export function cardTarget({ measure, bucket, target, assurance }: MeasureFindings): MeasureCard['target'] {
  if (target === null) return null;
  const meanings = {
    pass: `The whole usual range meets it: left as it is, every ${bucket} will.`,
    fail: `The whole usual range misses it: left as it is, no ${bucket} will meet it.`,
    hit_or_miss: `It lies inside the usual range: some ${bucket}s will meet it and some will miss it.`,
    none: 'There are no limits yet by which this can be told.',
  };
  const meaning =
    measure.better === 'neutral' ? 'Neither side of it counts as good.' : meanings[assurance ?? 'none'];
  return { words: `target\u00a0${valueWords(measure, target)}`, assurance, meaning };
}

/**
 * The same figure of the comparison in words, and what stands beside the measure: pending, open. Empty where nothing is
 * compared, which the bar above says once for all.
 */
export function cardComparison(findings: MeasureFindings, comparisonWords: string | null): string {
  const { now, before } = findings;
  const isCompared = before && comparisonWords && (before.value !== null || now.value !== null);
  const earlier = isCompared ? [beforeWords(findings, before, comparisonWords)] : [];
  const also = findings.also ? [alsoWords(findings, findings.also)] : [];
  return capital([...ofContacts(findings), ...earlier, ...also, ...besideWords(now)].join('; '));
}

/** What a rate of contacts lacks: "contacts of any trigger", "3 days without contacts". */
function ofContacts({ measure, numeratorOnly, contacts }: MeasureFindings): string[] {
  if (measure.grain !== 'contact' || isCountOnly({ contacts })) return [];
  return [
    ...(numeratorOnly.length > 0 ? [`contacts of any ${formatList(numeratorOnly)}`] : []),
    ...(contacts && contacts.missingDays > 0 ? [missingDaysWords(contacts)] : []),
  ];
}

function alsoWords({ measure }: MeasureFindings, { noun, figure }: NonNullable<MeasureFindings['also']>) {
  if (figure.value === null) return `nothing to tell in ${noun}`;
  if (figure.few) return `too few in ${noun}: ${countedWords(measure, figure)}`;
  if (addsUp(measure) && figure.value === 0) return `none in ${noun}`;
  return `${valueWords(measure, figure.value)} in ${noun}`;
}

function beforeWords({ measure, windows }: MeasureFindings, before: Figure, words: string): string {
  const { comparison, coverage } = windows;
  const short = coverage && comparison && comparison.from < coverage.from;
  const caution = short ? `, from ${formatDate(coverage.from)} on` : '';
  if (addsUp(measure) && before.value === 0) return `none in ${words}${caution}`;
  if (measure.aggregate === 'count') return `${formatCount(before.numerator)} in ${words}${caution}`;
  if (before.value === null) return `nothing to tell before${caution}`;
  if (before.few) return `too few before: ${countedWords(measure, before)}${caution}`;
  if (measure.aggregate === 'sum') return `${valueWords(measure, before.value)} in ${words}${caution}`;
  const isFraction = measure.aggregate === 'share' || measure.aggregate === 'rate';
  const counted = isFraction ? `, ${countedWords(measure, before)}` : '';
  return `${valueWords(measure, before.value)} before${counted}${caution}`;
}
