import { cChart } from './c-chart.ts';
import { type ChartSeries, hasFractions, KINDS_OF_FORM, type SeriesForm, valuesOf } from './chart-series.ts';
import type { ChartKind, ChartSettings, ControlChart } from './control-chart.ts';
import type { Fraction } from './fraction.ts';
import { gChart } from './g-chart.ts';
import { iPrimeChart } from './i-prime-chart.ts';
import { mrChart } from './mr-chart.ts';
import { pChart } from './p-chart.ts';
import { runChart } from './run-chart.ts';
import { tChart } from './t-chart.ts';
import { uChart } from './u-chart.ts';
import { xmrChart } from './xmr-chart.ts';

export interface KindSettings extends ChartSettings {
  /** What the measure cannot be smaller or greater than, for charts that do not know it by themselves. */
  floor?: number | null;
  ceiling?: number | null;
  /** Rates are told for so many of the denominator. */
  per?: number;
}

/**
 * A series as the kind of chart that was chosen for it, by chooseChart or by a person. The plain kinds are never
 * widened, the primed ones always (never below σz = 1).
 *
 * A RangeError where the kind cannot be drawn of the points' form (KINDS_OF_FORM) or `per` is given for another
 * kind than u and u′; further errors are those of the charts. Example: chartOfKind('c', { form: 'count', points }) =
 * cChart(points).
 */
export function chartOfKind(kind: ChartKind, series: ChartSeries, settings: KindSettings = {}): ControlChart {
  checkKind(kind, series);
  if (!hasFractions(series)) return ofValues(kind, series.points, settings);
  const { points, form } = series;
  const { per = 1, ...rest } = settings;
  if (kind === 'u' || kind === 'u_prime')
    return uChart(points, { ...rest, per, widening: kind === 'u' ? 'never' : 'always' });
  if (kind === 'p' || kind === 'p_prime')
    return pChart(points, { ...rest, widening: kind === 'p' ? 'never' : 'always' });
  const told = toldPer(points, per);
  const bounded = { ...rest, ...boundsOfForm(form, rest) };
  return kind === 'i_prime'
    ? iPrimeChart(told, bounded)
    : ofValues(kind, valuesOf({ form, points: told }), bounded);
}

/** Throws a RangeError where a kind cannot be drawn of the points' form. */
export function checkKind(kind: ChartKind, { form }: ChartSeries): void {
  if (!KINDS_OF_FORM[form].includes(kind))
    throw new RangeError(`a ${form} cannot be drawn as a chart of kind ${kind}`);
}

/** Fractions with their numerators in the unit in which they are told. */
export function toldPer(points: readonly (Fraction | null)[], per: number): readonly (Fraction | null)[] {
  if (per === 1) return points;
  return points.map((point) => point && { ...point, numerator: point.numerator * per });
}

/** What charts that do not know it by themselves cut limits at: a share and a rate have ends of their own. */
export function boundsOfForm(
  form: SeriesForm,
  given: Pick<KindSettings, 'floor' | 'ceiling'>,
): Pick<KindSettings, 'floor' | 'ceiling'> {
  return form === 'mean' ? given : { floor: 0, ceiling: form === 'share' ? 1 : null };
}

function ofValues(kind: ChartKind, values: readonly (number | null)[], settings: KindSettings): ControlChart {
  if (kind === 'c') return cChart(values, settings);
  if (kind === 'g') return gChart(values, settings);
  if (kind === 't') return tChart(values, settings);
  if (kind === 'mr') return mrChart(values, settings);
  return kind === 'run' ? runChart(values, settings) : xmrChart(values, settings);
}
