import { asc, eq } from 'drizzle-orm';
import iconv from 'iconv-lite';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { VOLUMES_CHANGED } from '@/db/facts/mark-volumes.ts';
import { findBrokenAuditRow } from '@/db/queries/audit-chain.ts';
import { auditLog, factChange } from '@/db/schema/housekeeping.ts';
import { importProblem, importRun } from '@/db/schema/imports.ts';
import { contactVolume } from '@/db/schema/organisation.ts';
import { scratchFolder } from '@/db/testing/complaint-files.ts';
import { makeTeams } from '@/db/testing/settings-rows.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Forbidden, Invalid } from '@/lib/errors.ts';
import { importVolumes } from './import-volumes.ts';
import { setVolumes } from './set-volumes.ts';
import { undoVolumes } from './undo-volumes.ts';

const { records, sql } = await testDatabase();
const admin: Viewer = { actor: 'account:1', roles: ['admin'], teams: [] };
const NOW = new Date('2026-11-22T10:00:00Z');
const PHONE = 2;
const CHAT = 4;
const files = scratchFolder();
await makeWorkspace(records);
const teams = await makeTeams(records, 'Billing', 'Café');
afterAll(() => files.remove());
beforeEach(async () => {
  await sql`delete from contact_volume`;
  await sql`delete from import_run`;
  await sql`delete from fact_change`;
});

const HEAD = 'day,team,channel,contacts';
let written = 0;
function importText(content: string | Buffer | string[], viewer = admin): Promise<number> {
  const text = Array.isArray(content) ? [HEAD, ...content, ''].join('\r\n') : content;
  const path = files.write(`volumes-${written++}.csv`, text);
  return importVolumes(records, viewer, { path, fileName: 'volumes.csv' }, NOW);
}
async function countsOf(importRunId: number) {
  const [run] = await records.select().from(importRun).where(eq(importRun.importRunId, importRunId));
  const { read, created, updated, unchanged, merged, rejected } = run ?? {};
  return { read, created, updated, unchanged, merged, rejected };
}
async function problemsOf(importRunId: number) {
  const rows = await records
    .select()
    .from(importProblem)
    .where(eq(importProblem.importRunId, importRunId))
    .orderBy(asc(importProblem.line));
  return rows.map(({ line, kind, message }) => [line, kind, message]);
}
async function volumes() {
  const rows = await records
    .select()
    .from(contactVolume)
    .orderBy(asc(contactVolume.day), asc(contactVolume.teamId), asc(contactVolume.channel));
  return rows.map(({ day, teamId, contacts }) => [day, teamId === teams.Billing ? 'B' : 'C', contacts]);
}
const marks = async () => (await records.select({ id: factChange.incidentId }).from(factChange)).length;
const TWO_DAYS = ['2026-11-01,Billing,phone,400', '2026-11-02,Billing,phone,410'];

describe('what goes in', () => {
  it('two rows make two numbers, one mark for the facts and one audit row', async () => {
    const run = await importText(TWO_DAYS);
    expect(await countsOf(run)).toEqual({
      read: 2,
      created: 2,
      updated: 0,
      unchanged: 0,
      merged: 0,
      rejected: 0,
    });
    expect(await volumes()).toEqual([
      ['2026-11-01', 'B', 400],
      ['2026-11-02', 'B', 410],
    ]);
    expect(await records.select({ id: factChange.incidentId }).from(factChange)).toEqual([
      { id: VOLUMES_CHANGED },
    ]);
    const [row] = await records.select().from(importRun).where(eq(importRun.importRunId, run));
    expect(row).toMatchObject({
      subject: 'contact_volumes',
      state: 'done',
      coverage: { from: '2026-11-01', until: '2026-11-03' },
    });
    expect(await records.$count(auditLog, eq(auditLog.subject, `import:${run}`))).toBe(1);
    expect(await findBrokenAuditRow(records)).toBeNull();
  });

  it('the same file again changes nothing and leaves no mark; another number is an update', async () => {
    await importText(TWO_DAYS);
    await records.delete(factChange);
    expect(await countsOf(await importText(TWO_DAYS))).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
    });
    expect(await marks()).toBe(0);
    const mended = ['2026-11-02,Billing,phone,411', '2026-11-03,Billing,phone,0'];
    expect(await countsOf(await importText(mended))).toMatchObject({ created: 1, updated: 1, unchanged: 0 });
    expect((await volumes()).map(([, , contacts]) => contacts)).toEqual([400, 411, 0]);
  });

  it('a semicolon file of windows-1252 with other names for its columns', async () => {
    const text = 'Date;Channel;Volume;Team;Note\r\n2026-11-01;Chat;12;Café;x\r\n';
    const run = await importText(iconv.encode(text, 'windows-1252'));
    expect(await countsOf(run)).toMatchObject({ read: 1, created: 1, rejected: 0 });
    expect(await volumes()).toEqual([['2026-11-01', 'C', 12]]);
  });

  it('12,000 rows go in by pieces, each of them once', async () => {
    const lines = Array.from({ length: 6000 }, (_, index) => {
      const day = new Date(Date.UTC(2010, 0, 1 + index)).toISOString().slice(0, 10);
      return [`${day},Billing,phone,${index}`, `${day},Café,chat,${index}`];
    }).flat();
    expect(await countsOf(await importText(lines))).toMatchObject({ read: 12_000, created: 12_000 });
    expect(await countsOf(await importText(lines))).toMatchObject({ unchanged: 12_000 });
  });
});

describe('what does not go in', () => {
  it('each row with its line and everything that is wrong with it; the others go in', async () => {
    const run = await importText([
      '2026-11-01,Billing,phone,400',
      '01/11/2026,Biling,phone,400',
      '2026-11-02,Billing,phone',
      '2026-11-23,Billing,phone,1',
    ]);
    expect(await countsOf(run)).toMatchObject({ read: 4, created: 1, rejected: 3 });
    expect(await problemsOf(run)).toEqual([
      [
        3,
        'rejected',
        'day is "01/11/2026", not a day written as 2026-11-03; ' +
          'team is "Biling": no team has this name; teams come with the incidents that name them',
      ],
      [4, 'rejected', 'has 3 cells where the header has 4'],
      [5, 'rejected', 'day is 2026-11-23, which is still to come'],
    ]);
    const [kept] = await records.select({ row: importProblem.row }).from(importProblem).limit(1);
    expect(kept?.row).toContainEqual(['team', 'Biling']);
  });

  it('rows that disagree: neither of them; rows that repeat: one of them', async () => {
    const run = await importText([
      ...TWO_DAYS,
      '2026-11-01,Billing,phone,401',
      '2026-11-02,billing,Phone,410',
    ]);
    expect(await countsOf(run)).toEqual({
      read: 4,
      created: 1,
      updated: 0,
      unchanged: 0,
      merged: 1,
      rejected: 2,
    });
    expect(await volumes()).toEqual([['2026-11-02', 'B', 410]]);
    expect((await problemsOf(run)).map(([line, kind]) => [line, kind])).toEqual([
      [2, 'rejected'],
      [4, 'rejected'],
      [5, 'merged'],
    ]);
  });

  it.each([
    ['empty', ''],
    ['only a header', `${HEAD}\r\n`],
    ['without a column', 'day,team,contacts\r\n2026-11-01,Billing,4\r\n'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])],
  ])('a file that is %s: nothing is written', async (_, content) => {
    await expect(importText(content)).rejects.toThrow(Invalid);
    expect(await records.$count(importRun)).toBe(0);
  });

  it.each(['agent', 'trainer', 'manager', 'qa'] as const)('by a %s: nothing', async (role) => {
    const viewer: Viewer = { actor: 'account:2', roles: [role], teams: 'all' };
    await expect(importText(TWO_DAYS, viewer)).rejects.toThrow(Forbidden);
    await expect(undoVolumes(records, viewer, 1, NOW)).rejects.toThrow(Forbidden);
  });
});

describe('undone', () => {
  it('what it created goes, what it updated is as before, and it is undone once', async () => {
    await importText(TWO_DAYS);
    const run = await importText(['2026-11-02,Billing,phone,411', '2026-11-03,Billing,phone,5']);
    await records.delete(factChange);
    expect(await undoVolumes(records, admin, run, NOW)).toEqual({ undone: 2, stayed: 0 });
    expect((await volumes()).map(([, , contacts]) => contacts)).toEqual([400, 410]);
    expect(await marks()).toBe(1);
    await expect(undoVolumes(records, admin, run, NOW)).rejects.toThrow(Conflict);
  });

  it('a number that was changed since stays', async () => {
    const run = await importText(TWO_DAYS);
    await importText(['2026-11-02,Billing,phone,999']);
    expect(await undoVolumes(records, admin, run, NOW)).toEqual({ undone: 1, stayed: 1 });
    expect(await volumes()).toEqual([['2026-11-02', 'B', 999]]);
  });
});

describe('by the form of one day', () => {
  const form = (cells: [number, number | null, number | null][]) => ({
    day: '2026-11-01',
    teamId: teams.Billing,
    cells: cells.map(([channel, contacts, before]) => ({ channel, contacts, before })),
  });

  it('numbers come, change and go; unchanged ones leave no trace', async () => {
    expect(
      await setVolumes(
        records,
        admin,
        form([
          [PHONE, 400, null],
          [CHAT, 0, null],
        ]),
        NOW,
      ),
    ).toBe(2);
    expect(
      await setVolumes(
        records,
        admin,
        form([
          [PHONE, 401, 400],
          [CHAT, null, 0],
        ]),
        NOW,
      ),
    ).toBe(2);
    expect(await volumes()).toEqual([['2026-11-01', 'B', 401]]);
    await records.delete(factChange);
    expect(await setVolumes(records, admin, form([[PHONE, 401, 401]]), NOW)).toBe(0);
    expect(await marks()).toBe(0);
  });

  it('a number that somebody else changed meanwhile is a conflict, and nothing is saved', async () => {
    await setVolumes(records, admin, form([[PHONE, 400, null]]), NOW);
    await expect(
      setVolumes(
        records,
        admin,
        form([
          [PHONE, 5, null],
          [CHAT, 7, null],
        ]),
        NOW,
      ),
    ).rejects.toThrow(Conflict);
    expect(await volumes()).toEqual([['2026-11-01', 'B', 400]]);
  });

  it('a day to come, a team and a channel that are not there are said together', async () => {
    const wrong = { ...form([[99, 1, null]]), day: '2026-11-23', teamId: 999 };
    const error = await setVolumes(records, admin, wrong, NOW).catch((reason) => reason);
    expect(error.problems.map(({ field }: { field: string }) => field)).toEqual([
      'day',
      'teamId',
      'contacts.99',
    ]);
  });

  it('only by an administrator', async () => {
    const viewer: Viewer = { actor: 'account:2', roles: ['manager'], teams: 'all' };
    await expect(setVolumes(records, viewer, form([]), NOW)).rejects.toThrow(Forbidden);
  });
});
