import type { MeasureFindings } from '../analysis/measure-findings.ts';
import { formatCount, formatFraction } from './format.ts';
import { CHART_NAMES, limitsSentence, rulesSentence, settingsSentences } from './method-words.ts';

/** The line under a headline: measure, unit, period, n, method, and what is left out. */
export function controlSubtitle(findings: MeasureFindings, periodWords: string): string {
  const { measure, bucket, now } = findings;
  const n = `n\u00a0${formatCount(measure.aggregate === 'count' ? now.total : now.denominator)}`;
  return [
    `${measure.label}: ${measure.words.is}, by ${bucket}, ${periodWords}, ${n}.`,
    ...methodSentences(findings),
    ...leftOutSentences(findings),
  ].join(' ');
}

/** What a measure is and how its limits came about. */
export function defineMeasure(findings: MeasureFindings): { title: string; text: string } {
  const { label, words } = findings.measure;
  return { title: label, text: `${words.definition} ${howComputed(findings)}` };
}

/** Everything that is needed to compute the limits again from the table. */
export function howComputed(findings: MeasureFindings): string {
  const { bucket, judgement, points } = findings;
  const { limits, n } = judgement;
  const partial = points.filter((point) => point.partial).length;
  const parts = partial > 0 ? ` Part ${bucket}s, in neither limits nor rules: ${partial}.` : '';
  if (!limits) return `Whole ${bucket}s with a value: ${n}, too few for limits.${parts}`;
  const { method } = judgement.chart;
  const rules = limits.trial
    ? 'Fewer than 12 points: trial limits, no rule applied.'
    : rulesSentence(method.rules);
  return `${limitsSentence(findings, limits)} ${[rules, ...settingsSentences(findings)].join(' ')}${parts}`;
}

function methodSentences({ judgement, bucket, points }: MeasureFindings): string[] {
  const { limits } = judgement;
  const part = points.some(({ partial }) => partial) ? [`Part ${bucket}s are hollow and not judged.`] : [];
  if (!limits) return ['No limits yet.', ...part];
  const { kind, method } = judgement.chart;
  const chart = CHART_NAMES[kind];
  const limited = kind === 'run' ? 'no limits' : '3-sigma limits';
  return [
    limits.trial
      ? `${chart}, trial limits, no rule applied.`
      : `${chart}, ${limited}, ${method.rules.label} rules.`,
    ...part,
  ];
}

function leftOutSentences({ measure, now, points, judgement, bucket }: MeasureFindings): string[] {
  const gaps = points.filter(({ partial }) => !partial).length - judgement.n;
  return [
    ...(measure.words.leftOut && now.total > now.denominator
      ? [`Left out: ${formatFraction(now.total - now.denominator, now.total)} ${measure.words.leftOut}.`]
      : []),
    ...(gaps > 0
      ? [`${formatCount(gaps)} ${bucket}${gaps === 1 ? '' : 's'} with nothing to count: a gap.`]
      : []),
  ];
}
