import { hidesSmallCells, type Viewer } from '@/lib/access.ts';
import type { ShownFigures } from '@/lib/privacy/staff-places.ts';
import {
  type AgentShare,
  type StaffFigure,
  type StaffTable,
  toFigure,
  toStaffTable,
} from '@/lib/privacy/staff-table.ts';
import type { WorkspaceSettings } from '@/lib/workspace/workspace-settings.ts';

type Minimums = Pick<WorkspaceSettings, 'minimumIncidents' | 'minimumAgents'>;

/**
 * Figures about staff as the viewer may see them: agents and managers see no group below the workspace's
 * minimum, nor what would tell one. Page, API and files are all to be made of the one table.
 * @param shown what is really shown, anywhere on the page: a sum that is shown elsewhere must be asked for here
 */
export function staffTable(
  viewer: Viewer,
  shares: readonly AgentShare[],
  shown: ShownFigures,
  { minimumIncidents, minimumAgents }: Minimums,
): StaffTable {
  const minimum = { incidents: minimumIncidents, agents: minimumAgents };
  return toStaffTable(
    shares,
    shown,
    hidesSmallCells(viewer) ? { known: viewer.agents ?? [], minimum } : null,
  );
}

/** The viewer's own figure in each column, of any number of incidents; null where there is none. */
export function ownFigures(
  viewer: Viewer,
  shares: readonly AgentShare[],
  columns: readonly number[],
): (StaffFigure | null)[] {
  const own = shares.filter(({ agent }) => viewer.agents?.includes(agent));
  return columns.map((wanted) => {
    const parts = own.filter(({ column, incidents }) => column === wanted && incidents > 0);
    return parts.length === 0 ? null : toFigure(parts);
  });
}
