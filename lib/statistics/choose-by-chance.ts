import { attributeLimits } from './attribute-limits.ts';
import type { FractionSeries, ValueSeries } from './chart-series.ts';
import type { Found } from './choose-chart.ts';
import type { ChartKind } from './control-chart.ts';
import { type Dispersion, dispersion } from './dispersion.ts';
import { type Fraction, toRate, toShare } from './fraction.ts';
import { OVERDISPERSED } from './laney.ts';

/** Points differ more than chance explains where its test gives less than this. */
const REJECTED = 0.05;

type ChanceSeries = ValueSeries<'count'> | FractionSeries<'share' | 'rate'>;

interface Pair {
  name: string;
  /** The chart of chance alone, and the one for more variation than that. */
  plain: ChartKind;
  wide: ChartKind;
  wideWords: string;
}

const PAIRS: Readonly<Record<'share' | 'rate' | 'count', Pair>> = {
  share: {
    name: 'p chart',
    plain: 'p',
    wide: 'p_prime',
    wideWords: 'Laney p′ chart: neighbours vary more than chance alone explains, so limits are widened by it',
  },
  rate: {
    name: 'u chart',
    plain: 'u',
    wide: 'u_prime',
    wideWords: 'Laney u′ chart: neighbours vary more than chance alone explains, so limits are widened by it',
  },
  count: {
    name: 'c chart',
    plain: 'c',
    wide: 'xmr',
    wideWords:
      'XmR chart: neighbours vary more than independent events would, so limits come from their steps',
  },
};

/**
 * The chart of counts, shares and rates, for which theory says how much chance alone varies.
 *
 * Method: fewer than one event a point (for shares, or one case without it), the chart of what lies between events;
 * σz above 1.2, or above 1 where the overdispersion test rejects, the wider chart; else the plain one. With σz up to
 * 1 an XmR chart would be narrower than chance makes it. Example: see chooseChart.
 */
export function chooseByChance(series: ChanceSeries, n: number): Found {
  const { name, plain, wide, wideWords } = PAIRS[series.form];
  const points = fractionsOf(series);
  const form = series.form === 'share' ? 'share' : 'rate';
  const events = points.reduce((sum, point) => sum + (point?.numerator ?? 0), 0);
  const others = points.reduce((sum, point) => sum + (point ? point.denominator - point.numerator : 0), 0);
  const few = form === 'share' ? Math.min(events, others) : events;
  if (few === 0)
    return { chart: plain, reason: () => `${name}: the same at every point, no variation to judge.` };
  if (few < n) return rare(form, few, n);
  const variance = form === 'share' ? (share: number) => share * (1 - share) : (rate: number) => rate;
  const usual = attributeLimits([], points, { variance, widening: 'never', screen: true });
  const sigmaZ = usual?.sigmaZ ?? null;
  let known: { spread: Dispersion | null } | undefined;
  const spread = () => {
    known ??= { spread: dispersion(form, points) };
    return known.spread;
  };
  const isWide = sigmaZ !== null && isWider(sigmaZ, spread);
  const reason = () => {
    const words = isWide ? wideWords : `${name}: ${chanceWords(spread())}`;
    return `${words} (${spreadWords(sigmaZ, spread())}).`;
  };
  return { chart: isWide ? wide : plain, reason, sigmaZ, dispersion: spread };
}

/** The test takes longer than σz and is made only where it decides. */
function isWider(sigmaZ: number, spread: () => Dispersion | null): boolean {
  return sigmaZ > OVERDISPERSED || (sigmaZ > 1 && isRejected(spread()));
}

function fractionsOf(series: ChanceSeries): (Fraction | null)[] {
  if (series.form === 'share') return series.points.map(toShare);
  if (series.form === 'rate') return series.points.map(toRate);
  return series.points.map((count) => toRate(count === null ? null : { numerator: count, denominator: 1 }));
}

function rare(form: 'share' | 'rate', few: number, n: number): Found {
  const fewer = `${few} in ${n} points are fewer than one a point`;
  return form === 'share'
    ? {
        chart: 'g',
        needs: 'cases_between',
        reason: () => `g chart: ${fewer}, so the cases between them say more; or take longer periods.`,
      }
    : {
        chart: 't',
        needs: 'time_between',
        reason: () => `t chart: ${fewer}, so the time between them says more; or take longer periods.`,
      };
}

function isRejected(spread: Dispersion | null): boolean {
  return spread !== null && spread.p < REJECTED;
}

function chanceWords(spread: Dispersion | null): string {
  return isRejected(spread)
    ? 'points differ more than chance alone explains but neighbours do not, which speaks of a change, not of a wider range'
    : 'points vary as chance alone explains';
}

function spreadWords(sigmaZ: number | null, spread: Dispersion | null): string {
  return [
    ...(sigmaZ === null ? [] : [`σz ${sigmaZ.toFixed(2)}`]),
    ...(spread === null ? [] : [`variance ${spread.ratio.toFixed(2)} times that of chance`]),
  ].join(', ');
}
