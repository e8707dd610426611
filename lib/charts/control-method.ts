import type { Figure, MeasureFindings } from '../analysis/measure-findings.ts';
import { GRAINS } from '../measures/grain.ts';
import type { Measure } from '../measures/measure.ts';
import { POINTS_FOR_LIMITS } from '../statistics/control-chart.ts';
import { CHART_PASSAGES } from '../statistics/method-passages.ts';
import { POINTS_FOR_RUNS } from '../statistics/runs.ts';
import type { Definition } from './chart-model.ts';
import { chartReason } from './chart-offer.ts';
import { contactSentences } from './contact-words.ts';
import { formatCount, formatCounted, formatFraction, formatList } from './format.ts';
import { besideWords, countedWords, recordWords } from './measure-words.ts';
import { CHART_NAMES, limitsSentence, rulesSentence, settingsSentences } from './method-words.ts';

/** The line under a headline: measure, unit, period, n, method, and what is left out. */
export function controlSubtitle(findings: MeasureFindings, periodWords: string): string {
  const { measure, bucket } = findings;
  const points = bucket === 'event' ? 'one point an event from the second on' : `by ${bucket}`;
  return [
    `${measure.label}: ${measure.words.is}, ${points}, ${periodWords}, ${countOf(findings)}.`,
    ...(bucket === 'event' ? ['A higher point is a rarer event.'] : []),
    ...numeratorOnlySentence(findings),
    ...contactSentences(findings),
    ...methodSentences(findings),
    ...leftOutSentences(findings),
  ].join(' ');
}

/** What a measure is and how its limits came about. */
export function defineMeasure(findings: MeasureFindings): Definition {
  const { measure, now, judgement } = findings;
  const here = now.leftOut > 0 && measure.words.leftOut ? ` Here that is ${leftOutCount(measure, now)}.` : '';
  return {
    title: measure.label,
    text: `${measure.words.definition}${here}\n${howComputed(findings)}`,
    passage: CHART_PASSAGES[judgement.chart.kind],
  };
}

/** Everything that is needed to compute the limits again from the table. */
export function howComputed(findings: MeasureFindings): string {
  const { bucket, judgement, points } = findings;
  const { limits, n } = judgement;
  const partial = points.filter((point) => point.partial).length;
  const parts = partial > 0 ? ` Part ${bucket}s, in neither limits nor rules: ${partial}.` : '';
  if (!limits) return `Whole ${bucket}s with a value: ${n}, too few for limits.${parts}`;
  const sentences = [
    chartReason(findings),
    limitsSentence(findings, limits),
    judgedSentence(findings),
    ...settingsSentences(findings),
  ];
  return `${sentences.join(' ')}${parts}`;
}

function judgedSentence({
  bucket,
  judgement: { chart, limits, isJudged, isTooRare },
}: MeasureFindings): string {
  if (isJudged || limits?.constant) return rulesSentence(chart.method.rules);
  if (isTooRare) return `Fewer than one event a ${bucket}: no rule applied.`;
  return chart.kind === 'run'
    ? `Fewer than ${POINTS_FOR_RUNS} points beside the median: no rule applied.`
    : `Fewer than ${POINTS_FOR_LIMITS} points: trial limits, no rule applied.`;
}

/** "n 2,331", "n 412 steps in 291 incidents", "712 in 65,210 contacts" */
function countOf({ measure, now, bucket, points }: MeasureFindings): string {
  if (bucket === 'event')
    return `${formatCounted(points.length + 1, 'event')} among ${formatCount(now.denominator)}`;
  const { grain, aggregate } = measure;
  if (aggregate === 'rate') return countedWords(measure, now) ?? '';
  const n = formatCount(aggregate === 'count' ? now.total : now.denominator);
  if (grain === 'incident') return `n\u00a0${n}`;
  return `n\u00a0${recordWords(grain, now.denominator)} in ${formatCounted(now.incidents, 'incident')}`;
}

function numeratorOnlySentence({ numeratorOnly }: MeasureFindings): string[] {
  if (numeratorOnly.length === 0) return [];
  return [
    `Incidents are narrowed by ${formatList(numeratorOnly)}, contacts are not: nobody counted them so.`,
  ];
}

/** "120 of 412 steps that are the first of their case; 12 still open" */
function leftOutWords(measure: Measure, now: Figure): string {
  return [`${leftOutCount(measure, now)} ${measure.words.leftOut}`, ...besideWords(now)].join('; ');
}

/** "81 of 2,412", "120 of 412 steps" */
function leftOutCount({ aggregate, grain }: Measure, { leftOut, all }: Figure): string {
  const noun = grain === 'incident' || aggregate === 'rate' ? '' : ` ${GRAINS[grain].many}`;
  return `${formatFraction(leftOut, all)}${noun}`;
}

function methodSentences({ judgement, bucket, points }: MeasureFindings): string[] {
  const { limits, isJudged } = judgement;
  const part = points.some(({ partial }) => partial) ? [`Part ${bucket}s are hollow and not judged.`] : [];
  if (!limits) return ['No limits yet.', ...part];
  const { kind, method } = judgement.chart;
  const chart = CHART_NAMES[kind];
  const limited = kind === 'run' ? 'no limits' : limits.trial ? 'trial limits' : '3-sigma limits';
  const rules = isJudged || limits.constant ? `${method.rules.label} rules` : 'no rule applied';
  return [`${chart}, ${limited}, ${rules}.`, ...part];
}

function leftOutSentences({ measure, now, points, judgement, bucket }: MeasureFindings): string[] {
  const gaps = points.filter(({ partial }) => !partial).length - judgement.n;
  return [
    ...(measure.words.leftOut && now.leftOut > 0 ? [`Left out: ${leftOutWords(measure, now)}.`] : []),
    ...(gaps > 0
      ? [`${formatCount(gaps)} ${bucket}${gaps === 1 ? '' : 's'} with nothing to count: a gap.`]
      : []),
  ];
}
