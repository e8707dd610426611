export const ROLES = ['agent', 'trainer', 'manager', 'qa', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who is asking. Every question and every command takes one, and `db/where.ts` turns its scope into SQL, so that
 * nothing can be asked on nobody's behalf.
 */
export interface Viewer {
  /** The account, API key or command-line actor, as the audit log names it. */
  actor: string;
  roles: readonly Role[];
  /** The teams whose incidents may be seen; `all` where the role is not bound to teams. */
  teams: 'all' | readonly number[];
}

/** What may be done, beyond looking at what is in scope. */
export const RIGHTS = ['see_incidents', 'see_reports', 'import', 'administer'] as const;
export type Right = (typeof RIGHTS)[number];

const rightsOf: Record<Role, readonly Right[]> = {
  agent: [],
  trainer: ['see_incidents', 'see_reports'],
  manager: ['see_incidents', 'see_reports'],
  qa: ['see_incidents', 'see_reports'],
  admin: ['see_incidents', 'see_reports', 'import', 'administer'],
};

/** Whether one of the viewer's roles carries the right. */
export function may(viewer: Viewer, right: Right): boolean {
  return viewer.roles.some((role) => rightsOf[role].includes(right));
}
