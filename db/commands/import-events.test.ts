import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { listAllEvents } from '@/db/queries/events.ts';
import { importProblem, importRun } from '@/db/schema/imports.ts';
import { event } from '@/db/schema/organisation.ts';
import { scratchFolder } from '@/db/testing/complaint-files.ts';
import { makeTeams } from '@/db/testing/settings-rows.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { Forbidden, Invalid } from '@/lib/errors.ts';
import { importEvents } from './import-events.ts';

const { records } = await testDatabase();
const admin: Viewer = { actor: 'account:1', roles: ['admin'], teams: [] };
const NOW = new Date('2026-11-22T10:00:00Z');
const files = scratchFolder();
await makeTeams(records, 'Billing', 'Chat');
afterAll(() => files.remove());
beforeEach(async () => {
  await records.delete(event);
});

let written = 0;
function importText(lines: string[], viewer = admin): Promise<number> {
  const text = ['day,last day,what happened,kind,teams', ...lines, ''].join('\n');
  const path = files.write(`events-${written++}.csv`, text);
  return importEvents(records, viewer, { path, fileName: 'events.csv' }, NOW);
}
async function countsOf(importRunId: number) {
  const [run] = await records.select().from(importRun).where(eq(importRun.importRunId, importRunId));
  return [run?.created, run?.updated, run?.unchanged, run?.merged, run?.rejected];
}
async function shown() {
  const { events } = await listAllEvents(records, admin, { limit: 100, offset: 0 });
  return events.map(({ day, lastDay, label, teams }) => [
    day,
    lastDay,
    label,
    teams.map(({ name }) => name).join(),
  ]);
}
const OUTAGE = '2026-11-01,2026-11-02,Lines down,outage,Billing;Chat';
const RELEASE = '2026-11-03,,Release 4.2,release,';

it('two rows make two events; again they change nothing; with another last day one is updated', async () => {
  expect(await countsOf(await importText([OUTAGE, RELEASE]))).toEqual([2, 0, 0, 0, 0]);
  expect(await shown()).toEqual([
    ['2026-11-03', null, 'Release 4.2', ''],
    ['2026-11-01', '2026-11-02', 'Lines down', 'Billing,Chat'],
  ]);
  expect(await countsOf(await importText([RELEASE, OUTAGE]))).toEqual([0, 0, 2, 0, 0]);
  const shorter = '2026-11-01,,Lines down,outage,Chat';
  expect(await countsOf(await importText([shorter, RELEASE]))).toEqual([0, 1, 1, 0, 0]);
  expect((await shown())[1]).toEqual(['2026-11-01', null, 'Lines down', 'Chat']);
});

it('a row that cannot be read, two that disagree and one that repeats are kept with line and reason', async () => {
  const run = await importText([
    RELEASE,
    '2026-11-03,,"Release 4.2",release,',
    '2026-13-01,,Nothing,release,',
    OUTAGE,
    '2026-11-01,,Lines down,outage,',
  ]);
  expect(await countsOf(run)).toEqual([1, 0, 0, 1, 3]);
  const problems = await records.select().from(importProblem).where(eq(importProblem.importRunId, run));
  expect(problems.map(({ line, kind }) => [line, kind])).toEqual([
    [4, 'rejected'],
    [5, 'rejected'],
    [6, 'rejected'],
    [3, 'merged'],
  ]);
});

it('without the words there is no event, and without the right no import', async () => {
  const path = files.write('days.csv', 'day\n2026-11-01\n');
  const request = { path, fileName: 'days.csv' };
  await expect(importEvents(records, admin, request, NOW)).rejects.toThrow(Invalid);
  for (const role of ['agent', 'trainer', 'manager', 'qa'] as const) {
    const viewer: Viewer = { actor: 'account:2', roles: [role], teams: 'all' };
    await expect(importText([RELEASE], viewer)).rejects.toThrow(Forbidden);
  }
});
