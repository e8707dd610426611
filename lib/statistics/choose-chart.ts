import { type ChartSeries, countValues, KINDS_OF_FORM } from './chart-series.ts';
import { chooseByChance } from './choose-by-chance.ts';
import { type ChartKind, POINTS_FOR_LIMITS } from './control-chart.ts';
import type { Dispersion } from './dispersion.ts';
import type { Fraction } from './fraction.ts';
import { POINTS_FOR_RUNS } from './runs.ts';

/** Which chart fits a series, and why. */
export interface ChartChoice {
  chart: ChartKind;
  /** A sentence for whoever reads the chart. */
  reason: string;
  /** Other points than those given that the chart is drawn of: counts are so low that the gaps between them say more. */
  needs: 'cases_between' | 'time_between' | null;
  /**
   * What can be drawn of the given points: the chart itself unless it needs others; below 10 points, where runs say
   * nothing either, the usual one with trial limits.
   */
  drawable: ChartKind;
  /** What else can be drawn of the given points. */
  alternatives: readonly ChartKind[];
  /** Points with a value. */
  n: number;
  /** σz and the test of the whole series, where shares, rates or counts are judged by them. */
  sigmaZ: number | null;
  dispersion: Dispersion | null;
}

/** What is found of a series before its other charts are listed; what takes long is found when it is asked for. */
export interface Found
  extends Pick<ChartChoice, 'chart'>,
    Partial<Pick<ChartChoice, 'needs' | 'drawable' | 'sigmaZ'>> {
  reason: () => string;
  dispersion?: () => Dispersion | null;
}

/** Denominators further apart than this have limits too unlike to be told as one pair. */
const UNLIKE = 2;

/**
 * Which chart fits a series by what it counts and by how much it counts.
 *
 * Method: fewer than 12 points, run chart; fewer than one event (or one case without it) a point, the cases or the
 * time between events (g, t); shares p and rates u, as p′ and u′ where neighbours vary more than chance (σz above
 * 1.2, or above 1 with the overdispersion test below 5 %); counts c, or XmR by the same rule, so that limits are never
 * narrower than chance makes them; means XmR, or i′ where denominators differ by more than twice; medians XmR.
 * Sources: Montgomery, Introduction to Statistical Quality Control, ch. 7; Laney 2002; qcc; Provost and Murray, The
 * Health Care Data Guide (2011), ch. 5. A share above 1 or below 0 is a RangeError. Example: qcc's 30 counts with
 * mean 12.7, σz 1.11 and 1.47 times the variance of chance (p 0.049): XmR.
 */
export function chooseChart(series: ChartSeries): ChartChoice {
  const { n, found, drawable } = findChart(series);
  const { chart, needs = null, sigmaZ = null } = found;
  const alternatives = KINDS_OF_FORM[series.form].filter((kind) => kind !== drawable);
  const spread = found.dispersion?.() ?? null;
  return { chart, reason: found.reason(), needs, drawable, alternatives, n, sigmaZ, dispersion: spread };
}

/** Which chart is drawn of a series, without the words that say why: `drawable` of its choice. */
export function chooseKind(series: ChartSeries): ChartKind {
  return findChart(series).drawable;
}

function findChart(series: ChartSeries): { n: number; found: Found; drawable: ChartKind } {
  const n = countValues(series);
  const found = n < POINTS_FOR_LIMITS ? shortSeries(n) : byForm(series, n);
  const [usual = 'run'] = KINDS_OF_FORM[series.form];
  const drawable = found.drawable ?? (found.needs || n < POINTS_FOR_RUNS ? usual : found.chart);
  return { n, found, drawable };
}

function shortSeries(n: number): Found {
  const judged =
    n < POINTS_FOR_RUNS ? `and runs about the median from ${POINTS_FOR_RUNS} on` : 'so runs about the median';
  return {
    chart: 'run',
    reason: () =>
      `Run chart: ${n} point${n === 1 ? '' : 's'} with a value; limits are judged from ${POINTS_FOR_LIMITS} on, ${judged}.`,
  };
}

function byForm(series: ChartSeries, n: number): Found {
  switch (series.form) {
    case 'share':
    case 'rate':
    case 'count':
      return chooseByChance(series, n);
    case 'mean':
      return means(series.points);
    case 'duration':
      return {
        chart: 'xmr',
        reason: () => 'XmR chart: single values, whose variation is told by the steps between neighbours.',
      };
    case 'cases_between':
      return { chart: 'g', reason: () => 'g chart: cases between rare events, one point an event.' };
    case 'time_between':
      return times(series.points);
  }
}

function means(points: readonly (Fraction | null)[]): Found {
  const sizes = points.flatMap((point) => (point && point.denominator > 0 ? [point.denominator] : []));
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  return most > UNLIKE * least
    ? {
        chart: 'i_prime',
        reason: () => `i′ chart: means of ${least} to ${most}, so each point has limits by its own number.`,
      }
    : { chart: 'xmr', reason: () => `XmR chart: means of much the same number, ${least} to ${most}.` };
}

function times(points: readonly (number | null)[]): Found {
  return points.some((time) => time !== null && time <= 0)
    ? {
        chart: 'g',
        needs: 'cases_between',
        drawable: 'run',
        reason: () =>
          'g chart: two events at one time, so that the cases between them say more than the time.',
      }
    : { chart: 't', reason: () => 't chart: time between rare events, one point an event.' };
}
