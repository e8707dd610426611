import type { Role, Viewer } from '../access.ts';

export const ROLE_LABELS: Record<Role, string> = {
  agent: 'Agent',
  trainer: 'Trainer',
  manager: 'Manager',
  qa: 'Quality assurance',
  admin: 'Administrator',
};

/** What somebody is and how far they see, such as "Manager, 2 teams". */
export function describeRole({
  roles,
  teams,
  agents = [],
}: Pick<Viewer, 'roles' | 'teams' | 'agents'>): string {
  const names = roles.map((role) => ROLE_LABELS[role]).join(', ') || 'No role yet';
  if (teams === 'all') return `${names}, all teams`;
  const isBound = roles.includes('manager') || roles.includes('trainer');
  if (isBound) return `${names}, ${teams.length === 0 ? 'no team yet' : countTeams(teams.length)}`;
  return roles.includes('agent') && agents.length === 0 ? `${names}, no incidents of their own yet` : names;
}

function countTeams(count: number): string {
  return count === 1 ? '1 team' : `${count} teams`;
}
