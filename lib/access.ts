import { Forbidden } from './errors.ts';

export const ROLES = ['agent', 'trainer', 'manager', 'qa', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What a key of the API was made for; it has these in place of roles. */
export const KEY_SCOPES = ['read_reports', 'read_incidents', 'import'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/**
 * Who is asking. Every question and every command takes one, and `db/where.ts` turns its scope into SQL, so that
 * nothing can be asked on nobody's behalf.
 */
export interface Viewer {
  /** The account, API key or command-line actor, as the audit log names it. */
  actor: string;
  roles: readonly Role[];
  /** The teams whose incidents are in scope; `all` where the role is not bound to teams. */
  teams: 'all' | readonly number[];
  /** The agents that the viewer is: their own incidents are in scope besides, whatever the team. */
  agents?: readonly number[];
  scopes?: readonly KeyScope[];
}

/** What may be seen and done. Whose incidents that reaches is the scope's affair. */
export const RIGHTS = [
  /** Single incidents, their list and the counts of its filters. */
  'see_incidents',
  /** Figures over many: overview, patterns, escalations, improvement. */
  'see_reports',
  /** The skills of teams; to an agent their own row and the band of the team. */
  'see_skills',
  /** What is told of skills by team, and what works: no agent’s own affair. */
  'see_team_skills',
  /** Modules, sessions with their people and effects, and role-play cards. */
  'see_training',
  /** The sealed original of a redacted text; each look is audited. */
  'reveal',
  /** Who the people behind figures of staff are; each look is audited. */
  'name_agents',
  'document',
  'answer_coding',
  'train',
  /** Actions and reviews of signals. */
  'improve',
  /** Targets of own teams; whoever administers sets those of all, and of the workspace. */
  'set_targets',
  /** Lets the limits of a chart begin anew on a day, for a reason. */
  'rebase_series',
  /** Codes, double coding. */
  'review',
  'keep_patterns',
  /** Pages leave as files, each on the list of those that one took out. */
  'take_out',
  /** Reports in the background, and schedules of them. */
  'build_reports',
  /** People's words leave Lookback as files. */
  'export',
  'import',
  /** Settings, accounts, taxonomy, retention, audit log. */
  'administer',
] as const;
export type Right = (typeof RIGHTS)[number];

/** The policy. It is also the table that the tests of every page, route and command are made from. */
export const RIGHTS_OF: Record<Role, readonly Right[]> = {
  agent: ['see_incidents', 'see_skills', 'take_out', 'document', 'answer_coding'],
  trainer: [
    'see_incidents',
    'see_skills',
    'see_team_skills',
    'see_training',
    'take_out',
    'name_agents',
    'train',
  ],
  manager: [
    'see_incidents',
    'see_reports',
    'see_skills',
    'see_team_skills',
    'see_training',
    'take_out',
    'document',
    'improve',
    'set_targets',
    'rebase_series',
  ],
  qa: [
    'see_incidents',
    'see_reports',
    'see_skills',
    'see_team_skills',
    'see_training',
    'take_out',
    'document',
    'reveal',
    'name_agents',
    'rebase_series',
    'review',
    'keep_patterns',
    'build_reports',
    'export',
  ],
  admin: ['set_targets', 'import', 'administer'],
};

const rightsOfScope: Record<KeyScope, readonly Right[]> = {
  read_reports: ['see_reports', 'see_skills', 'see_team_skills', 'take_out'],
  read_incidents: ['see_incidents'],
  import: ['import'],
};

/** Whether one of the viewer's roles carries the right, or one of the scopes of the key that asks. */
export function may(viewer: Viewer, right: Right): boolean {
  return (
    viewer.roles.some((role) => RIGHTS_OF[role].includes(right)) ||
    (viewer.scopes ?? []).some((scope) => rightsOfScope[scope].includes(right))
  );
}

/** Throws Forbidden unless the viewer has the right. Every report and command asks it, whoever calls them. */
export function demand(viewer: Viewer, right: Right, refusal = 'This account or key may not do this.'): void {
  if (!may(viewer, right)) throw new Forbidden(refusal);
}

/**
 * The scope of an account by its roles: everything for QA, the teams that it is bound to for managers and trainers,
 * themselves for agents, and nothing for administrators.
 */
export function toScope(
  roles: readonly Role[],
  bound: { teams: readonly number[]; agents: readonly number[] },
): Required<Pick<Viewer, 'teams' | 'agents'>> {
  const has = (...wanted: Role[]) => roles.some((role) => wanted.includes(role));
  return {
    teams: has('qa') ? 'all' : has('manager', 'trainer') ? bound.teams : [],
    agents: has('agent') ? bound.agents : [],
  };
}

/**
 * The same viewer for counting what Lookback keeps, as an import or the retention must: all teams for whoever imports
 * or administers, who may have no right to look at them. Only counts may be asked with it.
 */
export function forUpkeep(viewer: Viewer): Viewer {
  return may(viewer, 'import') || may(viewer, 'administer') ? { ...viewer, teams: 'all' } : viewer;
}

/**
 * The same viewer for what people and teams are held against: shares of the whole organisation and of the teams in it.
 * Nothing may be asked with it but counts of many, of which no group below the minimum is told.
 */
export function forBands({ agents: _, ...viewer }: Viewer): Viewer {
  return { ...viewer, teams: 'all' };
}

/** Whether small cells of staff figures are to be hidden: from agents and managers, unless another role shows them. */
export function hidesSmallCells(viewer: Viewer): boolean {
  return !viewer.roles.some((role) => role === 'qa' || role === 'trainer');
}

/** Whether the viewer may set a target of the workspace (`null`) or of a team: managers do for their own teams. */
export function maySetTarget(viewer: Viewer, teamId: number | null): boolean {
  if (may(viewer, 'administer')) return true;
  if (!may(viewer, 'set_targets') || teamId === null) return false;
  return viewer.teams === 'all' || viewer.teams.includes(teamId);
}
