import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { writeIncidents } from '@/db/commands/incidents/write-incidents.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { incident } from '@/db/schema/incidents.ts';
import { workspace } from '@/db/schema/organisation.ts';
import { report, reportPiece } from '@/db/schema/reports.ts';
import { retentionRun } from '@/db/schema/retention.ts';
import { readyIncident } from '@/db/testing/ready-incident.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { KEEP_ALL } from '@/lib/privacy/retention.ts';
import { doNightWork } from './nightly.ts';

const { records } = await testDatabase();
const home = mkdtempSync(join(tmpdir(), 'lookback-night-'));
afterAll(() => rmSync(home, { recursive: true }));
await makeWorkspace(records, 'Asia/Tokyo');

beforeEach(async () => {
  await records.delete(retentionRun);
  await records.delete(incident);
  await records.update(workspace).set({ settings: { retention: { ...KEEP_ALL, incidents: 2 } } });
  const writing = { timeZone: 'UTC', importRunId: null, now: new Date(0) };
  await records.transaction((tx) => writeIncidents(tx, [readyIncident('a')], writing));
});

const never = () => false;
const at = (time: string) => doNightWork(records, home, new Date(time), never);
const left = async () => (await records.select().from(incident)).length;

it('at 01:59 in Tokyo nothing is done, at 02:00 what is too old goes, once a day, under the program’s own name', async () => {
  expect([await at('2024-06-14T16:59:00Z'), await left()]).toEqual([false, 1]);
  expect([await at('2024-06-14T17:00:00Z'), await left()]).toEqual([true, 0]);
  expect(await at('2024-06-15T14:59:00Z')).toBe(false);
  expect(await at('2024-06-15T17:00:00Z')).toBe(true);
  const actors = new Set((await records.select().from(auditLog)).map(({ actor }) => actor));
  expect([...actors]).toEqual(['lookback']);
});

it('while another program is at it, nothing is thrown', async () => {
  const now = new Date('2024-06-14T17:00:00Z');
  const run = { day: '2024-06-15', startedBy: 'other', startedAt: now, beatAt: now, removed: {} };
  await records.insert(retentionRun).values(run);
  expect([await at('2024-06-14T17:05:00Z'), await left()]).toEqual([true, 1]);
});

it('an upload that was left behind a day ago goes, a fresh one stays', async () => {
  mkdirSync(join(home, 'uploads'));
  const [old, fresh] = [join(home, 'uploads', 'old'), join(home, 'uploads', 'fresh')];
  for (const path of [old, fresh]) writeFileSync(path, 'Zelda Quimby');
  utimesSync(old, new Date('2024-06-13T16:00:00Z'), new Date('2024-06-13T16:00:00Z'));
  utimesSync(fresh, new Date('2024-06-14T16:00:00Z'), new Date('2024-06-14T16:00:00Z'));
  await at('2024-06-14T17:00:00Z');
  expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
});

it('a report that has been kept for its time goes with its file, and one that has a day left stays', async () => {
  const asked = { account: 'account:1', page: 'incidents', query: '', format: 'csv', title: 'Incidents' };
  const of = { ...asked, askedAt: new Date('2024-05-01T00:00:00Z'), state: 'made' };
  const untils = ['2024-06-14T16:59:00Z', '2024-06-15T17:00:00Z'].map((until) => new Date(until));
  const made = await records
    .insert(report)
    .values(untils.map((keptUntil) => ({ ...of, keptUntil })))
    .returning({ reportId: report.reportId });
  const content = Buffer.from('Zelda Quimby');
  await records.insert(reportPiece).values(made.map((one) => ({ ...one, attempt: 1, seq: 1, content })));
  await at('2024-06-14T17:00:00Z');
  expect(await records.select({ keptUntil: report.keptUntil }).from(report)).toEqual([
    { keptUntil: untils[1] },
  ]);
  expect(await records.select().from(reportPiece)).toHaveLength(1);
});
