import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openMailer } from '@/db/mail/mailer.ts';
import { schedulesReport } from '@/db/reports/report-schedules.ts';
import { user } from '@/db/schema/accounts.ts';
import { incident } from '@/db/schema/incidents.ts';
import { workspace } from '@/db/schema/organisation.ts';
import { report, reportRun, reportSchedule } from '@/db/schema/reports.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { startMailServer } from '@/db/testing/mail-server.ts';
import { SMALL_RECORD } from '@/db/testing/small-record.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeSomebody, makeWorkshop, workOffAll } from '@/db/testing/workshop.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { NotFound } from '@/lib/errors.ts';
import { scheduleForm } from '@/lib/reports/schedule-form.ts';
import { beginDueRuns } from './begin-due-runs.ts';
import { changeTimeZone } from './change-time-zone.ts';
import { pauseSchedule } from './pause-schedule.ts';
import { planReports } from './plan-reports.ts';
import { removeSchedule } from './remove-schedule.ts';
import { runSchedule } from './run-schedule.ts';

const { records } = await testDatabase();
await makeWorkspace(records, 'Europe/Berlin');
const quinn = await makeSomebody(records, 'quinn', ['qa']);
const rob = await makeSomebody(records, 'rob', ['qa']);
const root = mkdtempSync(join(tmpdir(), 'lookback-reports-'));
afterAll(() => rmSync(root, { recursive: true }));

let now = new Date('2024-04-01T10:00:00Z');
const inFolder = makeWorkshop(() => now, { delivery: { mail: null, folder: root } });
const entry = (more: Record<string, string> = {}) =>
  scheduleForm.parse({
    name: 'Weekly review',
    from: '/skills/teams?period=2024-01-01..2024-03-31',
    format: 'pdf-a4',
    kind: 'weekly',
    weekday: '1',
    hour: '7',
    way: 'folder',
    folder: 'weekly',
    ...more,
  });
const runs = async () => (await schedulesReport(quinn, { record: records })).schedules[0]?.runs ?? [];
const at = (time: string) => {
  now = new Date(time);
};

beforeEach(async () => {
  at('2024-04-01T10:00:00Z');
  for (const table of [reportSchedule, report, incident]) await records.delete(table);
  await records.update(workspace).set({ timeZone: 'Europe/Berlin' });
  await makeIncidents(records, SMALL_RECORD);
  for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true });
});

describe('when it is due', () => {
  it('every Monday at 07:00 in Berlin, 05:00 UTC in April; a minute before nothing is, at the time it is once', async () => {
    await planReports(records, quinn, entry(), now);
    at('2024-04-08T04:59:59Z');
    expect(await beginDueRuns(records, now)).toBe(0);
    at('2024-04-08T05:00:00Z');
    expect(await beginDueRuns(records, now)).toBe(1);
    expect(await beginDueRuns(records, now)).toBe(0);
    expect(await workOffAll(records, inFolder)).toBe(1);
    const [run] = await runs();
    expect(run).toMatchObject({ result: 'sent', missed: 0, dueAt: Date.parse('2024-04-08T05:00:00Z') });
    expect(run?.words).toBe(`Put into the folder as weekly/lookback-teams-${run?.code}.pdf.`);
    expect(readdirSync(join(root, 'weekly'))).toEqual([`lookback-teams-${run?.code}.pdf`]);
  });

  it('three weeks in which no program ran are made up for once, and two missed times are told', async () => {
    await planReports(records, quinn, entry(), now);
    at('2024-04-24T12:00:00Z');
    expect(await beginDueRuns(records, now)).toBe(1);
    expect(await runs()).toMatchObject([{ missed: 2, dueAt: Date.parse('2024-04-22T05:00:00Z') }]);
    const { schedules } = await schedulesReport(quinn, { record: records });
    expect(schedules[0]?.nextAt).toBe(Date.parse('2024-04-29T05:00:00Z'));
  });

  it('two programs that look at the same moment begin it once between them, each of four schedules', async () => {
    for (let each = 0; each < 4; each += 1) await planReports(records, quinn, entry(), now);
    at('2024-04-08T05:00:00Z');
    const begun = await Promise.all([beginDueRuns(records, now), beginDueRuns(records, now)]);
    expect(begun[0] + begun[1]).toBe(4);
    expect(await records.select().from(reportRun)).toHaveLength(4);
    const made = await Promise.all([workOffAll(records, inFolder), workOffAll(records, inFolder)]);
    expect(made[0] + made[1]).toBe(4);
    expect(readdirSync(join(root, 'weekly'))).toHaveLength(4);
  });

  it('in another zone of the workspace it keeps its hour: 07:00 in Tokyo is 22:00 UTC on the Sunday', async () => {
    await planReports(records, quinn, entry(), now);
    const { version } = (await records.select().from(workspace))[0] ?? { version: 0 };
    const admin = { actor: 'account:1', roles: ['admin'], teams: 'all' } as const;
    await changeTimeZone(records, admin, { version, timeZone: 'Asia/Tokyo' }, now);
    const { schedules } = await schedulesReport(quinn, { record: records });
    expect(schedules[0]?.nextAt).toBe(Date.parse('2024-04-07T22:00:00Z'));
  });
});

describe('whether there is something to send', () => {
  it('with the same figures as last time it is skipped and says so; one more incident, and it goes out again', async () => {
    await planReports(records, quinn, entry({ kind: 'daily' }), now);
    const results = [];
    for (const day of ['02', '03', '04', '05']) {
      at(`2024-04-${day}T05:00:00Z`);
      if (day === '04') await makeIncidents(records, [{ at: '2024-03-01', trigger: 'billing_error' }]);
      await beginDueRuns(records, now);
      await workOffAll(records, inFolder);
      results.push((await runs())[0]?.result);
    }
    expect(results).toEqual(['sent', 'skipped', 'sent', 'skipped']);
    expect(readdirSync(join(root, 'weekly'))).toHaveLength(2);
    expect(await records.select().from(report)).toHaveLength(2);
    expect((await runs())[0]).toMatchObject({
      words: 'Nothing has changed since the last time that it went out.',
      isKept: false,
    });
  });

  it('rows are compared, too: two runs over the same six incidents make one file', async () => {
    await planReports(
      records,
      quinn,
      entry({ kind: 'daily', from: '/incidents?period=all', format: 'ndjson' }),
      now,
    );
    for (const day of ['02', '03']) {
      at(`2024-04-${day}T05:00:00Z`);
      await beginDueRuns(records, now);
      await workOffAll(records, inFolder);
    }
    expect((await runs()).map(({ result }) => result)).toEqual(['skipped', 'sent']);
  });

  it('asked for by hand it goes out, changed or not', async () => {
    const scheduleId = await planReports(records, quinn, entry(), now);
    for (let each = 0; each < 2; each += 1) {
      at(`2024-04-02T0${each}:00:00Z`);
      await runSchedule(records, quinn, { scheduleId }, now);
      await workOffAll(records, inFolder);
    }
    expect((await runs()).map(({ result, isAsked }) => [result, isAsked])).toEqual([
      ['sent', true],
      ['sent', true],
    ]);
  });
});

describe('by mail', () => {
  const mailed = (more = {}) =>
    entry({ way: 'mail', recipients: 'ines@example.org, tom@example.org', ...more });
  const workshopWith = (port: number) => {
    const settings = { host: '127.0.0.1', port, secure: false, mayBePlain: true, signIn: null };
    const mailer = openMailer({ ...settings, from: { name: 'Lookback', address: 'lookback@example.org' } });
    return makeWorkshop(() => now, {
      delivery: { mail: { mailer, url: 'https://lookback.example.org' }, folder: root },
    });
  };

  it('each address gets a mail of its own with the file and the way back to its figures', async () => {
    const office = await startMailServer();
    onTestFinished(office.close);
    await planReports(records, quinn, mailed(), now);
    at('2024-04-08T05:00:00Z');
    await beginDueRuns(records, now);
    await workOffAll(records, workshopWith(office.port));
    const [run] = await runs();
    expect(run).toMatchObject({ result: 'sent', words: 'Mailed to ines@example.org, tom@example.org.' });
    expect(office.taken.map(({ to }) => to)).toEqual([['ines@example.org'], ['tom@example.org']]);
    const raw = office.taken[0]?.raw ?? '';
    expect(raw).toContain(`Subject: Weekly review, ${run?.code}`);
    expect(raw).toContain(`filename=lookback-teams-${run?.code}.pdf`);
    expect(raw).toContain(Buffer.from('%PDF-1').toString('base64'));
    expect(raw.replace(/=\r\n/g, '')).toContain(`https://lookback.example.org/reports/${run?.code}`);
  });

  it('who got it before the server went away does not get it again; the others are named, and the report is there', async () => {
    const refusing = Object.assign(new Error('unknown'), { responseCode: 550 });
    const office = await startMailServer({
      onRcptTo: ({ address }, _session, done) => done(address.startsWith('tom') ? refusing : undefined),
    });
    onTestFinished(office.close);
    await planReports(records, quinn, mailed(), now);
    at('2024-04-08T05:00:00Z');
    await beginDueRuns(records, now);
    await workOffAll(records, workshopWith(office.port));
    const [run] = await runs();
    expect(run?.result).toBe('failed');
    expect(run?.words).toMatch(/^Not sent to tom@example\.org: /);
    expect((await records.select().from(reportRun))[0]?.sentTo).toEqual(['ines@example.org']);
    expect((await records.select().from(report))[0]).toMatchObject({ state: 'made' });
  });

  it('where mail is off, it says so and what to do', async () => {
    await planReports(records, quinn, mailed(), now);
    at('2024-04-08T05:00:00Z');
    await beginDueRuns(records, now);
    await workOffAll(records, inFolder);
    expect((await runs())[0]?.words).toMatch(/^No mail server is set up, so it was not sent\./);
  });

  it('single incidents do not go by mail, nor do lines of a head', () => {
    const problems = (more: Record<string, string>) =>
      scheduleForm
        .safeParse({ ...raw(), way: 'mail', recipients: 'ines@example.org', ...more })
        .error?.issues.map(({ path }) => path.join('.'));
    expect(problems({ from: '/incidents', format: 'csv' })).toEqual(['way']);
    expect(problems({ name: 'Weekly\r\nBcc: all@example.org' })).toEqual(['name']);
    expect(problems({ recipients: 'ines@example.org, "a\r\nb"@example.org' })).toEqual(['recipients']);
    expect(problems({ recipients: '' })).toEqual(['recipients']);
  });
});

describe('the folder', () => {
  it.each(['../elsewhere', '/etc', 'weekly/../..', '.ssh'])('%s is refused by the form', (folder) => {
    expect(scheduleForm.safeParse({ ...raw(), folder }).error?.issues[0]?.path).toEqual(['folder']);
  });

  it('that leads out by a link in the file system gets nothing, and that is said', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'lookback-outside-'));
    onTestFinished(() => rmSync(outside, { recursive: true }));
    mkdirSync(join(root, 'team'));
    symlinkSync(outside, join(root, 'team', 'out'));
    await planReports(records, quinn, entry({ folder: 'team/out/deeper' }), now);
    at('2024-04-08T05:00:00Z');
    await beginDueRuns(records, now);
    await workOffAll(records, inFolder);
    expect((await runs())[0]).toMatchObject({
      result: 'failed',
      words: 'The folder leads out of the folder of reports. Nothing was written.',
    });
    expect(readdirSync(outside)).toEqual([]);
    expect(existsSync(join(outside, 'deeper'))).toBe(false);
  });
});

describe('its owner', () => {
  it('pauses it, and resumes it with the next time; what was missed meanwhile is not made', async () => {
    const scheduleId = await planReports(records, quinn, entry({ kind: 'daily' }), now);
    await pauseSchedule(records, quinn, { scheduleId, isPaused: true }, now);
    at('2024-04-05T12:00:00Z');
    expect(await beginDueRuns(records, now)).toBe(0);
    await pauseSchedule(records, quinn, { scheduleId, isPaused: false }, now);
    expect(await beginDueRuns(records, now)).toBe(0);
    at('2024-04-06T05:00:00Z');
    expect(await beginDueRuns(records, now)).toBe(1);
  });

  it('alone sees, runs, pauses and removes it', async () => {
    const scheduleId = await planReports(records, quinn, entry(), now);
    expect((await schedulesReport(rob, { record: records })).schedules).toEqual([]);
    await expect(runSchedule(records, rob, { scheduleId }, now)).rejects.toThrow(NotFound);
    await expect(pauseSchedule(records, rob, { scheduleId, isPaused: true }, now)).rejects.toThrow(NotFound);
    await expect(removeSchedule(records, rob, { scheduleId }, now)).rejects.toThrow(NotFound);
    await removeSchedule(records, quinn, { scheduleId }, now);
    expect((await schedulesReport(quinn, { record: records })).schedules).toEqual([]);
  });

  it('who may no longer have it ends it: the run is refused in words and the schedule rests', async () => {
    const tess = await makeSomebody(records, 'tess', ['qa']);
    await planReports(records, tess, entry({ kind: 'daily' }), now);
    await records
      .update(user)
      .set({ roles: ['manager'] })
      .where(eq(user.id, tess.actor.slice('account:'.length)));
    at('2024-04-02T05:00:00Z');
    await beginDueRuns(records, now);
    await workOffAll(records, inFolder);
    const { schedules } = await schedulesReport(tess, { record: records });
    expect(schedules[0]).toMatchObject({ isPaused: true, runs: [{ result: 'refused' }] });
    expect(readdirSync(root)).toEqual([]);
  });
});

function raw(): Record<string, string> {
  return {
    name: 'Weekly review',
    from: '/',
    format: 'pdf-a4',
    kind: 'daily',
    hour: '7',
    way: 'folder',
    folder: 'weekly',
  };
}
