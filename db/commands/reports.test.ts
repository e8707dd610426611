import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { keptReport, reportAsNow } from '@/db/reports/kept-report.ts';
import { keptReportsReport, reportsProgress } from '@/db/reports/kept-reports.ts';
import { reportFile } from '@/db/reports/report-file.ts';
import { accountTeam, user } from '@/db/schema/accounts.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { incident } from '@/db/schema/incidents.ts';
import { report, reportPiece } from '@/db/schema/reports.ts';
import { type MadeIncident, makeIncidents } from '@/db/testing/incident-factory.ts';
import { makeTeams } from '@/db/testing/settings-rows.ts';
import { SMALL_RECORD } from '@/db/testing/small-record.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeSomebody, makeWorkshop, workOffAll } from '@/db/testing/workshop.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Forbidden, NotFound } from '@/lib/errors.ts';
import type { ReportWish } from '@/lib/reports/report-form.ts';
import { MOST_WAITING } from '@/lib/reports/report-states.ts';
import { askReport } from './ask-report.ts';
import { erasePerson } from './erase-person.ts';
import { removeQuotingReports } from './erasure/remove-quoting-reports.ts';
import { removeOldReports } from './remove-old-reports.ts';
import { removeReport } from './remove-report.ts';
import { claimReport, SILENT_MS } from './reports/claim-report.ts';
import { PieceWriter, readPieces } from './reports/report-pieces.ts';
import { retryReport } from './retry-report.ts';
import { workOffReport } from './work-off-report.ts';

const { records } = await testDatabase();
await makeWorkspace(records);
const { Billing } = await makeTeams(records, 'Billing');
const quinn = await makeSomebody(records, 'quinn', ['qa']);
const rob = await makeSomebody(records, 'rob', ['qa']);
const manager: Viewer = { ...(await makeSomebody(records, 'mia', ['manager'])), teams: [Billing] };
const admin: Viewer = { actor: 'lookback', roles: ['admin'], teams: 'all' };

let now = new Date('2024-04-01T10:00:00Z');
const workshop = makeWorkshop(() => now);
const options = { record: records, now: now.getTime() };
const wish = (more: Partial<ReportWish> = {}): ReportWish => ({
  page: 'teams',
  query: 'period=all',
  format: 'xlsx',
  ...more,
});
const listed = async (viewer: Viewer, code: string) =>
  (await keptReportsReport(viewer, options)).reports.find((each) => each.code === code);
const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};

beforeEach(async () => {
  now = new Date('2024-04-01T10:00:00Z');
  await records.delete(report);
  await records.delete(incident);
  await makeIncidents(records, SMALL_RECORD);
});

const textOf = async (viewer: Viewer, code: string) => (await bytesOf(viewer, code)).toString('utf8');

async function bytesOf(viewer: Viewer, code: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of (await reportFile(viewer, code, options)).pieces) parts.push(part);
  return Buffer.concat(parts);
}

describe('a report of a page', () => {
  it('waits, is made, and is then opened as it was, although five more incidents came in since: 6 then, 11 now', async () => {
    const code = await askReport(records, quinn, wish({ page: 'overview' }), now);
    expect(code).toMatch(/^R-2024-\d{4}$/);
    expect(await listed(quinn, code)).toMatchObject({ state: 'waiting', hasFile: false, filterWords: null });
    expect(await workOffAll(records, workshop)).toBe(1);
    expect(await listed(quinn, code)).toMatchObject({ state: 'made', title: 'Overview', hasFile: true });
    const before = (await keptReport(quinn, code, options)).pack;
    const more: MadeIncident[] = Array.from({ length: 5 }, () => ({
      at: '2024-03-18',
      trigger: 'billing_error',
    }));
    await makeIncidents(records, more);
    const after = await keptReport(quinn, code, options);
    expect(after.pack).toEqual(before);
    expect(after.pack?.shown).toMatchObject({ count: 6, of: 6 });
    expect(after.pack?.report).toBe(code);
    const asNow = await reportAsNow(quinn, code, options);
    expect(asNow?.now.shown).toMatchObject({ count: 11, of: 11 });
    const measures = asNow?.changed.find(({ id }) => id === 'measures');
    expect(measures?.changed).toContainEqual(
      expect.objectContaining({
        row: 'Incidents',
        before: 6,
        after: 11,
        column: expect.objectContaining({ id: 'incidents' }),
      }),
    );
  });

  it('with nothing changed since, differs in no panel', async () => {
    const code = await askReport(records, quinn, wish(), now);
    await workOffAll(records, workshop);
    expect((await reportAsNow(quinn, code, options))?.changed).toEqual([]);
  });

  it('has a file of the size and the SHA-256 that it says, whatever the pieces are', async () => {
    const code = await askReport(records, quinn, wish({ page: 'overview', format: 'pdf-a4' }), now);
    await workOffAll(records, workshop);
    const file = await bytesOf(quinn, code);
    expect(file.toString('utf8', 0, 5)).toBe('%PDF-');
    expect((await keptReport(quinn, code, options)).sha256).toBe(
      createHash('sha256').update(file).digest('hex'),
    );
    expect((await reportFile(quinn, code, options)).name).toBe(`lookback-overview-${code}.pdf`);
    expect((await listed(quinn, code))?.bytes).toBe(file.length);
  });
});

describe('rows', () => {
  it('come with all six incidents, their progress, and are noted in the audit log before they are written', async () => {
    const code = await askReport(records, quinn, wish({ page: 'incidents', format: 'csv' }), now);
    await workOffAll(records, workshop);
    const lines = (await textOf(quinn, code)).split('\r\n').filter((line) => line && !/^\ufeff?#/.test(line));
    expect(lines).toHaveLength(1 + 6);
    expect(await reportsProgress(quinn, [code], options)).toMatchObject([
      { state: 'made', done: 6, total: 6 },
    ]);
    const reportId = Number(code.slice(-4));
    const noted = await records
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `report:${reportId}`));
    expect(noted.map(({ action, detail }) => [action, detail])).toEqual([
      ['report_asked', { page: 'incidents', format: 'csv' }],
      ['export', { what: 'incidents' }],
    ]);
  });

  it('of more than a piece are put together again byte by byte', async () => {
    const code = await askReport(records, quinn, wish(), now);
    const job = await claimReport(records, now);
    if (!job) throw new Error('nothing waits');
    const writer = new PieceWriter(records, job);
    const part = Buffer.from('0123456789abcdef'.repeat(40_000));
    for (let at = 0; at < 5; at += 1) await writer.write(part);
    await writer.end();
    const stored = await records.select().from(reportPiece).where(eq(reportPiece.reportId, job.reportId));
    // 3.2 MB in parts of 0.64 MB: a piece is closed at two of them, and the last is what is left.
    expect([code, stored.length]).toEqual([code, 3]);
    const parts: Uint8Array[] = [];
    for await (const piece of readPieces(records, { reportId: job.reportId, attempt: job.attempt }))
      parts.push(piece);
    expect(Buffer.concat(parts).equals(Buffer.concat(Array(5).fill(part)))).toBe(true);
  });
});

describe('who may have it', () => {
  it('without the right nothing is asked for; a manager has none', async () => {
    await expect(askReport(records, manager, wish(), now)).rejects.toThrow(Forbidden);
    await expect(
      askReport(records, { ...manager, roles: ['manager', 'admin'] }, wish(), now),
    ).rejects.toThrow(Forbidden);
  });

  it('the list and the file are of whoever asked; others who see all teams open it as it was, a scope of one team does not', async () => {
    const code = await askReport(records, quinn, wish(), now);
    await workOffAll(records, workshop);
    expect(await listed(rob, code)).toBeUndefined();
    await expect(reportFile(rob, code, options)).rejects.toThrow(NotFound);
    expect(await reportsProgress(rob, [code], options)).toEqual([]);
    expect((await keptReport(rob, code, options)).pack?.shown.count).toBe(6);
    const narrowed: Viewer = { ...quinn, teams: [Billing] };
    await expect(keptReport(narrowed, code, options)).rejects.toThrow(NotFound);
    await expect(keptReport({ ...rob, teams: [Billing] }, code, options)).rejects.toThrow(NotFound);
    await expect(keptReport(manager, code, options)).rejects.toThrow(NotFound);
    await expect(keptReport(quinn, code.replace('2024', '2023'), options)).rejects.toThrow(NotFound);
  });

  it('the scope is derived when it is made: a right that is gone by then refuses it in words', async () => {
    const tess = await makeSomebody(records, 'tess', ['qa']);
    const id = tess.actor.slice('account:'.length);
    const code = await askReport(records, tess, wish(), now);
    await records
      .update(user)
      .set({ roles: ['manager'] })
      .where(eq(user.id, id));
    await records.insert(accountTeam).values({ userId: id, teamId: Billing });
    await workOffAll(records, workshop);
    expect(await listed(tess, code)).toMatchObject({
      state: 'refused',
      problem: 'The account that asked for it may no longer make reports.',
      hasFile: false,
    });
    await records
      .update(user)
      .set({ roles: ['qa'], disabledAt: now })
      .where(eq(user.id, id));
    await retryReport(records, tess, { code }, now);
    await workOffAll(records, workshop);
    expect((await listed(tess, code))?.problem).toBe(
      'The account that asked for it has been disabled or closed.',
    );
  });

  it(`after ${MOST_WAITING} that wait no more are taken`, async () => {
    for (let at = 0; at < MOST_WAITING; at += 1) await askReport(records, rob, wish(), now);
    await expect(askReport(records, rob, wish(), now)).rejects.toThrow(Conflict);
  });
});

describe('a program that ends while it makes one', () => {
  it('and is gone for a minute leaves it to the next, which makes it whole', async () => {
    const code = await askReport(records, quinn, wish({ page: 'incidents', format: 'csv' }), now);
    const job = await claimReport(records, now);
    if (!job) throw new Error('nothing waits');
    await new PieceWriter(records, job).write(Buffer.alloc(2_000_000));
    later(SILENT_MS);
    expect(await workOffAll(records, workshop)).toBe(0);
    later(1);
    expect(await workOffAll(records, workshop)).toBe(1);
    expect(await textOf(quinn, code)).not.toContain('\0');
    expect(await listed(quinn, code)).toMatchObject({ state: 'made', done: 6 });
  });

  it('in order gives it back at once', async () => {
    const code = await askReport(records, quinn, wish(), now);
    await workOffReport(
      records,
      makeWorkshop(() => now, { hasEnded: () => true }),
    );
    expect(await listed(quinn, code)).toMatchObject({ state: 'waiting' });
    expect(await workOffAll(records, workshop)).toBe(1);
    expect(await listed(quinn, code)).toMatchObject({ state: 'made' });
  });

  it('three times is given up, in words, and can be tried again', async () => {
    const code = await askReport(records, quinn, wish(), now);
    for (let at = 0; at < 3; at += 1) {
      expect(await claimReport(records, now)).toMatchObject({ attempt: at + 1 });
      later(SILENT_MS + 1);
    }
    expect(await claimReport(records, now)).toBeNull();
    expect((await listed(quinn, code))?.problem).toMatch(/^It was broken off 3 times/);
    await retryReport(records, quinn, { code }, now);
    expect(await workOffAll(records, workshop)).toBe(1);
    expect(await listed(quinn, code)).toMatchObject({ state: 'made', problem: null });
    await expect(retryReport(records, quinn, { code }, now)).rejects.toThrow(Conflict);
  });

  it('loses what is erased meanwhile, and leaves nothing of it behind', async () => {
    const code = await askReport(records, quinn, wish({ page: 'incidents', format: 'csv' }), now);
    const erased: Promise<number>[] = [];
    const erasing = makeWorkshop(() => now, {
      hasEnded: () => {
        erased.push(removeQuotingReports(records));
        return false;
      },
    });
    await workOffReport(records, erasing);
    expect((await Promise.all(erased))[0]).toBe(1);
    expect(await listed(quinn, code)).toMatchObject({ state: 'failed', hasFile: false });
    expect(await records.select().from(reportPiece)).toEqual([]);
  });

  it('and another that takes it meanwhile do not mix: who was silent too long loses it', async () => {
    const code = await askReport(records, quinn, wish(), now);
    const claimed = await Promise.all([claimReport(records, now), claimReport(records, now)]);
    expect(claimed.filter(Boolean)).toHaveLength(1);
    later(SILENT_MS + 1);
    expect(await workOffAll(records, workshop)).toBe(1);
    expect(await listed(quinn, code)).toMatchObject({ state: 'made' });
  });
});

describe('what goes', () => {
  it('is removed by whoever asked for it, and by nobody else', async () => {
    const code = await askReport(records, quinn, wish(), now);
    await workOffAll(records, workshop);
    await expect(removeReport(records, rob, { code }, now)).rejects.toThrow(NotFound);
    await removeReport(records, quinn, { code }, now);
    await expect(keptReport(quinn, code, options)).rejects.toThrow(NotFound);
    expect(await records.select().from(reportPiece)).toEqual([]);
  });

  it('is kept for 30 days and not a millisecond longer than the night after', async () => {
    const code = await askReport(records, quinn, wish(), now);
    await workOffAll(records, workshop);
    later(30 * 86_400_000);
    expect(await removeOldReports(records, admin, now)).toBe(0);
    later(1);
    expect(await removeOldReports(records, admin, now)).toBe(1);
    await expect(keptReport(quinn, code, options)).rejects.toThrow(NotFound);
    expect(await records.select().from(reportPiece)).toEqual([]);
  });

  it('when a person is erased, files with words and figures that quote them go, figures alone stay', async () => {
    const rows = await askReport(records, quinn, wish({ page: 'incidents', format: 'ndjson' }), now);
    const beside = await askReport(records, quinn, wish({ format: 'xlsx' }), now);
    const quoting = await askReport(records, quinn, wish({ page: 'patterns', format: 'pdf-a4' }), now);
    const figures = await askReport(records, quinn, wish({ format: 'pdf-a4' }), now);
    await workOffAll(records, workshop);
    const home = mkdtempSync(join(tmpdir(), 'lookback-reports-home-'));
    onTestFinished(() => rmSync(home, { recursive: true }));
    const asked = { customers: [], agents: [], name: 'Zelda Quimby', also: [], elsewhere: true };
    await erasePerson(records, admin, asked, { home, now });
    for (const code of [rows, beside, quoting]) {
      expect(await listed(quinn, code)).toMatchObject({ state: 'failed', hasFile: false, hasPack: false });
      await expect(reportFile(quinn, code, options)).rejects.toThrow(NotFound);
    }
    expect(await listed(quinn, figures)).toMatchObject({ state: 'made', hasFile: true, hasPack: true });
    const left = new Set((await records.select().from(reportPiece)).map(({ reportId }) => reportId));
    expect(left.size).toBe(1);
  });
});
