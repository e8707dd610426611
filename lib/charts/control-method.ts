import type { MeasureFindings } from '../analysis/measure-findings.ts';
import { formatCount, formatDecimal, formatFraction } from './format.ts';
import { valueWords } from './measure-words.ts';

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
  const { measure, bucket, judgement, points } = findings;
  const { limits, n } = judgement;
  const partial = points.filter((point) => point.partial).length;
  const parts = partial > 0 ? ` Part ${bucket}s, in neither limits nor rules: ${partial}.` : '';
  if (!limits) return `Whole ${bucket}s with a value: ${n}, too few for limits.${parts}`;
  const { method, centre, trial } = limits;
  const rules = trial
    ? 'Fewer than 12 points: trial limits, no rule applied.'
    : 'Rules of NHS Making Data Count: beyond a limit; 7 on one side of the centre; 7 in one direction; 2 of 3 between two thirds of the way to a limit and the limit.';
  if (method.chart === 'xmr') {
    const range =
      measure.unit === 'count'
        ? formatDecimal(method.averageMovingRange, 2)
        : valueWords(measure, method.averageMovingRange);
    const middle = measure.unit === 'count' ? formatDecimal(centre, 2) : valueWords(measure, centre);
    return `XmR chart of ${n} whole ${bucket}s: centre ${middle} (their mean), limits 2.66 times the mean moving range of ${range} away; moving ranges of 3.267 times their mean or more left out once: ${method.screened}. ${rules}${parts}`;
  }
  const sigma = method.sigmaZ === null ? 'not defined' : formatDecimal(method.sigmaZ, 2);
  const kind =
    method.chart === 'p'
      ? `p chart, limits 3 standard deviations away (σz ${sigma}, not above 1.2)`
      : `Laney p′ chart, limits 3 × σz standard deviations away (σz ${sigma}, above 1.2)`;
  return `${kind}, of ${n} whole ${bucket}s: centre ${valueWords(measure, centre)} (sum of numerators by sum of denominators), standard deviation by each ${bucket}’s own n. ${rules}${parts}`;
}

function methodSentences({ judgement, bucket, points }: MeasureFindings): string[] {
  const { limits } = judgement;
  const part = points.some(({ partial }) => partial) ? [`Part ${bucket}s are hollow and not judged.`] : [];
  if (!limits) return ['No limits yet.', ...part];
  const chart = { xmr: 'XmR chart', p: 'p chart', p_prime: 'Laney p′ chart' }[limits.method.chart];
  return [
    limits.trial ? `${chart}, trial limits, no rule applied.` : `${chart}, 3-sigma limits, NHS rules.`,
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
