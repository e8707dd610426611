import type { MeasureFindings } from '../analysis/measure-findings.ts';
import type { SeriesPoint } from '../analysis/series.ts';
import type { Narrowing } from '../filters/filters.ts';
import { type DatedEvent, toChartEvents } from './chart-events.ts';
import type { TwinColumn, TwinTable } from './chart-model.ts';
import { capital } from './sentence-words.ts';
import { bucketLabel, ruleWords } from './signal-words.ts';

type Cell = string | number | null;

interface Column extends TwinColumn {
  cell: (point: SeriesPoint, index: number) => Cell;
  total: Cell;
}

/** A measure over time as rows: one a bucket, with what it is judged by and what was found. */
export function controlTable(
  findings: MeasureFindings,
  comparisonWords: string | null,
  events: readonly DatedEvent[] = [],
): TwinTable {
  const columns = [
    ...valueColumns(findings),
    ...limitColumns(findings),
    ...comparisonColumns(findings, comparisonWords),
    ...alsoColumns(findings),
    signalColumn(findings),
    ...eventColumns(findings, events),
  ];
  return {
    columns: columns.map(({ id, label, form }) => ({ id, label, form })),
    rows: findings.points.map((point, index) => ({
      cells: columns.map(({ cell }) => cell(point, index)),
      open: point.denominator ? pointNarrowing(findings, point) : null,
    })),
    total: columns.map(({ total }) => total),
  };
}

/** What happened in each bucket; no column where nothing did. */
function eventColumns({ points, bucket }: MeasureFindings, events: readonly DatedEvent[]): Column[] {
  const drawn = toChartEvents(events, points, bucket);
  if (drawn.length === 0) return [];
  const inBucket = (index: number) => drawn.filter((event) => Math.floor(event.index) === index);
  return [
    {
      id: 'event',
      label: 'Event',
      form: 'text',
      cell: (_, index) =>
        inBucket(index)
          .map(({ day, words }) => `${day} ${words}`)
          .join('; ') || null,
      total: null,
    },
  ];
}

/** The incidents behind one point: those of its days that the measure counts. */
export function pointNarrowing({ measure }: MeasureFindings, { window }: SeriesPoint): Narrowing {
  return measure.aggregate === 'count' ? { window } : { window, measure: measure.id };
}

function valueColumns({ measure, bucket, now }: MeasureFindings): Column[] {
  const start: Column = {
    id: bucket,
    label: bucket === 'week' ? 'Week of' : 'Month',
    form: 'text',
    cell: (point) => bucketLabel(point.start, bucket),
    total: 'Total',
  };
  const counted = (id: string, label: string, key: 'numerator' | 'denominator'): Column => ({
    id,
    label,
    form: 'count',
    cell: (point) => point[key],
    total: now[key],
  });
  const value = (form: TwinColumn['form']): Column => ({
    id: 'value',
    label: measure.label,
    form,
    cell: (point) => point.value,
    total: now.value,
  });
  if (measure.aggregate === 'count') return [start, value('count')];
  if (measure.aggregate === 'median')
    return [start, counted('n', `n ${measure.words.numerator}`, 'denominator'), value('minutes')];
  return [
    start,
    counted('numerator', measure.words.numerator, 'numerator'),
    counted('denominator', 'of', 'denominator'),
    value('share'),
  ];
}

function limitColumns({ measure, judgement }: MeasureFindings): Column[] {
  const { limits } = judgement;
  if (!limits) return [];
  const form = measure.unit === 'count' ? 'decimal' : measure.unit;
  const limit = (index: number, side: 'lower' | 'upper') => judgement.chart.points[index]?.[side] ?? null;
  const name = limits.trial ? 'Trial' : 'Usual';
  return [
    { id: 'lower', label: `${name} from`, form, cell: (_, index) => limit(index, 'lower'), total: null },
    { id: 'upper', label: `${name} to`, form, cell: (_, index) => limit(index, 'upper'), total: null },
  ];
}

function alsoColumns({ measure, also }: MeasureFindings): Column[] {
  if (!also) return [];
  const cell = (_: SeriesPoint, index: number) => also.values[index] ?? null;
  return [{ id: 'also', label: capital(also.noun), form: measure.unit, cell, total: also.figure.value }];
}

function comparisonColumns({ measure, before, comparison }: MeasureFindings, words: string | null): Column[] {
  if (!before || !words) return [];
  const cell = (_: SeriesPoint, index: number) => comparison[index] ?? null;
  return [{ id: 'comparison', label: capital(words), form: measure.unit, cell, total: before.value }];
}

function signalColumn({ bucket, judgement }: MeasureFindings): Column {
  return {
    id: 'signal',
    label: 'Signal',
    form: 'text',
    cell: (point, index) =>
      point.partial
        ? `part ${bucket}, not judged`
        : (judgement.byPoint[index] ?? []).map((pattern) => ruleWords(pattern, bucket)).join('; '),
    total: null,
  };
}
