import type { Role, Viewer } from '../access.ts';

/** What somebody is called who has left. */
export const FORMER_STAFF = 'Former staff';

export const ROLE_LABELS: Record<Role, string> = {
  agent: 'Agent',
  trainer: 'Trainer',
  manager: 'Manager',
  qa: 'Quality assurance',
  admin: 'Administrator',
};

/** What a role sees and does, in a line. */
export const ROLE_MEANINGS: Record<Role, string> = {
  agent: 'Sees their own incidents and skills; documents, and answers a coding.',
  trainer: 'Sees incidents and skills of own teams; plans trainings, scenarios and lessons.',
  manager: 'Sees figures and incidents of own teams; takes actions, sets targets.',
  qa: 'Sees all incidents and figures; reviews, reveals sealed text, takes evidence out. Each reveal is logged.',
  admin: 'Imports files, keeps accounts, settings and the audit log; sees no incidents.',
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
