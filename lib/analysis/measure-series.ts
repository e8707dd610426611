import { boundsOf } from '../measures/bounds.ts';
import type { Measure } from '../measures/measure.ts';
import { perOf } from '../measures/sums.ts';
import { chartOfKind, type KindSettings } from '../statistics/chart-of-kind.ts';
import { type ChartSeries, KINDS_OF_FORM } from '../statistics/chart-series.ts';
import type { ChartKind, ChartSettings, ControlChart } from '../statistics/control-chart.ts';
import type { SeriesPoint } from './series.ts';

/** The buckets of a measure as charts take them. */
export interface MeasureSeries {
  series: ChartSeries;
  /** What its values cannot be smaller or greater than, and for how many of the denominator they are told. */
  bounds: Pick<KindSettings, 'floor' | 'ceiling' | 'per'>;
}

/** What the buckets of a measure are to a chart: counts, shares, rates, means, or single values. A part bucket is a gap. */
export function toMeasureSeries(measure: Measure, points: readonly SeriesPoint[]): MeasureSeries {
  const whole = points.map((point) => (point.partial ? null : point));
  switch (measure.aggregate) {
    case 'count':
      return { series: { form: 'count', points: whole.map(toValue) }, bounds: boundsOf(measure) };
    case 'median':
    case 'sum':
      return { series: { form: 'duration', points: whole.map(toValue) }, bounds: boundsOf(measure) };
    case 'share':
      return { series: { form: 'share', points: whole.map((point) => fractionOf(point)) }, bounds: {} };
    case 'rate':
      return {
        series: { form: 'rate', points: whole.map((point) => fractionOf(point)) },
        bounds: { per: perOf(measure) },
      };
    case 'mean':
      return {
        series: { form: 'mean', points: whole.map((point) => fractionOf(point, measure.outOf)) },
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

function toValue(point: SeriesPoint | null): number | null {
  return point?.value ?? null;
}

function fractionOf(point: SeriesPoint | null, outOf = 1) {
  if (!point || point.numerator === null || point.denominator === null) return null;
  return { numerator: point.numerator / outOf, denominator: point.denominator };
}
