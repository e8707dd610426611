import type { Viewer } from '../access.ts';
import { type PackScope, scopeWords } from '../packs/pack-scope.ts';

/** A report, as far as it says whose incidents it was made with. */
export interface ScopedReport {
  /** Who made it. */
  account: string;
  /** The teams that were noted beside it; null in reports without. */
  teams: 'all' | readonly number[] | null;
  /** What its figures say of them; undefined where they are from before that was kept. */
  scope: PackScope | undefined;
}

/**
 * As whom the figures of today are read so that they count the same people's incidents as the report, or in words why
 * that cannot be. It never reaches further than the viewer does.
 */
export function scopeToCompare(viewer: Viewer, report: ScopedReport): { as: Viewer } | { without: string } {
  const { account, scope } = report;
  const isMaker = account === viewer.actor;
  if (!scope) {
    const isAll = report.teams === 'all' && viewer.teams === 'all';
    return isMaker || isAll ? { as: viewer } : { without: NOT_KNOWN };
  }
  const ids = scope.teams?.map(({ id }) => id) ?? 'all';
  if (!holds(viewer, ids) || (scope.own && !isMaker)) return { without: others(scope) };
  const roles = scope.roles.filter((role) => role !== 'admin');
  // Whoever is no maker sees all teams as quality assurance, and so all that the roles of the others show.
  const as = isMaker || roles.length === 0 ? viewer : { ...viewer, roles };
  return { as: { ...as, teams: ids, agents: scope.own ? (viewer.agents ?? []) : [] } };
}

function holds({ teams }: Viewer, wanted: 'all' | readonly number[]): boolean {
  return teams === 'all' || (wanted !== 'all' && wanted.every((team) => teams.includes(team)));
}

const NOT_KNOWN =
  'It cannot be told in which teams this report was made, so its figures cannot be compared with those of now.';

function others(scope: PackScope): string {
  return `Made with other incidents than those you see (teams: ${scopeWords(scope)}), so its figures cannot be compared with those of now.`;
}
