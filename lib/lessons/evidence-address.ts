import type { Viewer } from '../access.ts';
import type { Filters, Window } from '../filters/filters.ts';
import { daysOf } from '../filters/local-dates.ts';
import { parseFilters } from '../filters/parse-filters.ts';
import { toSearchParams } from '../filters/serialise-filters.ts';
import { seriesScope } from '../filters/series-scope.ts';

/**
 * The incidents that speak for a lesson as an address that stays: narrowed to the teams that the viewer sees, with the
 * days of the window. Null where the viewer sees none of them.
 */
export function toEvidenceAddress(
  filters: Filters,
  viewer: Pick<Viewer, 'teams' | 'agents'>,
  window: Window,
): string | null {
  const scope = seriesScope({ ...filters, measure: null }, viewer);
  if (scope === null) return null;
  return toSearchParams({
    ...parseFilters(new URLSearchParams(scope)),
    period: { kind: 'custom', ...daysOf(window) },
    comparison: { kind: 'none' },
  });
}

/** Whether a viewer sees all the incidents of such an address, and no others. */
export function seesEvidence(viewer: Pick<Viewer, 'teams' | 'agents'>, address: string): boolean {
  const filters = parseFilters(new URLSearchParams(address));
  return seriesScope(filters, viewer) === seriesScope(filters, { teams: 'all', agents: [] });
}
