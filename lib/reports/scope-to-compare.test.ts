import { expect, test } from 'vitest';
import type { Viewer } from '../access.ts';
import type { PackScope } from '../packs/pack-scope.ts';
import { scopeToCompare } from './scope-to-compare.ts';

const qa: Viewer = { actor: 'qa', roles: ['qa'], teams: 'all' };
const mia: Viewer = { actor: 'mia', roles: ['manager'], teams: [1, 2] };
const scope: PackScope = { teams: [{ id: 1, name: 'Billing' }], own: false, roles: ['manager', 'admin'] };
const of = (account: string, kept: PackScope | undefined, teams: 'all' | number[] | null = null) => ({
  account,
  teams,
  scope: kept,
});

test('whoever sees all teams reads the report of a manager with its teams and as a manager, not as an administrator', () => {
  expect(scopeToCompare(qa, of('mia', scope))).toEqual({
    as: { actor: 'qa', roles: ['manager'], teams: [1], agents: [] },
  });
});

test('the maker, bound to a second team since, reads with the one team of then and the roles of now', () => {
  expect(scopeToCompare(mia, of('mia', scope))).toEqual({ as: { ...mia, teams: [1], agents: [] } });
});

test('nobody reads with a team that they do not see, nor with all', () => {
  const elsewhere: Viewer = { ...mia, teams: [2] };
  expect(scopeToCompare(elsewhere, of('mia', scope))).toEqual({
    without: expect.stringContaining('teams: Billing'),
  });
  expect(scopeToCompare(mia, of('mia', { ...scope, teams: null }))).toHaveProperty('without');
});

test('the own incidents of an agent are compared for the agent alone', () => {
  const agent: Viewer = { actor: 'ann', roles: ['agent'], teams: [], agents: [7] };
  const own: PackScope = { teams: [], own: true, roles: ['agent'] };
  expect(scopeToCompare(agent, of('ann', own))).toEqual({ as: agent });
  expect(scopeToCompare(qa, of('ann', own))).toEqual({ without: expect.stringContaining('own incidents') });
});

test('one from before is compared for its maker, and where it was made with all teams; else it cannot be told', () => {
  expect(scopeToCompare(mia, of('mia', undefined, [1, 2]))).toEqual({ as: mia });
  expect(scopeToCompare(qa, of('rob', undefined, 'all'))).toEqual({ as: qa });
  for (const teams of [[1, 2], null])
    expect(scopeToCompare(qa, of('mia', undefined, teams))).toEqual({
      without: expect.stringContaining('cannot be told'),
    });
});
