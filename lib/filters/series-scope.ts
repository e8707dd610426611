import type { Viewer } from '../access.ts';
import { withSelection } from './edit-filters.ts';
import type { Filters } from './filters.ts';
import { parseFilters } from './parse-filters.ts';
import { valuesOf } from './selections.ts';
import { toSearchParams } from './serialise-filters.ts';

/**
 * Which incidents a series counts, in one canonical form: the filters without period and comparison, narrowed to the
 * teams that the viewer sees. Two people who look at the same incidents are given the same text, so that what one
 * says of a series the other finds; null where the viewer sees none of them, or some of another team as an agent.
 */
export function seriesScope(
  filters: Filters,
  { teams, agents = [] }: Pick<Viewer, 'teams' | 'agents'>,
): string | null {
  const asked = valuesOf(filters, 'team');
  const own = teams === 'all' ? asked : narrowed(asked, teams.map(String));
  const seesMore = agents.length > 0 && (asked.length === 0 || own.length < asked.length);
  if (teams !== 'all' && (own.length === 0 || seesMore)) return null;
  const scoped = withSelection(filters, { dimension: 'team', exclude: false, values: own });
  return toSearchParams({
    ...scoped,
    period: { kind: 'default' },
    comparison: { kind: 'previous' },
    also: null,
  });
}

function narrowed(asked: readonly string[], own: readonly string[]): readonly string[] {
  return asked.length === 0 ? own : asked.filter((team) => own.includes(team));
}

/** Whether a viewer sees all incidents of a series that was written down for a scope, and no others. */
export function seesScope(viewer: Pick<Viewer, 'teams'>, scope: string): boolean {
  return seriesScope(parseFilters(new URLSearchParams(scope)), viewer) === scope;
}
