import type { ChartKind } from './control-chart.ts';
import type { Fraction } from './fraction.ts';

type ValueForm = 'count' | 'duration' | 'cases_between' | 'time_between';
type FractionForm = 'share' | 'rate' | 'mean';

/** What the points of a series are, which decides the charts that can be drawn of them. */
export type SeriesForm = ValueForm | FractionForm;

/** The points of a measure in time order; null is a gap. */
export type ChartSeries = ValueSeries<ValueForm> | FractionSeries<FractionForm>;

/** A `duration` is the median of a period; `cases_between` and `time_between` have one point an event. */
export type ValueSeries<F extends ValueForm> = {
  [Form in F]: { form: Form; points: readonly (number | null)[] };
}[F];

/** A `mean` is a sum of values by their number. */
export type FractionSeries<F extends FractionForm> = {
  [Form in F]: { form: Form; points: readonly (Fraction | null)[] };
}[F];

/** The charts that can be drawn of each form, for whoever wants another than the chosen one. */
export const KINDS_OF_FORM: Readonly<Record<SeriesForm, readonly ChartKind[]>> = {
  count: ['xmr', 'c', 'mr', 'run'],
  duration: ['xmr', 'mr', 'run'],
  cases_between: ['g', 'run'],
  time_between: ['t', 'run'],
  share: ['p', 'p_prime', 'i_prime', 'xmr', 'mr', 'run'],
  rate: ['u', 'u_prime', 'i_prime', 'xmr', 'mr', 'run'],
  mean: ['xmr', 'i_prime', 'mr', 'run'],
};

/** The value of each point; null where there is none. */
export function valuesOf(series: ChartSeries): (number | null)[] {
  if (!hasFractions(series)) return [...series.points];
  return series.points.map((point) =>
    point === null || point.denominator === 0 ? null : point.numerator / point.denominator,
  );
}

/** How many points have a value. */
export function countValues(series: ChartSeries): number {
  let known = 0;
  if (hasFractions(series)) {
    for (const point of series.points) if (point !== null && point.denominator !== 0) known += 1;
  } else for (const value of series.points) if (value !== null) known += 1;
  return known;
}

export function hasFractions(series: ChartSeries): series is FractionSeries<FractionForm> {
  return series.form === 'share' || series.form === 'rate' || series.form === 'mean';
}
