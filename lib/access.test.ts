import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  demand,
  forBands,
  forUpkeep,
  hidesSmallCells,
  KEY_SCOPES,
  may,
  maySetTarget,
  RIGHTS,
  type Right,
  ROLES,
  type Role,
  toScope,
  type Viewer,
} from './access.ts';
import { Forbidden } from './errors.ts';

const of = (...roles: Role[]): Viewer => ({ actor: 'test', roles, teams: [] });
const rightsOf = (viewer: Viewer) => RIGHTS.filter((right) => may(viewer, right));
const BOUND = { teams: [3, 4], agents: [7] };

describe('the rights of each role', () => {
  it.each<[Role, Right[]]>([
    ['agent', ['see_incidents', 'see_skills', 'document', 'answer_coding', 'take_out']],
    [
      'trainer',
      ['see_incidents', 'see_skills', 'see_team_skills', 'see_training', 'name_agents', 'train', 'take_out'],
    ],
    [
      'manager',
      [
        'see_incidents',
        'see_reports',
        'see_skills',
        'see_team_skills',
        'see_training',
        'document',
        'improve',
        'set_targets',
        'rebase_series',
        'take_out',
      ],
    ],
    [
      'qa',
      [
        'see_incidents',
        'see_reports',
        'see_skills',
        'see_team_skills',
        'see_training',
        'reveal',
        'name_agents',
        'document',
        'rebase_series',
        'review',
        'keep_patterns',
        'take_out',
        'build_reports',
        'export',
      ],
    ],
    ['admin', ['set_targets', 'import', 'administer']],
  ])('%s: %j', (role, rights) => {
    expect(rightsOf(of(role))).toEqual(rights);
  });

  it('every right belongs to somebody, and one without a role has none', () => {
    expect(RIGHTS.filter((right) => !ROLES.some((role) => may(of(role), right)))).toEqual([]);
    expect(rightsOf(of())).toEqual([]);
  });

  it('several roles have the rights of each and no more', () => {
    fc.assert(
      fc.property(fc.subarray([...ROLES]), (roles) => {
        const each = new Set(roles.flatMap((role) => rightsOf(of(role))));
        expect(new Set(rightsOf(of(...roles)))).toEqual(each);
      }),
    );
  });

  it('only quality assurance reveals sealed text and takes words out; an administrator only with that role besides', () => {
    expect(ROLES.filter((role) => may(of(role), 'reveal'))).toEqual(['qa']);
    expect(ROLES.filter((role) => may(of(role), 'export'))).toEqual(['qa']);
    expect([may(of('admin'), 'reveal'), may(of('admin', 'qa'), 'reveal')]).toEqual([false, true]);
  });

  it('only those to whom single people are shown may ask who they are', () => {
    const told = ROLES.filter((role) => may(of(role), 'name_agents'));
    expect(told).toEqual(['trainer', 'qa']);
    expect(told.filter((role) => hidesSmallCells(of(role)))).toEqual([]);
  });

  it('a key has the rights of its scopes, and never one of changing accounts or revealing', () => {
    const key = (...scopes: (typeof KEY_SCOPES)[number][]): Viewer => ({ ...of(), scopes });
    expect(KEY_SCOPES.map((scope) => rightsOf(key(scope)))).toEqual([
      ['see_reports', 'see_skills', 'see_team_skills', 'take_out'],
      ['see_incidents'],
      ['import'],
    ]);
    expect(rightsOf(key(...KEY_SCOPES))).toEqual([
      'see_incidents',
      'see_reports',
      'see_skills',
      'see_team_skills',
      'take_out',
      'import',
    ]);
  });

  it('who demands a right that is missing is refused with the words given', () => {
    expect(() => demand(of('qa'), 'import', 'Only an administrator may import files.')).toThrow(
      new Forbidden('Only an administrator may import files.'),
    );
    expect(() => demand(of('admin'), 'import')).not.toThrow();
  });
});

describe('the scope of an account', () => {
  it.each<[Role[], ReturnType<typeof toScope>]>([
    [['qa'], { teams: 'all', agents: [] }],
    [['manager'], { teams: [3, 4], agents: [] }],
    [['trainer'], { teams: [3, 4], agents: [] }],
    [['agent'], { teams: [], agents: [7] }],
    [['admin'], { teams: [], agents: [] }],
    [['manager', 'admin'], { teams: [3, 4], agents: [] }],
    [['agent', 'trainer'], { teams: [3, 4], agents: [7] }],
    [['agent', 'qa'], { teams: 'all', agents: [7] }],
    [[], { teams: [], agents: [] }],
  ])('%j bound to teams 3 and 4 and to agent 7: %j', (roles, scope) => {
    expect(toScope(roles, BOUND)).toEqual(scope);
  });

  it('what people are held against goes over all teams, and says nothing of their own', () => {
    const agent = { ...of('agent'), agents: [7] };
    expect(forBands(agent)).toEqual({ actor: 'test', roles: ['agent'], teams: 'all' });
    expect(hidesSmallCells(forBands(agent))).toBe(true);
  });

  it('an administrator counts everything in order to keep it, everybody else what they see', () => {
    expect(forUpkeep(of('admin')).teams).toBe('all');
    expect(forUpkeep({ ...of('manager'), teams: [3] }).teams).toEqual([3]);
  });
});

it('small cells are hidden from agents and managers, unless they are trainers or of quality assurance, too', () => {
  expect(ROLES.filter((role) => hidesSmallCells(of(role)))).toEqual(['agent', 'manager', 'admin']);
  expect(hidesSmallCells(of('manager', 'qa'))).toBe(false);
  expect(hidesSmallCells(of('agent', 'trainer'))).toBe(false);
});

it('a manager sets targets of the own teams, an administrator every one, and nobody else any', () => {
  const settable = (viewer: Viewer) => [null, 3, 9].filter((team) => maySetTarget(viewer, team));
  expect(settable({ ...of('manager'), teams: [3] })).toEqual([3]);
  expect(settable({ ...of('manager', 'qa'), teams: 'all' })).toEqual([3, 9]);
  expect(settable(of('admin'))).toEqual([null, 3, 9]);
  for (const role of ['agent', 'trainer', 'qa'] as const) {
    expect(settable({ ...of(role), teams: 'all' }), role).toEqual([]);
  }
});
