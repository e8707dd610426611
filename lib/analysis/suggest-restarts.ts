import type { LocalDate } from '../filters/filters.ts';
import type { ChartKind } from '../statistics/control-chart.ts';
import { type RebaseSuggestion, suggestRebases } from '../statistics/suggest-rebases.ts';
import type { MeasureFindings } from './measure-findings.ts';
import { drawAs, toMeasureSeries } from './measure-series.ts';

/** A day from which the limits of a measure could begin anew, with what speaks for it. */
export interface RestartSuggestion extends RebaseSuggestion {
  day: LocalDate;
}

/** Candidate limits come from so many buckets: what the method takes, and two whole years of months. */
const POINTS = { week: 21, month: 24 };

/**
 * Where the limits of a measure could begin anew after the last time they did: the Stable Shift Algorithm over its newest
 * stretch, by the chart that is drawn, or the one that fits where that has no limits, and by weeks where points are
 * events. Suggestions only; none of a chart of fewer buckets than it takes.
 */
export function suggestRestarts(findings: MeasureFindings): RestartSuggestion[] {
  const { measure, bucket, points, judgement, weekly } = findings;
  if (weekly) return suggestRestarts(weekly);
  if (bucket === 'event') return [];
  const series = toMeasureSeries(measure, points);
  const kind = kindWithLimits(judgement.chart.kind, judgement.choice.drawable);
  const from = judgement.chart.segments.at(-1)?.from ?? 0;
  if (kind === null || judgement.n < POINTS[bucket]) return [];
  const { suggestions } = suggestRebases((settings) => drawAs(kind, series, settings), {
    points: POINTS[bucket],
    from,
  });
  return suggestions.map((suggestion) => ({ ...suggestion, day: points[suggestion.index]?.start ?? '' }));
}

function kindWithLimits(drawn: ChartKind, fits: ChartKind): ChartKind | null {
  if (drawn !== 'run') return drawn;
  return fits === 'run' ? null : fits;
}
