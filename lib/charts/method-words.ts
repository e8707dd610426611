import type { MeasureFindings } from '../analysis/measure-findings.ts';
import type { ChartKind, ChartSegment } from '../statistics/control-chart.ts';
import type { RuleSet } from '../statistics/rules.ts';
import { formatCount, formatDecimal } from './format.ts';
import { valueWords } from './measure-words.ts';
import { bucketWords } from './signal-words.ts';

export const CHART_NAMES: Readonly<Record<ChartKind, string>> = {
  run: 'Run chart',
  xmr: 'XmR chart',
  mr: 'Moving range chart',
  c: 'c chart',
  u: 'u chart',
  u_prime: 'Laney u′ chart',
  p: 'p chart',
  p_prime: 'Laney p′ chart',
  i_prime: 'i′ chart',
  g: 'g chart',
  t: 't chart',
};

/** Which chart, of how many buckets, and how its centre and limits come about. */
export function limitsSentence(findings: MeasureFindings, limits: ChartSegment & { centre: number }): string {
  const { measure, bucket, judgement } = findings;
  const exact = (value: number) =>
    measure.unit === 'count' ? formatDecimal(value, 2) : valueWords(measure, value);
  const name = CHART_NAMES[judgement.chart.kind];
  const of = bucket === 'event' ? `of ${limits.n} events` : `of ${limits.n} whole ${bucket}s`;
  const centre = `centre ${exact(limits.centre)}`;
  const range = limits.averageMovingRange ?? 0;
  const leftOut = `moving ranges of 3.267 times their mean or more left out once: ${limits.screened}`;
  const sigma = limits.sigmaZ === null ? 'not defined' : formatDecimal(limits.sigmaZ, 2);
  const plain = `${name}, limits 3 standard deviations away (σz ${sigma}, ${(limits.sigmaZ ?? 0) > 1.2 ? 'not applied' : 'not above 1.2'})`;
  const widened = `${name}, limits 3 × σz standard deviations away (σz ${sigma}, ${(limits.sigmaZ ?? 0) > 1.2 ? 'above 1.2' : 'applied where above 1'})`;
  const own = `standard deviation by each ${bucket}’s own n`;
  const pooled = `${centre} (sum of numerators by sum of denominators), ${own}`;
  switch (judgement.chart.kind) {
    case 'run':
      return `${name} ${of}: ${centre} (their median), no limits.`;
    case 'xmr':
      return `${name} ${of}: ${centre} (their mean), limits 2.66 times the mean moving range of ${exact(range)} away; ${leftOut}.`;
    case 'mr':
      return `${name} ${of}: ${centre} (their mean difference), upper limit 3.267 times that.`;
    case 'c':
      return `${name} ${of}: ${centre} (their mean), limits 3 times its square root away.`;
    case 'p':
    case 'u':
      return `${plain}, ${of}: ${pooled}.`;
    case 'p_prime':
    case 'u_prime':
      return `${widened}, ${of}: ${pooled}.`;
    case 'i_prime':
      return `${name} ${of}: ${centre} (sum of numerators by sum of denominators), limits 3 mean normalised steps by the root of each ${bucket}’s own n away.`;
    case 'g':
      return `${name} of ${formatCount(limits.n)} events: ${centre} (the median), limits 3 standard deviations √(m (m + 1)) from the mean m.`;
    case 't':
      return `${name} of ${formatCount(limits.n)} events: XmR limits of the times to the power 1 / 3.6, turned back; ${centre}; ${leftOut}.`;
  }
}

/** The rules by name and length. */
export function rulesSentence(set: RuleSet): string {
  const { shift, trend, twoOfThree, alternating, hugging, avoiding } = set;
  const rules = [
    'beyond a limit',
    ...(shift === null ? [] : [`${shift} on one side of the centre`]),
    ...(trend === null ? [] : [`${trend} in one direction`]),
    ...(twoOfThree === null ? [] : [twoOfThreeWords(twoOfThree)]),
    ...(set.fourOfFive ? ['4 of 5 beyond one third of the way to a limit'] : []),
    ...(alternating === null ? [] : [`${alternating} up and down in turn`]),
    ...(hugging === null ? [] : [`${hugging} within one third of the way to the limits`]),
    ...(avoiding === null ? [] : [`${avoiding} outside of that third, on both sides`]),
    ...(set.runs ? ['a run longer, or crossings of the centre fewer, than chance allows'] : []),
  ];
  return `Rules of ${set.label.replace(/^NHS/, 'NHS Making Data Count')}: ${rules.join('; ')}.`;
}

/** Baseline, excluded points and restarts, each with its reason; nothing where none was chosen. */
export function settingsSentences({ bucket, points, judgement }: MeasureFindings): string[] {
  const { baseline, exclusions, rebases, screening } = judgement.chart.method;
  const at = (index: number) => bucketWords(points[index]?.start ?? '', bucket);
  const listed = (remarks: typeof exclusions) =>
    remarks.map(({ index, reason }) => `${at(index)} (${reason})`).join(', ');
  const span =
    baseline === null
      ? []
      : 'first' in baseline
        ? [`Limits from the first ${baseline.first} ${bucket}s of each stretch.`]
        : [`Limits from ${at(baseline.from)} to ${at(baseline.until - 1)}.`];
  return [
    ...span,
    ...(exclusions.length > 0 ? [`Left out of the limits: ${listed(exclusions)}.`] : []),
    ...(rebases.length > 0 ? [`Limits restart at ${listed(rebases)}.`] : []),
    ...(screening ? [] : ['No moving range is left out.']),
  ];
}

function twoOfThreeWords({ beyondCounts }: NonNullable<RuleSet['twoOfThree']>): string {
  const from = 'two thirds of the way to a limit';
  return beyondCounts ? `2 of 3 beyond ${from}` : `2 of 3 between ${from} and the limit`;
}
