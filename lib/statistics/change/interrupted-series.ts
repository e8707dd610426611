import type { Fraction } from '../fraction.ts';
import { type PoissonFit, poissonRegression } from '../poisson-regression.ts';
import { type Interval, Z95 } from '../wilson.ts';
import { type Detectable, detectable } from './detectable.ts';
import { type Interruption, interruptionTerms } from './interruption-terms.ts';

export interface FittedSeries {
  kind: 'fitted';
  /** The level after the change by what the trend before it would have led to, and its 95 % interval. */
  ratio: number;
  interval: Interval;
  /** The interval leaves 1 out. */
  clear: boolean;
  detectable: Detectable | null;
  /** From one point to the next, apart from the change and the season. */
  trend: number;
  /** 1 where points vary as counts do; the interval is widened by its root where it is more. */
  dispersion: number;
  /** Of what neighbouring points miss the line by; with `autocorrelated` the interval is too narrow. */
  autocorrelation: number;
  autocorrelated: boolean;
  before: number;
  after: number;
  /** Expected events at each point as it was, and had nothing changed; null at a gap. */
  fitted: readonly (number | null)[];
  counterfactual: readonly (number | null)[];
}

export interface NoSeries {
  kind: 'none';
  /** Fewer than 8 points on a side; no event on a side; trend, season and change cannot be told apart. */
  why: 'few_points' | 'no_events' | 'inseparable';
  before: number;
  after: number;
}

export const POINTS_EACH_SIDE = 8;

/**
 * By how much a count, or a rate, changed its level when something was done, beyond the trend that was there anyway and
 * beyond the season.
 *
 * Method: Poisson regression log(count) = log(exposure) + a + b · after + c · time, with pairs of sine and cosine for the
 * season where asked for; ratio exp(b), interval exp(b ± 1.96 se √φ), φ the dispersion or 1 if that is more (quasi-Poisson;
 * Lopez Bernal, Cummins and Gasparrini 2017, International Journal of Epidemiology 46:348-355). Autocorrelated when
 * lag 1 of the Pearson residuals exceeds 1.96/√n. `points` are in order and equally far apart, events by exposure (1, or
 * days, where only counts are known); null, or an exposure of 0, is a gap. A `changeIndex` outside the points is a
 * RangeError. Example: 59 months of heart attacks in Sicily, smoking banned after 36, two pairs for the season: 0.885,
 * from 0.839 to 0.933.
 */
export function interruptedSeries(
  points: readonly (Fraction | null)[],
  interruption: Interruption,
): FittedSeries | NoSeries {
  const { changeIndex } = interruption;
  if (!(Number.isInteger(changeIndex) && changeIndex >= 0 && changeIndex <= points.length))
    throw new RangeError(`the change lies outside of the ${points.length} points, at ${changeIndex}`);
  const rows = points.map((point, index) => {
    if (point === null || point.denominator === 0) return null;
    const { numerator: count, denominator: exposure } = point;
    return { count, exposure, terms: interruptionTerms(index, points.length, interruption) };
  });
  const known = rows.filter((row) => row !== null);
  const earlier = rows.slice(0, changeIndex).filter((row) => row !== null);
  const sides = { before: earlier.length, after: known.length - earlier.length };
  if (Math.min(sides.before, sides.after) < POINTS_EACH_SIDE)
    return { kind: 'none', why: 'few_points', ...sides };
  const events = (some: readonly { count: number }[]) => some.reduce((sum, { count }) => sum + count, 0);
  if (events(earlier) === 0 || events(known) === events(earlier))
    return { kind: 'none', why: 'no_events', ...sides };
  const fit = poissonRegression(known);
  if (fit === null) return { kind: 'none', why: 'inseparable', ...sides };
  let next = 0;
  const fitted = rows.map((row) => (row === null ? null : (fit.fitted[next++] ?? null)));
  const residuals = rows.map((row, index) => {
    const expected = fitted[index] ?? null;
    return row === null || expected === null ? null : (row.count - expected) / Math.sqrt(expected);
  });
  const autocorrelation = lagOne(residuals);
  const ratio = Math.exp(fit.coefficients[1] ?? 0);
  return {
    kind: 'fitted',
    ...judged(fit),
    trend: Math.exp((fit.coefficients[2] ?? 0) / points.length),
    dispersion: fit.dispersion,
    autocorrelation,
    autocorrelated: autocorrelation > Z95 / Math.sqrt(known.length),
    ...sides,
    fitted,
    counterfactual: fitted.map((expected, index) =>
      expected === null || index < changeIndex ? expected : expected / ratio,
    ),
  };
}

function judged(fit: PoissonFit): Pick<FittedSeries, 'ratio' | 'interval' | 'clear' | 'detectable'> {
  const change = fit.coefficients[1] ?? 0;
  const reach = Z95 * Math.sqrt((fit.covariance[1]?.[1] ?? 0) * Math.max(1, fit.dispersion));
  const interval = [Math.exp(change - reach), Math.exp(change + reach)] as const;
  return {
    ratio: Math.exp(change),
    interval,
    clear: interval[0] > 1 || interval[1] < 1,
    detectable: detectable('ratio', interval, 1),
  };
}

/** The correlation of neighbours, about a mean of 0; a gap has no neighbours. */
function lagOne(residuals: readonly (number | null)[]): number {
  let [products, squares] = [0, 0];
  for (const [index, residual] of residuals.entries()) {
    products += (residual ?? 0) * (residuals[index + 1] ?? 0);
    squares += (residual ?? 0) ** 2;
  }
  return squares === 0 ? 0 : products / squares;
}
