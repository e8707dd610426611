import { boundsOf } from '../measures/bounds.ts';
import type { Measure } from '../measures/measure.ts';
import { perOf } from '../measures/sums.ts';
import { chartOfKind, type KindSettings } from '../statistics/chart-of-kind.ts';
import { type ChartSeries, KINDS_OF_FORM } from '../statistics/chart-series.ts';
import type { ChartKind, ChartSettings, ControlChart } from '../statistics/control-chart.ts';
import type { Fraction } from '../statistics/fraction.ts';
import { type PlainSeries, toPlain } from './plain-series.ts';
import type { SeriesPoint } from './series.ts';

/** The buckets of a measure as charts take them. */
export interface MeasureSeries {
  series: ChartSeries;
  /** What its values cannot be smaller or greater than, and for how many of the denominator they are told. */
  bounds: Pick<KindSettings, 'floor' | 'ceiling' | 'per'>;
}

/** What the buckets of a measure are to a chart: counts, shares, rates, means, or single values. A part bucket is a gap. */
export function toMeasureSeries(measure: Measure, points: readonly SeriesPoint[]): MeasureSeries {
  return toChartSeries(measure, toPlain(points));
}

/** The same of a series as plain numbers. */
export function toChartSeries(measure: Measure, series: PlainSeries): MeasureSeries {
  switch (measure.aggregate) {
    case 'count':
      return { series: { form: 'count', points: toValues(series) }, bounds: boundsOf(measure) };
    case 'median':
    case 'sum':
      return { series: { form: 'duration', points: toValues(series) }, bounds: boundsOf(measure) };
    case 'share':
      return { series: { form: 'share', points: toFractions(series) }, bounds: {} };
    case 'rate':
      return {
        series: { form: 'rate', points: toFractions(series) },
        bounds: { per: perOf(measure) },
      };
    case 'mean':
      return {
        series: { form: 'mean', points: toFractions(series, measure.outOf) },
        bounds: boundsOf(measure),
      };
  }
}

/** The series as a chart of some kind. */
export function drawAs(
  kind: ChartKind,
  { series, bounds }: MeasureSeries,
  settings: ChartSettings,
): ControlChart {
  return chartOfKind(kind, series, { ...bounds, ...settings });
}

/**
 * The kinds that a person can choose of. Moving ranges are steps, not values of the measure: they stand beside an XmR
 * chart and never in its place.
 */
export function kindsFor({ series }: MeasureSeries): ChartKind[] {
  return KINDS_OF_FORM[series.form].filter((kind) => kind !== 'mr');
}

function toValues({ buckets, values }: PlainSeries): (number | null)[] {
  return buckets.map(({ partial }, place) => {
    const value = values[place] ?? Number.NaN;
    return partial || Number.isNaN(value) ? null : value;
  });
}

function toFractions({ buckets, ...series }: PlainSeries, outOf = 1): (Fraction | null)[] {
  return buckets.map(({ partial }, place) => {
    const numerator = series.numerators[place] ?? Number.NaN;
    const denominator = series.denominators[place] ?? Number.NaN;
    if (partial || Number.isNaN(numerator) || Number.isNaN(denominator)) return null;
    return { numerator: numerator / outOf, denominator };
  });
}
