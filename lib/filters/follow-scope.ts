import { followMerges } from './follow-merges.ts';
import { parseFilters } from './parse-filters.ts';
import { seriesScope } from './series-scope.ts';
import type { Vocabularies } from './vocabulary.ts';

/** The scope of a series as it reads now: in the place of merged values those that they count as. */
export function followScope(scope: string, vocabularies: Vocabularies): string {
  const { filters, followed } = followMerges(parseFilters(new URLSearchParams(scope)), vocabularies);
  return followed.length === 0 ? scope : (seriesScope(filters, { teams: 'all' }) ?? scope);
}

/** The name of a series, or of a signal of it, as it reads now: `incidents:trigger:outage|beyond|up|2026-11-09`. */
export function followSeriesKey(key: string, vocabularies: Vocabularies): string {
  const [series = '', ...signal] = key.split('|');
  const [measure = '', dimension, ...value] = series.split(':');
  const terms = Object.entries(vocabularies).find(([id]) => id === dimension)?.[1] ?? [];
  const into = terms.find(({ id }) => id === value.join(':'))?.mergedInto;
  return into ? [[measure, dimension, into].join(':'), ...signal].join('|') : key;
}

/** The values that are merged into others, as scopes hold them: what may read otherwise now names one of these. */
export function listMerged(vocabularies: Vocabularies): string[] {
  const merged = Object.values(vocabularies).flatMap((terms) =>
    terms.flatMap(({ id, mergedInto }) => (mergedInto ? [encodeURIComponent(id)] : [])),
  );
  return [...new Set(merged)];
}
