import { type KeyScope, may, type Right, type Role, type Viewer } from '@/lib/access.ts';
import { TRAINING_ROUTES } from './training-routes.ts';

/** A route of the app: an address of it, and who it answers how. */
export interface Route {
  /** `{own}` and `{other}` stand for the numbers of two incidents: one of everybody's own, one of another team. */
  at: string;
  /** The right that it asks for; `account` wants anybody who is signed in, `open` nobody in particular. */
  needs: Right | 'account' | 'open';
  /** The status for those who may; 200 unless said. */
  answers?: number;
  /** The status for a stranger, where the route is open and answers them differently. */
  stranger?: number;
  /** The status for those who may not; 403 unless said. */
  without?: number;
  /** The status for an account without any role, where that differs. */
  nobody?: number;
  /** What the address names is somebody else's: without this right, too, there is nothing. */
  others?: Right;
  /** A door of programs, which takes nothing but a key. */
  keyOnly?: true;
  /** The same route for something of another team: there is nothing then, but for those who see all teams. */
  other?: string;
}

/** The account that the page of an account is opened with. */
export const SOMEBODY = '5f0c1c3e-2f4b-4c57-9d0a-0b6f3f1a7c11';

/** Every method and path of the app. A route without a row here fails, and so does a row whose right is not in its file. */
export const ROUTES: Record<string, Route> = {
  'GET /': { at: '/', needs: 'see_reports', without: 307, nobody: 200 },
  'GET /import': { at: '/import', needs: 'import' },
  'GET /import/[run]': { at: '/import/1', needs: 'import' },
  'GET /incidents': { at: '/incidents', needs: 'see_incidents' },
  'GET /incidents/new': { at: '/incidents/new', needs: 'document' },
  'GET /incidents/set-aside': { at: '/incidents/set-aside', needs: 'see_incidents' },
  'GET /incidents/[number]': { at: '/incidents/{own}', needs: 'see_incidents', other: '/incidents/{other}' },
  'GET /account': { at: '/account', needs: 'account' },
  'GET /patterns': { at: '/patterns', needs: 'see_reports' },
  'GET /patterns/[pattern]': { at: '/patterns/1', needs: 'see_reports', other: '/patterns/2' },
  'GET /patterns/kept': { at: '/patterns/kept', needs: 'see_reports' },
  ...TRAINING_ROUTES,
  'GET /join': { at: '/join', needs: 'open' },
  'GET /skills': { at: '/skills', needs: 'see_skills' },
  'GET /skills/teams': { at: '/skills/teams', needs: 'see_team_skills' },
  'GET /skills/techniques': { at: '/skills/techniques', needs: 'see_team_skills' },
  'GET /reports': { at: '/reports', needs: 'take_out' },
  'GET /reports/[report]': { at: '/reports/R-2024-0001', needs: 'take_out', others: 'build_reports' },
  'GET /reports/schedules': { at: '/reports/schedules', needs: 'build_reports' },
  'GET /methods': { at: '/methods', needs: 'account' },
  'GET /settings': { at: '/settings', needs: 'set_targets', answers: 307 },
  'GET /settings/events': { at: '/settings/events', needs: 'administer' },
  'GET /settings/events/[event]': { at: '/settings/events/1', needs: 'administer' },
  'GET /settings/events/imports/[run]': { at: '/settings/events/imports/3', needs: 'administer' },
  'GET /start': { at: '/start', needs: 'account', answers: 307 },
  'GET /settings/accounts': { at: '/settings/accounts', needs: 'administer' },
  'GET /settings/accounts/[account]': { at: `/settings/accounts/${SOMEBODY}`, needs: 'administer' },
  'GET /settings/audit': { at: '/settings/audit', needs: 'administer' },
  'GET /settings/keys': { at: '/settings/keys', needs: 'administer' },
  'GET /settings/measures': { at: '/settings/measures', needs: 'set_targets' },
  'GET /settings/measures/targets/[target]': { at: '/settings/measures/targets/1', needs: 'set_targets' },
  'GET /settings/taxonomy': { at: '/settings/taxonomy', needs: 'administer' },
  'GET /settings/taxonomy/[set]': { at: '/settings/taxonomy/trigger', needs: 'administer' },
  'GET /settings/taxonomy/[set]/[term]': {
    at: '/settings/taxonomy/level/supervisor?into=technical',
    needs: 'administer',
  },
  'GET /settings/retention': { at: '/settings/retention', needs: 'administer' },
  'GET /settings/erasure': { at: '/settings/erasure', needs: 'administer' },
  'GET /settings/sample': { at: '/settings/sample', needs: 'administer' },
  'GET /settings/volumes': { at: '/settings/volumes', needs: 'administer' },
  'GET /settings/volumes/day': { at: '/settings/volumes/day?team=1&day=2024-06-03', needs: 'administer' },
  'GET /settings/volumes/imports/[run]': { at: '/settings/volumes/imports/2', needs: 'administer' },
  'GET /settings/volumes/months/[month]': { at: '/settings/volumes/months/2024-06', needs: 'administer' },
  'GET /settings/workspace': { at: '/settings/workspace', needs: 'administer' },
  'GET /set-up': { at: '/set-up', needs: 'open', answers: 307 },
  'GET /sign-in': { at: '/sign-in', needs: 'open', answers: 307, stranger: 200 },
  'GET /sign-in/code': { at: '/sign-in/code', needs: 'open', answers: 307, stranger: 200 },
  'GET /sign-in/forgotten': { at: '/sign-in/forgotten', needs: 'open', answers: 404 },
  'GET /sign-in/provider': { at: '/sign-in/provider', needs: 'open', answers: 303 },
  'GET /sign-in/provider/callback': { at: '/sign-in/provider/callback', needs: 'open', answers: 303 },
  'POST /sign-in/session': { at: '/sign-in/session', needs: 'open', answers: 303 },
  'GET /api/[...missing]': { at: '/api/nowhere', needs: 'account', answers: 404 },
  'POST /api/[...missing]': { at: '/api/nowhere', needs: 'account', answers: 404 },
  'PUT /api/[...missing]': { at: '/api/nowhere', needs: 'account', answers: 404 },
  'PATCH /api/[...missing]': { at: '/api/nowhere', needs: 'account', answers: 404 },
  'DELETE /api/[...missing]': { at: '/api/nowhere', needs: 'account', answers: 404 },
  'GET /api/filters/[dimension]': { at: '/api/filters/trigger', needs: 'see_incidents' },
  'GET /api/health/live': { at: '/api/health/live', needs: 'open' },
  'GET /api/health/ready': { at: '/api/health/ready', needs: 'open' },
  'POST /api/import': { at: '/api/import?mapping=none', needs: 'import', answers: 422 },
  'GET /api/import/[run]': { at: '/api/import/1', needs: 'import' },
  'GET /api/import/[run]/rejected': { at: '/api/import/1/rejected', needs: 'import' },
  'GET /api/incidents/export': { at: '/api/incidents/export?format=csv', needs: 'export' },
  'GET /api/palette': { at: '/api/palette?q=skills', needs: 'account' },
  'POST /api/incidents/export': { at: '/api/incidents/export', needs: 'export', answers: 422 },
  'GET /api/panels/overview/[panel]': {
    at: '/api/panels/overview/triggers?format=csv',
    needs: 'see_reports',
  },
  'GET /api/panels/patterns/[panel]': { at: '/api/panels/patterns/repeats?format=csv', needs: 'see_reports' },
  'GET /api/panels/kept-patterns/[pattern]/[panel]': {
    at: '/api/panels/kept-patterns/1/chart?format=csv',
    needs: 'see_reports',
    other: '/api/panels/kept-patterns/2/chart?format=csv',
  },
  'GET /api/packs/[page]/[format]': { at: '/api/packs/skills/xlsx', needs: 'take_out' },
  'GET /api/panels/lists/[page]/[panel]': {
    at: '/api/panels/lists/lessons/lessons?format=csv',
    needs: 'see_skills',
  },
  'GET /api/panels/skills/[panel]': { at: '/api/panels/skills/own?format=csv', needs: 'see_skills' },
  'GET /api/reports': { at: '/api/reports?of=R-2024-0001', needs: 'take_out' },
  'GET /api/reports/[report]/file': {
    at: '/api/reports/R-2024-0001/file',
    needs: 'take_out',
    answers: 404,
  },
  'GET /api/settings/audit': { at: '/api/settings/audit', needs: 'administer' },
  'POST /api/theme': { at: '/api/theme', needs: 'open', answers: 400 },
  'POST /api/v1/contact-volumes': {
    at: '/api/v1/contact-volumes',
    needs: 'import',
    answers: 422,
    keyOnly: true,
  },
  'POST /api/v1/incidents': { at: '/api/v1/incidents', needs: 'import', answers: 422, keyOnly: true },
  'GET /api/v1/openapi.json': { at: '/api/v1/openapi.json', needs: 'account' },
  'GET /api/v1/reports/skills': {
    at: '/api/v1/reports/skills',
    needs: 'see_team_skills',
    keyOnly: true,
  },
  'GET /api/v1/reports/patterns': { at: '/api/v1/reports/patterns', needs: 'see_reports', keyOnly: true },
  'GET /api/v1/reports/overview': { at: '/api/v1/reports/overview', needs: 'see_reports', keyOnly: true },
};

export interface RouteCase extends Route {
  method: string;
  route: string;
}

export const ROUTE_CASES: readonly RouteCase[] = Object.entries(ROUTES).map(([route, row]) => ({
  ...row,
  route,
  method: route.split(' ')[0] ?? '',
}));

/** Who asks in the tests: a stranger, an account with these roles, or a key with these scopes. */
export type Asker = 'stranger' | { roles: readonly Role[] } | { scopes: readonly KeyScope[] };

/** The status by the table; null where nobody of that kind would ask. */
export function statusFor(route: RouteCase, asker: Asker): number | null {
  const isApi = route.at.startsWith('/api');
  const answers = route.answers ?? 200;
  if (asker === 'stranger') {
    if (route.needs === 'open') return route.stranger ?? answers;
    return isApi ? 401 : 303;
  }
  const isKey = 'scopes' in asker;
  if (isKey && !isApi) return null;
  if (route.keyOnly && !isKey) return 401;
  if (route.needs === 'open' || route.needs === 'account') return answers;
  const viewer: Viewer = { actor: 'test', roles: [], teams: [], ...asker };
  if (may(viewer, route.needs) && route.others && !may(viewer, route.others)) return 404;
  if (may(viewer, route.needs)) return answers;
  if (!isKey && asker.roles.length === 0 && route.nobody) return route.nobody;
  return route.without ?? 403;
}
