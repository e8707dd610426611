import { and, asc, eq } from 'drizzle-orm';
import iconv from 'iconv-lite';
import { afterAll, beforeEach, describe, expect, it, test } from 'vitest';
import { findBrokenAuditRow } from '@/db/queries/audit-chain.ts';
import { auditLog, factChange } from '@/db/schema/housekeeping.ts';
import { importProblem, importRun } from '@/db/schema/imports.ts';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { complaintFile, complaintRows, scratchFolder } from '@/db/testing/complaint-files.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { Forbidden, Invalid } from '@/lib/errors.ts';
import { type ImportResult, importFile } from './import-file.ts';

const { records, sql } = await testDatabase();
const admin: Viewer = { actor: 'account:1', roles: ['admin'], teams: 'all' };
const files = scratchFolder();
afterAll(() => files.remove());
beforeEach(async () => {
  await sql`delete from incident`;
  await sql`delete from import_run`;
  await sql`delete from fact_change`;
});

let written = 0;
function importText(content: string | Buffer, mapping = 'cfpb', viewer = admin): Promise<ImportResult> {
  const path = files.write(`file-${written++}.csv`, content);
  return importFile(records, viewer, { path, fileName: 'file.csv', mapping, timeZone: 'UTC' });
}
async function problemsOf({ importRunId }: ImportResult, kind = 'rejected') {
  const ofKind = and(eq(importProblem.importRunId, importRunId), eq(importProblem.kind, kind));
  const rows = await records.select().from(importProblem).where(ofKind).orderBy(asc(importProblem.line));
  return rows.map(({ line, field, message }) => [line, field, message]);
}
const countIncidents = async () => (await records.select({ id: incident.incidentId }).from(incident)).length;

describe('what goes in', () => {
  it('2,500 rows in batches of 1,000: read = created, numbered in the order of the file', async () => {
    const result = await importText(complaintFile(complaintRows(2500)));
    expect(result).toMatchObject({ read: 2500, created: 2500, incidents: 2500, merged: 0, rejected: 0 });
    const ids = await records
      .select({ id: incident.externalId })
      .from(incident)
      .orderBy(asc(incident.number));
    expect(ids.map(({ id }) => id)).toEqual(Array.from({ length: 2500 }, (_, index) => `C${index + 1}`));
  });

  it('when 600 rows are in, the database plans with 600 and not with what it knew before', async () => {
    await sql`analyze incident`;
    const known = async () =>
      (await sql`select reltuples from pg_class where relname = 'incident'`)[0]?.reltuples;
    const before = await known();
    await importText(complaintFile(complaintRows(600)));
    expect([before, await known()]).toEqual([0, 600]);
  });

  it('a row as the record has it: date, codes, topic and the row as it came', async () => {
    await importText(complaintFile(['02/29/24,Payday loan,Late fee,Closed with monetary relief,C1']));
    const [row] = await records.select().from(incident);
    expect(row).toMatchObject({
      externalId: 'C1',
      occurredOn: '2024-02-29',
      occurredPrecision: 1,
      occurredHour: null,
      trigger: 1,
      outcome: 2,
      status: 2,
      path: 0,
      escalated: null,
      documented: 1 + 32,
      version: 1,
    });
    const [text] = await records.select().from(incidentText);
    expect(text).toMatchObject({ topic: 'Late fee', narrative: null });
    expect(text?.sourceRows).toEqual([
      {
        line: 2,
        fields: [
          ['Date received', '02/29/24'],
          ['Product', 'Payday loan'],
          ['Issue', 'Late fee'],
          ['Company response to consumer', 'Closed with monetary relief'],
          ['Complaint ID', 'C1'],
        ],
      },
    ]);
  });

  it('the run moves with its rows and ends done, marked once an incident, in an unbroken audit chain', async () => {
    const { importRunId } = await importText(complaintFile(complaintRows(1200)));
    const [run] = await records.select().from(importRun).where(eq(importRun.importRunId, importRunId));
    expect(run).toMatchObject({ state: 'done', read: 1200, created: 1200, failure: null, encoding: 'UTF-8' });
    expect(run?.byteOffset).toBe(run?.fileBytes);
    expect(await records.select().from(factChange)).toHaveLength(1200);
    const said = await records
      .select({ action: auditLog.action, actor: auditLog.actor })
      .from(auditLog)
      .where(eq(auditLog.subject, `import:${importRunId}`))
      .orderBy(asc(auditLog.auditId));
    expect(said).toEqual([
      { action: 'import.start', actor: 'account:1' },
      { action: 'import.done', actor: 'account:1' },
    ]);
    expect(await findBrokenAuditRow(records)).toBeNull();
  });
});

describe('the same again', () => {
  const rows = complaintRows(1500);

  it('adds nothing and marks nothing: 1,500 unchanged', async () => {
    await importText(complaintFile(rows));
    await records.delete(factChange);
    const again = await importText(complaintFile(rows));
    expect(again).toMatchObject({ read: 1500, created: 0, updated: 0, unchanged: 1500 });
    expect(await records.select().from(factChange)).toEqual([]);
  });

  it('in another order, another encoding or with other line ends adds and changes nothing', async () => {
    const accented = rows.map((row) => row.replace('Payday loan', 'Prêt “rapide”'));
    await importText(complaintFile(accented));
    const text = complaintFile([...accented].reverse());
    for (const content of [
      text,
      text.replaceAll('\r\n', '\n'),
      iconv.encode(text, 'windows-1252'),
      iconv.encode(text, 'utf-16le', { addBOM: true }),
    ]) {
      expect(await importText(content)).toMatchObject({ created: 0, updated: 0, unchanged: 1500 });
    }
    expect(await countIncidents()).toBe(1500);
  });

  it('by two at once: one creates 1,500, the other finds 1,500', async () => {
    const results = await Promise.all([importText(complaintFile(rows)), importText(complaintFile(rows))]);
    expect(results.map(({ created }) => created).sort()).toEqual([0, 1500].sort());
    expect(results.map(({ unchanged }) => unchanged).sort()).toEqual([0, 1500].sort());
    expect(await countIncidents()).toBe(1500);
  });

  it('in two files that overlap, at once: 1,000 + 1,000 rows with 500 shared are 1,500 incidents', async () => {
    const results = await Promise.all([
      importText(complaintFile(rows.slice(0, 1000))),
      importText(complaintFile(rows.slice(500))),
    ]);
    expect(results.reduce((sum, { created }) => sum + created, 0)).toBe(1500);
    expect(await countIncidents()).toBe(1500);
  });

  it('with another answer in 3 of 1,500 rows: 3 updated, under the same numbers', async () => {
    await importText(complaintFile(rows));
    const before = await records.select({ id: incident.externalId, number: incident.number }).from(incident);
    const answered = rows.map((row, index) =>
      index < 3 ? row.replace('explanation', 'monetary relief') : row,
    );
    expect(await importText(complaintFile(answered))).toMatchObject({ updated: 3, unchanged: 1497 });
    const after = await records.select({ id: incident.externalId, number: incident.number }).from(incident);
    expect(after.sort((a, b) => a.number - b.number)).toEqual(before.sort((a, b) => a.number - b.number));
    const paid = await records.select().from(incident).where(eq(incident.outcome, 2));
    expect(paid.map(({ version }) => version)).toEqual([2, 2, 2]);
  });
});

it('a trigger that a person has set stays when the row says another, and is listed with its line', async () => {
  const [first = '', second = ''] = complaintRows(2);
  await importText(complaintFile([first, second]));
  const mine = { trigger: 9, setByPerson: ['trigger'] };
  await records.update(incident).set(mine).where(eq(incident.externalId, 'C2'));
  const changed = second
    .replace('Billing disputes', 'Getting the loan')
    .replace('explanation', 'monetary relief');
  const result = await importText(complaintFile([first, changed]));
  expect(result).toMatchObject({ updated: 1, unchanged: 1 });
  const [row] = await records.select().from(incident).where(eq(incident.externalId, 'C2'));
  expect(row).toMatchObject({ trigger: 9, outcome: 2, version: 2 });
  expect(await problemsOf(result, 'kept')).toEqual([[3, 'trigger', 'set by a person and kept: trigger']]);
});

describe('rows that cannot go in', () => {
  const [good = '', other = ''] = complaintRows(2);
  const bad = [
    '13/01/23,P,Late fee,Closed,B1',
    '01/01/0001,P,Late fee,Closed,B2',
    '12/31/9999,P,Late fee,Closed,B3',
    ',P,Late fee,Closed,B4',
    '01/02/23,P,Late fee,Closed,',
    '01/02/23,P,Late fee,Closed,B6,one too many',
    '01/02/23,P,Late fee',
    '01/02/23,P,"Late\0fee",Closed,B8',
    `01/02/23,${'x'.repeat(301)},Late fee,Closed,B9`,
    `01/02/23,"${'y'.repeat(1_000_001)}",Late fee,Closed,B10`,
  ];

  it('12 read = 2 created + 10 rejected, each with its line, its column and the reason', async () => {
    const result = await importText(complaintFile([good, ...bad, other]));
    expect(result).toMatchObject({ read: 12, created: 2, rejected: 10, merged: 0 });
    expect(await problemsOf(result)).toEqual([
      [3, 'Date received', expect.stringContaining('month 13')],
      [4, 'Date received', expect.stringContaining('the year 1')],
      [5, 'Date received', expect.stringContaining('the year 9999')],
      [6, 'Date received', expect.stringContaining('is empty')],
      [7, 'Complaint ID', expect.stringContaining('is empty')],
      [8, null, 'has 6 cells where the header has 5'],
      [9, null, 'has 3 cells where the header has 5'],
      [10, 'Issue', 'Issue contains the character U+0000'],
      [11, 'Product', expect.stringContaining('longer than 300')],
      [12, null, expect.stringContaining('longer than 1 MB')],
    ]);
  });

  it('are kept as they came, so that they can be mended', async () => {
    const result = await importText(complaintFile([bad[0] ?? '']));
    const [problem] = await records
      .select()
      .from(importProblem)
      .where(eq(importProblem.importRunId, result.importRunId));
    expect(problem?.row).toEqual([
      ['Date received', '13/01/23'],
      ['Product', 'P'],
      ['Issue', 'Late fee'],
      ['Company response to consumer', 'Closed'],
      ['Complaint ID', 'B1'],
    ]);
  });

  it('a byte that is no UTF-8 in a file of UTF-8 rejects its row alone', async () => {
    const sound = Array.from({ length: 20 }, (_, index) => `01/02/23,Überziehung,Late fee,Closed,S${index}`);
    const [head = '', tail = ''] = complaintFile([...sound, '01/02/23,Br\u0001ken,Late fee,Closed,B1']).split(
      '\u0001',
    );
    const result = await importText(
      Buffer.concat([Buffer.from(head), Buffer.from([0xff]), Buffer.from(tail)]),
    );
    expect(result).toMatchObject({ created: 20, rejected: 1, encoding: 'UTF-8, damaged' });
    expect(await problemsOf(result)).toEqual([[22, 'Product', 'Product cannot be read as UTF-8, damaged']]);
  });

  it('a file cut off in a cell keeps what is whole: 3 read = 2 created + 1 rejected', async () => {
    const result = await importText(`${complaintFile([good, other])}01/02/23,P,"Late fee, and then`);
    expect(result).toMatchObject({ read: 3, created: 2, rejected: 1 });
    expect(await problemsOf(result)).toEqual([[4, null, expect.stringContaining('cut off')]]);
  });

  it('a row twice with one id: 3 read = 2 created + 1 merged, with its line', async () => {
    const result = await importText(complaintFile([good, other, good]));
    expect(result).toMatchObject({ read: 3, created: 2, merged: 1 });
    expect(await problemsOf(result, 'merged')).toEqual([[4, null, 'identical to line 2, counted once']]);
  });

  it('a word that no rule knows is noted once with its count, and 3 incidents stay unclassified', async () => {
    const rows = [1, 2, 3].map((id) => `01/0${id}/23,P,Weather,Closed,W${id}`);
    const result = await importText(complaintFile(rows));
    expect(result).toMatchObject({ created: 3, unclassified: 3 });
    expect(await problemsOf(result, 'noted')).toEqual([
      [
        2,
        'Issue',
        '"Weather" has no trigger in the mapping: left unknown in 3 incidents, first on this line',
      ],
    ]);
  });
});

describe('files that cannot be used leave nothing behind', () => {
  it.each([
    ['empty', '', 'empty'],
    ['only a header', complaintFile([]), 'no rows below it'],
    ['binary', Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251)), 'binary'],
    ['a workbook', Buffer.from('PK\u0003\u0004'), 'Excel'],
    ['another file', 'a,b\n1,2\n', 'Missing columns: "Date received" or "date_received", "Product"'],
    ['10,000 columns', `${'c,'.repeat(9_999)}c\n1\n`, '10000 columns; at most 200'],
    ['a header that never ends', `"Date received${'x'.repeat(1_200_000)}`, 'header'],
  ])('%s', async (_, content, message) => {
    await expect(importText(content)).rejects.toThrow(message);
    await expect(importText(content)).rejects.toBeInstanceOf(Invalid);
    expect(await records.select().from(importRun)).toEqual([]);
  });

  it('a mapping that there is not, a file that there is not', async () => {
    await expect(importText('a', 'none')).rejects.toThrow('There is no mapping "none". Mappings: cfpb');
    const request = { path: '/nowhere/file.csv', fileName: 'f', mapping: 'cfpb', timeZone: 'UTC' };
    await expect(importFile(records, admin, request)).rejects.toThrow('There is no file /nowhere/file.csv.');
  });
});

test('whoever lacks the right is refused before the file is looked at', async () => {
  const manager: Viewer = { actor: 'account:2', roles: ['manager', 'qa'], teams: 'all' };
  await expect(importText('anything', 'cfpb', manager)).rejects.toBeInstanceOf(Forbidden);
});
