import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { goneReport } from '@/db/reports/gone-report.ts';
import type { OutgoingFile } from '@/db/reports/incidents-file.ts';
import { keptReport, reportAsNow } from '@/db/reports/kept-report.ts';
import { keptReportsReport } from '@/db/reports/kept-reports.ts';
import { reportFile } from '@/db/reports/report-file.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { incident } from '@/db/schema/incidents.ts';
import { report } from '@/db/schema/reports.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { SMALL_RECORD } from '@/db/testing/small-record.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeSomebody } from '@/db/testing/workshop.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { Forbidden, NotFound } from '@/lib/errors.ts';
import { openPdf } from '@/lib/export/testing/open-pdf.ts';
import { openXlsx, valuesOf } from '@/lib/export/testing/open-xlsx.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import type { PackFormatId } from '@/lib/packs/formats.ts';
import { removeQuotingReports } from './erasure/remove-quoting-reports.ts';
import { removeOldReports } from './remove-old-reports.ts';
import { removeReport } from './remove-report.ts';
import { takeOutIncidents } from './take-out-incidents.ts';
import { takeOutPage } from './take-out-page.ts';

const { records } = await testDatabase();
await makeWorkspace(records);
const quinn = await makeSomebody(records, 'quinn', ['qa']);
const rob = await makeSomebody(records, 'rob', ['qa']);
const mia = await makeSomebody(records, 'mia', ['manager']);
const max = await makeSomebody(records, 'max', ['manager']);
const admin: Viewer = { actor: 'lookback', roles: ['admin'], teams: 'all' };
const now = new Date('2024-04-01T10:00:00Z');
const options = { record: records, now: now.getTime() };

beforeEach(async () => {
  await records.delete(report);
  await records.delete(incident);
  await makeIncidents(records, SMALL_RECORD);
});

const takeOut = (
  viewer: Viewer,
  format: PackFormatId,
  page: 'overview' | 'teams' | 'patterns' = 'overview',
) => takeOutPage(records, viewer, { page, format, query: 'period=all' }, now);
const codeOf = ({ name }: OutgoingFile) => /R-\d{4}-\d{4,}/.exec(name)?.[0] ?? '';
const listOf = async (viewer: Viewer, everybody = false) =>
  (await keptReportsReport(viewer, { ...options, everybody })).reports;
const deedsOf = async (code: string) =>
  (
    await records
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `report:${Number(code.slice(7))}`))
      .orderBy(auditLog.auditId)
  ).map(({ actor, action, detail }) => ({ actor, action, detail }));

async function bytesOf({ pieces }: OutgoingFile): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of pieces) parts.push(part);
  return Buffer.concat(parts);
}

describe('a page that is taken out at once', () => {
  it('as a PDF says on its cover under which id it is on the list, with who, when and what', async () => {
    const file = await takeOut(quinn, 'pdf-a4');
    const code = codeOf(file);
    expect(file.name).toBe(`lookback-overview-${code}.pdf`);
    expect((await openPdf(await bytesOf(file))).pages[0]?.replace(/\s+/g, '')).toContain(code);
    expect(await listOf(quinn)).toMatchObject([
      { code, title: 'Overview', format: 'PDF, A4', by: 'quinn', isOwn: true, state: 'made', hasFile: true },
    ]);
    expect((await listOf(quinn))[0]?.askedAt).toBe(now.getTime());
    expect(await deedsOf(code)).toEqual([
      {
        actor: quinn.actor,
        action: 'export',
        detail: { what: 'report', page: 'overview', format: 'pdf-a4' },
      },
    ]);
  });

  it('is on the list of a manager who took it, with its size once it came to its end, and on nobody else’s', async () => {
    const file = await takeOut(mia, 'xlsx');
    expect((await listOf(mia)).map(({ leftAtOnce, bytes }) => [leftAtOnce, bytes])).toEqual([[true, null]]);
    const { length } = await bytesOf(file);
    expect(await listOf(mia)).toMatchObject([{ bytes: length, isOwn: true, hasFile: true }]);
    expect(await listOf(max, true)).toEqual([]);
    await removeReport(records, mia, { code: codeOf(file) }, now);
    expect(await listOf(mia)).toEqual([]);
  });

  it('has no size where its download broke off', async () => {
    const { pieces } = await takeOut(quinn, 'csv');
    await pieces.next();
    await pieces.return(undefined);
    expect((await listOf(quinn))[0]?.bytes).toBeNull();
  });

  it('as a workbook has the id in its first sheet, and a second line in the log since it holds incidents', async () => {
    const file = await takeOut(quinn, 'xlsx');
    const code = codeOf(file);
    const workbook = openXlsx(await bytesOf(file));
    const readme = new Map(valuesOf(workbook.get('Read me') ?? []).map(([label, value]) => [label, value]));
    expect(String(readme.get('As it was'))).toMatch(new RegExp(`/reports/${code}$`));
    expect(workbook.has('Incidents')).toBe(true);
    expect((await deedsOf(code)).map(({ detail }) => detail)).toEqual([
      { what: 'report', page: 'overview', format: 'xlsx' },
      { what: 'incidents' },
    ]);
  });

  it('is opened as it was after an incident more came in, 6 of 6, and compared with now: 7', async () => {
    const code = codeOf(await takeOut(quinn, 'pdf-letter'));
    await makeIncidents(records, [{ at: '2024-03-18', trigger: 'billing_error' }]);
    const { pack } = await keptReport(quinn, code, options);
    expect(pack).toMatchObject({ report: code, shown: { count: 6, of: 6 } });
    expect((await reportAsNow(quinn, code, options))?.now.shown.count).toBe(7);
    const again = await reportFile(quinn, code, options);
    expect(again.name).toBe(`lookback-overview-${code}.pdf`);
    expect((await openPdf(await bytesOf(again))).pages[0]?.replace(/\s+/g, '')).toContain('6of6');
  });

  it('by a manager is opened by them and by who makes reports of all teams, by no other manager, nor without the right to the page', async () => {
    const code = codeOf(await takeOut(mia, 'pdf-a4'));
    expect((await keptReport(mia, code, options)).report).toMatchObject({ by: 'mia', isOwn: true });
    expect((await keptReport(quinn, code, options)).report).toMatchObject({ by: 'mia', isOwn: false });
    await expect(keptReport(max, code, options)).rejects.toThrow(NotFound);
    await expect(keptReport({ ...mia, roles: ['trainer'] }, code, options)).rejects.toThrow(NotFound);
    await expect(reportFile({ ...mia, roles: ['trainer'] }, code, options)).rejects.toThrow(NotFound);
    await expect(reportFile(quinn, code, options)).rejects.toThrow(NotFound);
    expect((await listOf(mia)).map((each) => each.code)).toEqual([code]);
    await expect(listOf(admin)).rejects.toThrow(Forbidden);
  });

  it('is on nobody else’s list, and on that of everybody with who took it', async () => {
    const codes = [codeOf(await takeOut(quinn, 'pdf-a4')), codeOf(await takeOut(mia, 'xlsx', 'teams'))];
    expect(await listOf(rob)).toEqual([]);
    expect((await listOf(rob, true)).map(({ code, by, isOwn }) => [code, by, isOwn])).toEqual([
      [codes[1], 'mia', false],
      [codes[0], 'quinn', false],
    ]);
    expect((await listOf({ ...quinn, teams: [1] }, true)).map(({ code }) => code)).toEqual([codes[0]]);
  });

  it('leaves nothing behind when the page may not be seen', async () => {
    const trainer: Viewer = { ...mia, roles: ['trainer'] };
    await expect(takeOut(trainer, 'pdf-a4')).rejects.toThrow(Forbidden);
    await expect(takeOut(mia, 'csv')).rejects.toThrow(Forbidden);
    expect(await records.select().from(report)).toEqual([]);
  });

  it('keeps no figures that quote people once somebody is erased, and those that do not', async () => {
    const codes = [
      codeOf(await takeOut(quinn, 'pdf-a4', 'patterns')),
      codeOf(await takeOut(quinn, 'pdf-a4')),
    ];
    expect(await removeQuotingReports(records)).toBe(1);
    expect((await listOf(quinn)).map(({ code, hasPack, state }) => [code, hasPack, state])).toEqual([
      [codes[1], true, 'made'],
      [codes[0], false, 'failed'],
    ]);
  });
});

describe('incidents that are taken out at once', () => {
  it('say their id above the rows and are on the list with how many, but are not kept: all 6 of a page', async () => {
    const text = (await bytesOf(await takeOut(quinn, 'csv'))).toString('utf8');
    const [listed] = await listOf(quinn);
    expect(text).toContain(`# Report: ${listed?.code}\r\n`);
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(listed).toMatchObject({ title: 'Incidents', format: 'Incidents as CSV', done: 6, hasFile: false });
    expect(await deedsOf(listed?.code ?? '')).toEqual([
      {
        actor: quinn.actor,
        action: 'export',
        detail: { what: 'incidents', page: 'incidents', format: 'csv' },
      },
    ]);
    await expect(reportFile(quinn, listed?.code ?? '', options)).rejects.toThrow(NotFound);
  });

  it('have no byte order mark where none is wanted', async () => {
    const text = (await bytesOf(await takeOut(quinn, 'csv-plain'))).toString('utf8');
    expect(text.startsWith('# Incidents: 6\r\n')).toBe(true);
    expect((await listOf(quinn))[0]?.format).toBe('Incidents as CSV without byte order mark');
  });

  it('of a list keep their filters, and neither what was searched for nor which were selected', async () => {
    const filters = parseFilters(new URLSearchParams('channel=phone'));
    const written = { format: 'ndjson', mark: false } as const;
    const take = (search: string, numbers: readonly number[] | null) =>
      takeOutIncidents(records, quinn, { filters, search, numbers, written }, now);
    await take('', null);
    await take('Zelda', null);
    await take('', [1]);
    const list = await listOf(quinn);
    expect(list.map(({ title }) => title)).toEqual([
      'Incidents selected by hand',
      'Incidents that a search found',
      'Incidents',
    ]);
    expect(JSON.stringify(list)).not.toContain('Zelda');
    expect(list[0]?.address).toBe('/incidents?channel=phone');
  });
});

describe('one that is gone', () => {
  it('is told of to whoever took it out, with when they removed it, and to nobody else', async () => {
    const code = codeOf(await takeOut(quinn, 'pdf-a4'));
    expect(await goneReport(quinn, code, options)).toBeNull();
    await removeReport(records, quinn, { code }, new Date('2024-04-02T08:00:00Z'));
    expect(await goneReport(quinn, code, options)).toEqual({
      code,
      askedAt: now.getTime(),
      removedAt: Date.UTC(2024, 3, 2, 8),
      days: 30,
      timeZone: 'UTC',
    });
    expect(await goneReport(rob, code, options)).toBeNull();
    expect(await goneReport(quinn, code.replace('2024', '2023'), options)).toBeNull();
    for (const none of ['R-20', 'abc', 'R-2026-0', 'R-99999-0001', 'R-2026-99999999999999', "'"]) {
      expect(await goneReport(quinn, none, options)).toBeNull();
    }
  });

  it('since its 30 days are over, was removed by nobody', async () => {
    const code = codeOf(await takeOut(quinn, 'pdf-a4'));
    expect(await removeOldReports(records, admin, new Date(now.getTime() + 30 * 86_400_000 + 1))).toBe(1);
    expect(await goneReport(quinn, code, options)).toMatchObject({ removedAt: null, days: 30 });
  });
});
