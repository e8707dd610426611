import { MEASURE_IDS, type MeasureId } from '../measures/measure-ids.ts';
import type { Filters, Ignored } from './filters.ts';
import { parseFilters } from './parse-filters.ts';
import { type SearchParams, toIgnored, toParameters } from './search-params.ts';

/** How the overview stands beside its filters. */
export interface OverviewState {
  /** The measure of the chart over time; null for the first card. */
  chart: MeasureId | null;
}

export const DEFAULT_OVERVIEW: OverviewState = { chart: null };

/**
 * Reads the whole address of an overview: its filters, and how the page stands beside them. Never throws; what cannot
 * be read is in `filters.ignored`. `ownParameters` names what the caller reads by itself.
 */
export function parseOverview(
  params: SearchParams,
  ownParameters: readonly string[] = [],
): { filters: Filters; state: OverviewState } {
  const filters = parseFilters(params, [...OVERVIEW_PARAMETERS, ...ownParameters]);
  const { state, ignored } = parseOverviewState(params);
  return { filters: { ...filters, ignored: [...filters.ignored, ...ignored] }, state };
}

/**
 * Reads `chart` (the id of a measure) out of a URL. Never throws: what cannot be read falls back to the default and
 * is given back as ignored. `toOverviewParams` is the inverse.
 */
export function parseOverviewState(params: SearchParams): { state: OverviewState; ignored: Ignored[] } {
  const { parameters, ignored: unread } = toParameters(params, []);
  const ignored = unread.filter(({ parameter }) => isOwn(parameter));
  const state = { ...DEFAULT_OVERVIEW };
  for (const { name, value } of parameters) {
    if (name !== 'chart') continue;
    const measure = MEASURE_IDS.find((id) => id === value);
    if (measure) state.chart = measure;
    else ignored.push(toIgnored(name, value, 'there is no measure of this name'));
  }
  return { state, ignored };
}

/** The state as a query, without the question mark; defaults are left out. */
export function toOverviewParams({ chart }: OverviewState): string {
  return chart ? `chart=${chart}` : '';
}

const OVERVIEW_PARAMETERS = ['chart'] as const;

function isOwn(parameter: string): boolean {
  return OVERVIEW_PARAMETERS.some((own) => own === parameter);
}
