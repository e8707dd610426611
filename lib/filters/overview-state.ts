import { MEASURE_IDS, type MeasureId } from '../measures/measure-ids.ts';
import { CHART_KINDS, type ChartKind } from '../statistics/control-chart.ts';
import type { DimensionId } from './dimensions.ts';
import type { Filters, Ignored } from './filters.ts';
import { parseFilters } from './parse-filters.ts';
import { oneOf, readState, type StateReaders } from './read-state.ts';
import type { SearchParams } from './search-params.ts';

/** By what a change can be split. */
export const SPLITS = [
  'trigger',
  'team',
  'product',
  'site',
  'channel',
] as const satisfies readonly DimensionId[];
export type Split = (typeof SPLITS)[number];

/** How the overview stands beside its filters. */
export interface OverviewState {
  /** The measure of the chart over time; null for the first card. */
  chart: MeasureId | null;
  /** The kind of control chart; null for the one that fits. */
  kind: ChartKind | null;
  /** What the change is split by; null for the dimension that tells most. */
  split: Split | null;
  /** Whether all measures are shown, or those on the cards. */
  all: boolean;
  /** Whether all signals are listed, or the latest. */
  allSignals: boolean;
}

export const DEFAULT_OVERVIEW: OverviewState = {
  chart: null,
  kind: null,
  split: null,
  all: false,
  allSignals: false,
};

/**
 * Reads the whole address of an overview: its filters, and how the page stands beside them. Never throws; what cannot
 * be read is in `filters.ignored`. `ownParameters` names what the caller reads by itself.
 */
export function parseOverview(
  params: SearchParams,
  ownParameters: readonly string[] = [],
): { filters: Filters; state: OverviewState } {
  const filters = parseFilters(params, [...Object.keys(READERS), ...ownParameters]);
  const { state, ignored } = parseOverviewState(params);
  return { filters: { ...filters, ignored: [...filters.ignored, ...ignored] }, state };
}

/**
 * Reads `chart` (the id of a measure), `kind` (of a control chart), `split` (a dimension), `measures=all` and `signals=all` out of a
 * URL. Never throws: what cannot be read falls back to the default and is given back as ignored.
 */
export function parseOverviewState(params: SearchParams): { state: OverviewState; ignored: Ignored[] } {
  return readState(params, DEFAULT_OVERVIEW, READERS);
}

/** The state as a query, without the question mark; defaults are left out. `parseOverviewState` is the inverse. */
export function toOverviewParams({ chart, kind, split, all, allSignals }: OverviewState): string {
  return [
    ...(chart ? [`chart=${chart}`] : []),
    ...(kind ? [`kind=${kind}`] : []),
    ...(split ? [`split=${split}`] : []),
    ...(all ? ['measures=all'] : []),
    ...(allSignals ? ['signals=all'] : []),
  ].join('&');
}

const onlyAll = 'only "all" can be asked for';

const READERS: StateReaders<OverviewState> = {
  chart: { read: oneOf('chart', MEASURE_IDS), reason: 'there is no measure of this name' },
  kind: { read: oneOf('kind', CHART_KINDS), reason: `a chart is one of ${CHART_KINDS.join(', ')}` },
  split: { read: oneOf('split', SPLITS), reason: `a change is split by one of ${SPLITS.join(', ')}` },
  measures: { read: (value) => (value === 'all' ? { all: true } : null), reason: onlyAll },
  signals: { read: (value) => (value === 'all' ? { allSignals: true } : null), reason: onlyAll },
};
