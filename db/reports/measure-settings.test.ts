import { beforeAll, expect, it } from 'vitest';
import { target } from '@/db/schema/improvement.ts';
import { workspace } from '@/db/schema/organisation.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { makeTeams } from '@/db/testing/settings-rows.ts';
import { SMALL_RECORD } from '@/db/testing/small-record.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { measuresReport, targetReport } from './measure-settings.ts';
import { overviewReport } from './overview.ts';
import { workspaceReport } from './workspace-settings.ts';

const { records } = await testDatabase();
const admin: Viewer = { actor: 'account:1', roles: ['admin'], teams: [] };
const options = { record: records, now: Date.parse('2026-11-22T10:00:00Z') };
const teams = await makeTeams(records, 'Chat', 'Billing');
const ofChat: Viewer = { actor: 'account:2', roles: ['manager'], teams: [teams.Chat] };
const rate = { measure: 'escalation_rate', value: 0.25 };

beforeAll(async () => {
  await makeWorkspace(records);
  await makeIncidents(records, SMALL_RECORD);
  await records.insert(target).values([
    { ...rate, from: '2026-01-01' },
    { ...rate, from: '2026-11-01' },
    { ...rate, from: '2026-12-01' },
    { ...rate, from: '2026-11-01', teamId: teams.Chat },
    { ...rate, from: '2026-11-01', teamId: teams.Billing, until: '2026-11-22' },
  ]);
});

it('of three targets of the workspace one is over, one holds and one is to come', async () => {
  const { targets } = await measuresReport(admin, options);
  expect(targets.map(({ teamName, from, state }) => [teamName, from, state])).toEqual([
    ['Chat', '2026-11-01', 'holds'],
    ['Billing', '2026-11-01', 'over'],
    [null, '2026-12-01', 'to_come'],
    [null, '2026-11-01', 'holds'],
    [null, '2026-01-01', 'over'],
  ]);
  expect(targets.every(({ mayChange }) => mayChange)).toBe(true);
});

it('a manager sees the own and the common targets, and may change the own', async () => {
  const report = await measuresReport(ofChat, options);
  expect(report.targets.map(({ teamName, mayChange }) => [teamName, mayChange])).toEqual([
    ['Chat', true],
    [null, false],
    [null, false],
    [null, false],
  ]);
  expect(report.teams).toEqual([{ teamId: teams.Chat, name: 'Chat' }]);
  expect(report.mayAdminister).toBe(false);
  const ids = report.targets.map(({ targetId }) => targetId);
  expect((await targetReport(ofChat, ids[0] ?? 0, options)).teamName).toBe('Chat');
  await expect(targetReport(ofChat, ids[1] ?? 0, options)).rejects.toThrow(NotFound);
});

it('an administrator sets targets for every team, by name', async () => {
  const { teams: shown, today } = await measuresReport(admin, options);
  expect(shown.map(({ name }) => name)).toEqual(['Billing', 'Chat']);
  expect(today).toBe('2026-11-22');
});

it('5 of the 6 incidents have a time of day, which another zone would count anew', async () => {
  const report = await workspaceReport(admin, options);
  expect(report.timed).toBe(5);
  expect(report.workspace.timeZone).toBe('UTC');
});

it('where the workspace prefers months, the course of the overview has them', async () => {
  const all = parseFilters(new URLSearchParams('period=all'));
  const bucketOf = async () => {
    const { panels } = await overviewReport(EVERYBODY, all, options);
    return (await panels.series).picture?.bucket;
  };
  expect(await bucketOf()).toBe('week');
  await records.update(workspace).set({ settings: { bucket: 'month' } });
  expect(await bucketOf()).toBe('month');
});
