import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, onTestFinished, vi } from 'vitest';
import { askReport } from '@/db/commands/ask-report.ts';
import { keptReportsReport } from '@/db/reports/kept-reports.ts';
import { reportSchedule } from '@/db/schema/reports.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { SMALL_RECORD } from '@/db/testing/small-record.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeSomebody } from '@/db/testing/workshop.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { deliveryOf, workOnReports } from './report-worker.ts';

const opened = await testDatabase();
const { records } = opened;
await makeWorkspace(records);
await makeIncidents(records, SMALL_RECORD);
const quinn = await makeSomebody(records, 'quinn', ['qa']);
const home = mkdtempSync(join(tmpdir(), 'lookback-worker-'));
afterAll(() => rmSync(home, { recursive: true }));

const states = async () =>
  (await keptReportsReport(quinn, { record: records })).reports.map(({ state }) => state);
const wish = { page: 'teams', query: 'period=all', format: 'xlsx' } as const;

it('what is asked for in this program is made at once, and the work ends when it is told to', async () => {
  const end = workOnReports(opened, deliveryOf({ home, reportsFolder: null }), String);
  onTestFinished(end);
  await askReport(records, quinn, wish, new Date());
  await askReport(records, quinn, wish, new Date());
  await vi.waitFor(async () => expect(await states()).toEqual(['made', 'made']), { timeout: 4000 });
  await end();
  await askReport(records, quinn, wish, new Date());
  expect(await states()).toEqual(['waiting', 'made', 'made']);
});

it('a schedule that is due is begun with the next look', async () => {
  await records.insert(reportSchedule).values({
    ...wish,
    ownerAccount: quinn.actor,
    name: 'Daily',
    rhythm: 'daily',
    weekday: 1,
    monthDay: 1,
    hour: 7,
    recipients: [],
    folder: '',
    nextAt: new Date('2024-04-01T07:00:00Z'),
    madeAt: new Date('2024-03-31T10:00:00Z'),
  });
  const end = workOnReports(opened, deliveryOf({ home, reportsFolder: null }), String);
  onTestFinished(end);
  await askReport(records, quinn, wish, new Date());
  await vi.waitFor(async () => expect(new Set(await states())).toEqual(new Set(['made'])), { timeout: 4000 });
  expect(await states()).toHaveLength(5);
});
