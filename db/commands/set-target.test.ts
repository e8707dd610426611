import { asc } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { listAllTargets } from '@/db/queries/targets.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { target } from '@/db/schema/improvement.ts';
import { makeTeams } from '@/db/testing/settings-rows.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors.ts';
import type { TargetEntry } from '@/lib/measures/target-form.ts';
import { changeTarget } from './change-target.ts';
import { removeTarget } from './remove-target.ts';
import { setTarget } from './set-target.ts';

const { records } = await testDatabase();
const NOW = new Date('2026-11-22T10:00:00Z');
const teams = await makeTeams(records, 'Billing', 'Chat');
const admin: Viewer = { actor: 'account:1', roles: ['admin'], teams: [] };
const ofChat: Viewer = { actor: 'account:2', roles: ['manager'], teams: [teams.Chat] };
const quarter: TargetEntry = {
  measure: 'escalation_rate',
  teamId: null,
  value: 0.25,
  from: '2026-11-01',
  until: null,
};
const values = async () => (await listAllTargets(records, admin)).map(({ value }) => value);

beforeEach(async () => {
  await records.delete(target);
});

it('a target is set, changed and deleted, each with its audit row', async () => {
  const targetId = await setTarget(records, admin, quarter, NOW);
  await changeTarget(records, admin, { targetId, version: 1 }, { ...quarter, value: 0.2 }, NOW);
  expect(await listAllTargets(records, admin)).toEqual([
    { ...quarter, targetId, teamName: null, value: 0.2, version: 2 },
  ]);
  await removeTarget(records, admin, targetId, NOW);
  expect(await values()).toEqual([]);
  const rows = await records.select().from(auditLog).orderBy(asc(auditLog.auditId));
  expect(rows.map(({ action }) => action)).toEqual(['target_set', 'target_changed', 'target_deleted']);
});

it('two of one measure and team cannot begin on one day; of another team, or on another day, they can', async () => {
  await setTarget(records, admin, quarter, NOW);
  await expect(setTarget(records, admin, { ...quarter, value: 0.1 }, NOW)).rejects.toThrow(Invalid);
  await setTarget(records, admin, { ...quarter, teamId: teams.Chat }, NOW);
  const december = { ...quarter, from: '2026-12-01', value: 0.1 };
  const targetId = await setTarget(records, admin, december, NOW);
  expect(await values()).toEqual([0.25, 0.1, 0.25]);
  const moved = changeTarget(records, admin, { targetId, version: 1 }, quarter, NOW);
  await expect(moved).rejects.toThrow(/begins on that day already/);
});

it('of two who change it at once, the second is told; one that is gone is not found', async () => {
  const targetId = await setTarget(records, admin, quarter, NOW);
  const change = () => changeTarget(records, admin, { targetId, version: 1 }, quarter, NOW);
  await change();
  await expect(change()).rejects.toThrow(Conflict);
  await removeTarget(records, admin, targetId, NOW);
  await expect(removeTarget(records, admin, targetId, NOW)).rejects.toThrow(NotFound);
});

it('a team that is not there is said at its field', async () => {
  await expect(setTarget(records, admin, { ...quarter, teamId: 999 }, NOW)).rejects.toThrow(Invalid);
});

it('a manager sets, changes and deletes targets of the own team, and neither of another nor of the workspace', async () => {
  const own = await setTarget(records, ofChat, { ...quarter, teamId: teams.Chat }, NOW);
  await changeTarget(records, ofChat, { targetId: own, version: 1 }, { ...quarter, value: 0.3 }, NOW);
  for (const teamId of [null, teams.Billing]) {
    await expect(setTarget(records, ofChat, { ...quarter, teamId }, NOW)).rejects.toThrow(Forbidden);
  }
  const whole = await setTarget(records, admin, quarter, NOW);
  const other = await setTarget(records, admin, { ...quarter, teamId: teams.Billing }, NOW);
  await expect(removeTarget(records, ofChat, whole, NOW)).rejects.toThrow(Forbidden);
  await expect(removeTarget(records, ofChat, other, NOW)).rejects.toThrow(NotFound);
  await expect(changeTarget(records, ofChat, { targetId: other, version: 1 }, quarter, NOW)).rejects.toThrow(
    NotFound,
  );
  await removeTarget(records, ofChat, own, NOW);
  expect(await values()).toEqual([0.25, 0.25]);
});

it.each(['agent', 'trainer', 'qa'] as const)('a %s sets and deletes none', async (role) => {
  const viewer: Viewer = { actor: 'account:3', roles: [role], teams: 'all' };
  const targetId = await setTarget(records, admin, quarter, NOW);
  await expect(setTarget(records, viewer, { ...quarter, teamId: teams.Chat }, NOW)).rejects.toThrow(
    Forbidden,
  );
  await expect(removeTarget(records, viewer, targetId, NOW)).rejects.toThrow(Forbidden);
});
