import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importProgress, importReport, importsReport, rejectedRows } from '@/db/reports/imports.ts';
import { workspace } from '@/db/schema/organisation.ts';
import { withCopy } from '@/db/testing/both-engines.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { Forbidden, Invalid, NotFound } from '@/lib/errors.ts';
import { importUpload } from './import-upload.ts';
import { receiveUpload } from './receive-upload.ts';
import { seedTaxonomies } from './seed-taxonomies.ts';

const opened = await testDatabase();
const { records } = opened;
const admin: Viewer = { actor: 'test', roles: ['admin'], teams: 'all' };
const HEADER = 'Date received,Product,Issue,Company response to consumer,Complaint ID';
/** Five rows: one on 29 February, one of month 13, one without a date, one of unknown trigger. */
const FILE = [
  HEADER,
  '02/29/2024,Mortgage,Incorrect information on your report,Closed with explanation,1',
  '13/01/2024,Mortgage,Incorrect information on your report,Closed with explanation,2',
  ',Mortgage,Incorrect information on your report,Closed with explanation,3',
  '03/02/2024,Mortgage,Never heard of before,Closed with explanation,4',
  '03/03/2024,Mortgage,Incorrect information on your report,Closed,5',
].join('\r\n');

let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'lookback-upload-'));
  await seedTaxonomies(records);
  const made = { name: 'Test', timeZone: 'UTC', country: 'GB', currency: 'GBP', madeAt: new Date(0) };
  await records.insert(workspace).values(made);
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function send(text: string, mapping = 'cfpb') {
  async function* body(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  const upload = await receiveUpload(body(), 'cases.csv', home);
  const defects: unknown[] = [];
  const begun = await importUpload(records, admin, { upload, mapping }, (error) => defects.push(error));
  return { ...begun, upload, defects };
}

describe('an uploaded file', () => {
  it('comes in by a run that tells how it went: 5 read = 3 incidents + 2 rejected', async () => {
    const { run, ended, upload, defects } = await send(FILE);
    await ended;
    expect(defects).toEqual([]);
    const summary = await importProgress(admin, run, { record: records });
    expect(summary).toMatchObject({
      state: 'done',
      fileName: 'cases.csv',
      counts: { read: 5, created: 3, updated: 0, unchanged: 0, merged: 0, rejected: 2 },
      bytesDone: upload.bytes,
    });
    expect(summary.coverage).toEqual({ from: '2024-02-29', until: '2024-03-04' });
    await expect(access(upload.path)).rejects.toThrow('ENOENT');
  });

  it('counts exactly the incidents that came in, and those without a trigger, also for who only keeps them', async () => {
    const { runs } = await importsReport(admin, { record: records });
    const first = runs.at(-1)?.id ?? 0;
    const report = await importReport(admin, first, { kind: null, page: 1 }, { record: records });
    expect(report.reach.incidents).toBe(3);
    expect(report.reach.unclassified).toBe(report.run.counts.unclassified);
    const keeper = { ...admin, teams: [] };
    const counted = await importReport(keeper, first, { kind: null, page: 1 }, { record: records });
    expect(counted.reach).toEqual(report.reach);
  });

  it('lists the 2 rejected rows with line, field, reason and their fields in order', async () => {
    const { runs } = await importsReport(admin, { record: records });
    const report = await importReport(
      admin,
      runs.at(-1)?.id ?? 0,
      { kind: null, page: 9 },
      { record: records },
    );
    expect(report.counts.rejected).toBe(2);
    expect(report.shown).toMatchObject({ kind: 'rejected', page: 1, pages: 1 });
    const [month, empty] = report.shown?.problems ?? [];
    expect(month).toMatchObject({ line: 3, field: 'Date received' });
    expect(month?.message).toContain('names month 13');
    expect(month?.fields?.map(([name]) => name).join(',')).toBe(HEADER);
    expect(empty).toMatchObject({ line: 4, field: 'Date received' });
    const pieces = [];
    for await (const piece of rejectedRows(admin, report.run.id, { record: records })) pieces.push(piece);
    expect(pieces.map((piece) => piece.length)).toEqual([2]);
  });

  it('adds nothing the second time: 3 unchanged, by a run of its own', async () => {
    const { run, ended } = await send(FILE);
    await ended;
    const { counts } = await importProgress(admin, run, { record: records });
    expect(counts).toMatchObject({ read: 5, created: 0, unchanged: 3, rejected: 2 });
    const report = await importReport(admin, run, { kind: null, page: 1 }, { record: records });
    expect(report.reach.incidents).toBe(0);
  });

  it('goes in once when it is sent twice at the same moment: the sums of both stay whole', async () => {
    const twice = FILE.replaceAll('2024,', '2023,')
      .replaceAll(/,(\d)(?=\r|$)/g, ',9$1')
      .replace('02/29', '02/28');
    const both = await Promise.all([send(twice), send(twice)]);
    await Promise.all(both.map(({ ended }) => ended));
    expect(both.flatMap(({ defects }) => defects)).toEqual([]);
    const { runs } = await importsReport(admin, { record: records });
    const [last, before] = runs;
    expect([last?.counts.created, before?.counts.created].sort()).toEqual([0, 3]);
    expect([last?.counts.unchanged, before?.counts.unchanged].sort()).toEqual([0, 3]);
  });

  it('is refused before a run when the mapping does not fit, naming what is missing and what is there', async () => {
    const { runs } = await importsReport(admin, { record: records });
    const refused = send('case,state\r\n1,New\r\n');
    await expect(refused).rejects.toThrow(Invalid);
    await expect(refused).rejects.toThrow(/Date received[\s\S]*"case", "state"/);
    expect((await importsReport(admin, { record: records })).runs).toHaveLength(runs.length);
  });

  it('has no progress where there is no such run', async () => {
    await expect(importProgress(admin, 99_999, { record: records })).rejects.toThrow(NotFound);
  });
});

it('refuses imports to somebody without the right to import', async () => {
  const analyst: Viewer = { actor: 'test', roles: ['qa'], teams: 'all' };
  const { runs } = await importsReport(admin, { record: records });
  expect(runs.length).toBeGreaterThan(0);
  await expect(importsReport(analyst, { record: records })).rejects.toThrow(Forbidden);
  await expect(importProgress(analyst, runs[0]?.id ?? 0, { record: records })).rejects.toThrow(Forbidden);
});

describe('an upload beside a copy of the facts', () => {
  it('is seen by the first reader of the copy after its end: 1 incident of a file of its own', async () => {
    await withCopy(opened, async () => {
      const row = '04/05/2024,Mortgage,Incorrect information on your report,Closed,77';
      const { run, ended } = await send([HEADER, row].join('\r\n'));
      await ended;
      const asked = { kind: null, page: 1 };
      const { reach } = await importReport(admin, run, asked, { record: records });
      expect(reach.incidents).toBe(1);
    });
  });
});
