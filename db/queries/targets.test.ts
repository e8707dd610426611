import { expect, it } from 'vitest';
import { target } from '@/db/schema/improvement.ts';
import { makeTeams } from '@/db/testing/settings-rows.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { listAllTargets, listTargets } from './targets.ts';

const { records } = await testDatabase();
const teams = await makeTeams(records, 'Billing', 'Chat');
await records.insert(target).values([
  { measure: 'escalation_rate', value: 0.3, from: '2026-01-01' },
  { measure: 'escalation_rate', value: 0.25, from: '2026-07-01' },
  { measure: 'escalation_rate', value: 0.2, from: '2026-01-01', teamId: teams.Chat },
  { measure: 'repeat_rate', value: 0.1, from: '2026-01-01', until: '2026-03-01' },
  { measure: 'a measure of the future', value: 1, from: '2026-01-01' },
]);

const everybody: Viewer = { actor: 'account:1', roles: ['admin'], teams: [] };
const values = async (viewer: Viewer, asOf: string) =>
  (await listTargets(records, viewer, asOf)).map(({ measure, teamName, value }) => [
    measure,
    teamName,
    value,
  ]);

it('the target that began last holds, from its first day on', async () => {
  expect(await values(everybody, '2025-12-31')).toEqual([]);
  expect(await values(everybody, '2026-06-30')).toEqual([
    ['escalation_rate', 'Chat', 0.2],
    ['escalation_rate', null, 0.3],
  ]);
  expect(await values(everybody, '2026-07-01')).toEqual([
    ['escalation_rate', 'Chat', 0.2],
    ['escalation_rate', null, 0.25],
  ]);
});

it('one that ends on 1 March holds on 28 February and not on 1 March', async () => {
  expect(await values(everybody, '2026-02-28')).toContainEqual(['repeat_rate', null, 0.1]);
  expect(await values(everybody, '2026-03-01')).not.toContainEqual(['repeat_rate', null, 0.1]);
});

it('who sees one team sees its targets and those of the workspace', async () => {
  const ofBilling: Viewer = { actor: 'account:2', roles: ['manager'], teams: [teams.Billing] };
  expect(await values(ofBilling, '2026-08-01')).toEqual([['escalation_rate', null, 0.25]]);
});

it('all four of known measures are listed, past and future, the newest first', async () => {
  const all = await listAllTargets(records, everybody);
  expect(all.map(({ measure, value }) => [measure, value])).toEqual([
    ['escalation_rate', 0.2],
    ['escalation_rate', 0.25],
    ['escalation_rate', 0.3],
    ['repeat_rate', 0.1],
  ]);
});

it('two targets of one measure cannot begin on the same day, also where both are of the workspace', async () => {
  const again = records.insert(target).values({ measure: 'repeat_rate', value: 0.2, from: '2026-01-01' });
  await expect(again).rejects.toThrow();
});
