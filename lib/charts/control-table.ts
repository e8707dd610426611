import { isFew, type MeasureFindings } from '../analysis/measure-findings.ts';
import type { SeriesPoint } from '../analysis/series.ts';
import type { Narrowing } from '../filters/filters.ts';
import { GRAINS } from '../measures/grain.ts';
import type { Measure } from '../measures/measure.ts';
import { currencyDigits } from '../measures/money.ts';
import type { ChartPoint } from '../statistics/control-chart.ts';
import { type DatedEvent, toChartEvents } from './chart-events.ts';
import type { TwinColumn, TwinTable } from './chart-model.ts';
import { capital } from './sentence-words.ts';
import { bucketLabel, ruleWords } from './signal-words.ts';
import { unitName } from './unit-format.ts';

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
    columns: columns.map(({ cell: _, total: __, ...column }) => column),
    rows: findings.points.map((point, index) => ({
      cells: columns.map(({ cell }) => cell(point, index)),
      open: point.incidents > 0 ? pointNarrowing(findings, point) : null,
      ...(isFew(findings.measure, point.denominator) ? { tooFew: ['value'] } : {}),
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
export function pointNarrowing(
  { measure: told, weekly }: MeasureFindings,
  { window }: SeriesPoint,
): Narrowing {
  const measure = weekly?.measure ?? told;
  return measure.aggregate === 'count' ? { window } : { window, measure: measure.id };
}

const START_LABELS = { week: 'Week of', month: 'Month', event: 'Event of' } as const;

function valueColumns({ measure, bucket, now }: MeasureFindings): Column[] {
  const start: Column = {
    id: bucket,
    label: START_LABELS[bucket],
    form: 'text',
    cell: (point) => bucketLabel(point.start, bucket),
    total: 'Total',
  };
  const counted = (id: string, label: string, key: 'numerator' | 'denominator' | 'incidents'): Column => ({
    id,
    label,
    form: 'count',
    cell: (point) => point[key],
    total: now[key],
  });
  const { aggregate, grain, label, words } = measure;
  const unit = unitName(measure, now.value ?? 0);
  const isNamed = measure.unit === 'money' || aggregate === 'rate';
  const value: Column = {
    id: 'value',
    label: isNamed ? `${label}, ${unit}` : label,
    form: formOf(measure),
    cell: (point) => point.value,
    total: now.value,
  };
  if (bucket === 'event')
    return [
      { ...start, total: null },
      { ...value, total: null },
    ];
  const incidents = grain === 'incident' ? [] : [counted('incidents', 'Incidents', 'incidents')];
  if (aggregate === 'count') return [start, value];
  if (aggregate === 'rate')
    return [
      start,
      counted('numerator', capital(words.numerator), 'numerator'),
      counted('denominator', capital(GRAINS[grain].many), 'denominator'),
      // Of a rate of contacts the numerator is the incidents already.
      ...(grain === 'contact' ? [] : incidents),
      value,
    ];
  if (aggregate === 'share')
    return [
      start,
      counted('numerator', words.numerator, 'numerator'),
      counted('denominator', grain === 'incident' ? 'of' : `of ${GRAINS[grain].many}`, 'denominator'),
      ...incidents,
      value,
    ];
  return [start, counted('n', `n ${words.numerator}`, 'denominator'), ...incidents, value];
}

/** How values of a measure stand in a column. */
function formOf({ unit, currency }: Measure): TwinColumn['form'] {
  if (unit === 'count' || unit === 'share' || unit === 'minutes') return unit;
  return unit === 'money' && currencyDigits(currency) === 0 ? 'count' : 'hundredths';
}

function limitColumns({ measure, judgement }: MeasureFindings): Column[] {
  const { limits, chart } = judgement;
  if (!limits) return [];
  const form = measure.unit === 'count' ? 'decimal' : formOf(measure);
  const limit = (id: keyof LimitNames, label: string, inFilesOnly = false): Column => ({
    id,
    label,
    form,
    cell: (_, index) => chart.points[index]?.[id] ?? null,
    total: null,
    ...(inFilesOnly ? { inFilesOnly } : {}),
  });
  const centre = limit('centre', chart.kind === 'run' ? 'Median' : 'Centre', chart.kind !== 'run');
  if (chart.kind === 'run') return [centre];
  const name = limits.trial ? 'Trial' : 'Usual';
  return [
    limit('lower', `${name} from`),
    limit('upper', `${name} to`),
    centre,
    limit('rawLower', 'Lower limit, not cut', true),
    limit('rawUpper', 'Upper limit, not cut', true),
  ];
}

type LimitNames = Pick<ChartPoint, 'centre' | 'lower' | 'upper' | 'rawLower' | 'rawUpper'>;

function alsoColumns({ measure, also }: MeasureFindings): Column[] {
  if (!also) return [];
  const cell = (_: SeriesPoint, index: number) => also.values[index] ?? null;
  return [{ id: 'also', label: capital(also.noun), form: formOf(measure), cell, total: also.figure.value }];
}

function comparisonColumns({ measure, before, comparison }: MeasureFindings, words: string | null): Column[] {
  if (!before || !words) return [];
  const cell = (_: SeriesPoint, index: number) => comparison[index] ?? null;
  return [{ id: 'comparison', label: capital(words), form: formOf(measure), cell, total: before.value }];
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
