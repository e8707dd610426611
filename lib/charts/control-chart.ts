import { type Figure, isFew, type MeasureFindings } from '../analysis/measure-findings.ts';
import type { Measure } from '../measures/measure.ts';
import { addsUp } from '../measures/sums.ts';
import type { ChartKind } from '../statistics/control-chart.ts';
import type { SeriesBreak } from '../taxonomy/series-breaks.ts';
import { breakSentence, breaksInside } from './break-words.ts';
import { type DatedEvent, toChartEvents } from './chart-events.ts';
import type { ControlChart, ControlPoint, Panel } from './chart-model.ts';
import { type ChartOffer, chartOffer } from './chart-offer.ts';
import type { ChartContext } from './context.ts';
import { axisSentence, timeAxis, valueAxis } from './control-axes.ts';
import { controlHeadline } from './control-headline.ts';
import { controlSubtitle, defineMeasure, howComputed } from './control-method.ts';
import { controlNotes } from './control-notes.ts';
import { toSegments } from './control-segments.ts';
import { controlTable, pointNarrowing } from './control-table.ts';
import { countedWords, valueWords } from './measure-words.ts';
import { type MethodFigures, methodFigures } from './method-figures.ts';
import { openMeasure } from './open-link.ts';
import { bucketLabel, ruleWords, signalState } from './signal-words.ts';
import { toTarget } from './spark.ts';

/** A chart over time with what its kind is chosen by, and as what else it could be drawn. */
export interface ControlPanel extends Panel<ControlChart> {
  offer: ChartOffer;
  method: MethodFigures;
}

/** What a chart over time is told about its period, and after which changes of vocabularies it is counted otherwise. */
type ControlContext = Pick<ChartContext, 'periodWords' | 'comparisonWords'> & {
  windows?: ChartContext['windows'];
  breaks?: readonly SeriesBreak[];
};

/**
 * A measure over time with its usual range, what lies outside of it, and what happened meanwhile. `wanted` is the kind of
 * chart that was asked for, if any.
 */
export function controlPanel(
  findings: MeasureFindings,
  { windows, periodWords, comparisonWords, breaks = [] }: ControlContext,
  events: readonly DatedEvent[] = [],
  wanted: ChartKind | null = null,
): ControlPanel {
  const { measure } = findings;
  const empty = emptyWords(findings);
  const { text, ...definition } = defineMeasure(findings);
  const broken = windows ? breaksInside(breaks, windows.current) : null;
  const picture = empty === null ? toControlChart(findings, comparisonWords, events) : null;
  const axis = picture && axisSentence(measure, picture.domain);
  return {
    id: `${measure.id}-over-time`,
    headline: controlHeadline(findings),
    subtitle: [controlSubtitle(findings, periodWords), axis, broken].filter(Boolean).join(' '),
    definition: { ...definition, text: [text, ...breaks.map(breakSentence)].join('\n') },
    picture,
    empty,
    table: controlTable(findings, comparisonWords, events),
    open: openMeasure(findings),
    offer: chartOffer(findings, wanted),
    method: methodFigures(findings),
  };
}

/** The picture alone. */
export function toControlChart(
  findings: MeasureFindings,
  comparisonWords: string | null,
  events: readonly DatedEvent[] = [],
): ControlChart {
  const { measure, bucket, points, comparison, also } = findings;
  const segments = toSegments(findings.judgement.chart);
  const drawn = [
    ...points.map(({ value }) => value),
    ...comparison,
    ...(also?.values ?? []),
    ...segments.flatMap(({ lower, upper, centre }) => [...lower, ...upper, centre]),
    findings.target,
  ];
  return {
    kind: 'control',
    measure: measure.id,
    unit: measure.unit,
    currency: measure.currency ?? null,
    valueName: bucket === 'event' ? 'Since the last' : (VALUE_NAMES[measure.aggregate] ?? measure.label),
    bucket,
    points: points.map((_, index) => toPoint(findings, index)),
    segments,
    ...valueAxis(
      measure,
      drawn.filter((value) => value !== null),
      findings.judgement.limits !== null,
    ),
    xTicks: timeAxis(points, bucket),
    target: toTarget(measure, findings.target),
    events: toChartEvents(events, points, bucket),
    notes: controlNotes(findings),
    comparisonLabel: comparisonLabel(findings, findings.before, comparison, comparisonWords),
    alsoLabel: also ? comparisonLabel(findings, also.figure, also.values, also.noun) : null,
    howComputed: howComputed(findings),
  };
}

const VALUE_NAMES: Partial<Record<Measure['aggregate'], string>> = {
  share: 'Rate',
  rate: 'Rate',
  mean: 'Mean',
  median: 'Median',
};

function emptyWords({ measure, now, points }: MeasureFindings): string | null {
  if (now.total === 0) return 'No incidents in this period.';
  if (now.denominator === 0) return measure.words.empty;
  return points.length === 0 ? 'The record holds no day of this period.' : null;
}

function toPoint(findings: MeasureFindings, index: number): ControlPoint {
  const { measure, bucket, points, comparison, also, judgement } = findings;
  const point = points[index];
  if (!point) throw new RangeError(`there is no point ${index}`);
  const patterns = judgement.byPoint[index] ?? [];
  return {
    start: point.start,
    label: bucketLabel(point.start, bucket),
    value: point.value,
    numerator: point.numerator,
    denominator: point.denominator,
    counted:
      bucket === 'event'
        ? null
        : countedWords(measure, { numerator: point.numerator ?? 0, denominator: point.denominator ?? 0 }),
    incidents: point.incidents,
    few: isFew(measure, point.denominator),
    state: signalState(patterns[0], measure.better),
    rules: patterns.map((pattern) => ruleWords(pattern, bucket)),
    partial: point.partial,
    comparison: comparison[index] ?? null,
    also: also?.values[index] ?? null,
    open: pointNarrowing(findings, point),
  };
}

/** "the 26 weeks before, 61.2 a week"; null where no point of it can be drawn. */
function comparisonLabel(
  { measure, bucket }: MeasureFindings,
  before: Figure | null,
  values: readonly (number | null)[],
  words: string | null,
): string | null {
  const drawn = values.filter((value) => value !== null);
  if (!before || !words || drawn.length === 0 || before.value === null) return null;
  if (before.few) return `${words}, too few`;
  if (!addsUp(measure)) return `${words}, ${valueWords(measure, before.value)}`;
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  return `${words}, ${valueWords(measure, mean)} a ${bucket}`;
}
