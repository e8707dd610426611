import type { Figure, MeasureFindings } from '../analysis/measure-findings.ts';
import { FEWEST } from '../analysis/measure-findings.ts';
import { POINTS_FOR_LIMITS } from '../statistics/control-chart.ts';
import type { MeasureCard } from './chart-model.ts';
import { usualRange } from './control-headline.ts';
import {
  durationUnit,
  formatCount,
  formatCounted,
  formatDate,
  formatDuration,
  formatFraction,
  formatMinutes,
  formatPercent,
  formatRough,
} from './format.ts';
import { valueWords } from './measure-words.ts';
import { STATE_WORDS, shortRuleWords, signalState } from './signal-words.ts';

/** The large figure and its unit; null where it cannot be told or counts too few. */
export function cardValue({ measure, now }: MeasureFindings): { value: string | null; unit: string } {
  if (measure.unit === 'count') return { value: formatCount(now.numerator), unit: '' };
  const unit = durationUnit(now.value ?? 0);
  if (now.value === null || now.few) return { value: null, unit: '' };
  return measure.unit === 'share'
    ? { value: formatPercent(now.value), unit: '%' }
    : { value: formatDuration(now.value, unit), unit: unit.name };
}

/** Two short lines beside the figure: its fraction and its interval, or its rate and usual range. */
export function cardDetail(findings: MeasureFindings): string[] {
  const { measure, bucket, now, judgement } = findings;
  if (measure.unit === 'count') {
    const { limits, n } = judgement;
    if (!limits) return n === 0 ? [] : [formatCounted(n, `whole ${bucket}`)];
    const range = limits.trial || limits.constant ? [] : [`usual ${usualRange(findings)}`];
    return [`${formatRough(limits.centre)} a ${bucket}`, ...range];
  }
  if (now.denominator === 0)
    return measure.words.leftOut ? [`none of ${formatCount(now.total)}`, 'can be counted'] : [];
  if (measure.unit === 'share') {
    const [low, high] = now.interval ?? [0, 1];
    return [
      formatFraction(now.numerator, now.denominator),
      now.few ? 'too few' : `${formatPercent(low)}–${formatPercent(high)}`,
    ];
  }
  const p90 =
    now.p90 === null || now.value === null
      ? []
      : [`90th pct. ${formatDuration(now.p90, durationUnit(now.value))}`];
  return [`median of ${formatCount(now.denominator)}`, ...(now.few ? ['too few'] : p90)];
}

/** What the newest whole bucket says: the rule that fired, or that none did, or that it is too early. */
export function cardVerdict({ measure, bucket, now, judgement }: MeasureFindings): MeasureCard['verdict'] {
  const { n, limits, newest, byPoint } = judgement;
  if (now.total === 0) return { state: 'few', words: 'No incidents' };
  if (now.denominator === 0) return { state: 'few', words: `All ${measure.words.leftOut}` };
  if (now.few) return { state: 'few', words: `Too few: ${now.denominator} of ${FEWEST} needed` };
  if (!limits || limits.trial)
    return { state: 'few', words: `Too early: ${n} of ${POINTS_FOR_LIMITS} ${bucket}s` };
  if (limits.constant) return { state: 'common', words: 'No variation' };
  const pattern = newest === null ? undefined : byPoint[newest]?.[0];
  const state = signalState(pattern, measure.better);
  return { state, words: pattern ? `${STATE_WORDS[state]}: ${shortRuleWords(pattern)}` : STATE_WORDS.common };
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
  const beside = [
    ...(now.pending ? [`${formatCount(now.pending)} pending`] : []),
    ...(now.open ? [`${formatCount(now.open)} still open`] : []),
  ];
  const isCompared = before && comparisonWords && (before.value !== null || now.value !== null);
  const earlier = isCompared ? [beforeWords(findings, before, comparisonWords)] : [];
  const also = findings.also ? [alsoWords(findings, findings.also)] : [];
  return [...earlier, ...also, ...beside].join('; ');
}

function alsoWords({ measure }: MeasureFindings, { noun, figure }: NonNullable<MeasureFindings['also']>) {
  if (figure.value === null) return `nothing to tell in ${noun}`;
  if (figure.few) return `too few in ${noun}: ${formatFraction(figure.numerator, figure.denominator)}`;
  return `${valueWords(measure, figure.value)} in ${noun}`;
}

function beforeWords({ measure, windows }: MeasureFindings, before: Figure, words: string): string {
  const { comparison, coverage } = windows;
  const short = coverage && comparison && comparison.from < coverage.from;
  const caution = short ? `, from ${formatDate(coverage.from)} on` : '';
  if (measure.unit === 'count')
    return `${before.numerator === 0 ? 'None' : formatCount(before.numerator)} in ${words}${caution}`;
  if (before.value === null) return `Nothing to tell before${caution}`;
  if (before.few) return `Too few before: ${formatFraction(before.numerator, before.denominator)}${caution}`;
  if (measure.unit === 'minutes') return `${formatMinutes(before.value)} before${caution}`;
  return `${valueWords(measure, before.value)} before, ${formatFraction(before.numerator, before.denominator)}${caution}`;
}
