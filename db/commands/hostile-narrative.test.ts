import { afterAll, beforeAll, expect, test } from 'vitest';
import { incidentReport } from '@/db/reports/incident.ts';
import { incidentsReport } from '@/db/reports/incidents.ts';
import { complaintFile, scratchFolder } from '@/db/testing/complaint-files.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { DEFAULT_LIST } from '@/lib/filters/list-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { importFile } from './import-file.ts';

const { records, sql } = await testDatabase();
const files = scratchFolder();
afterAll(() => files.remove());
beforeAll(() => makeWorkspace(records));

/** What patterns with nested repetition choke on, each just below the 1 MB that one row may have. */
const SIZE = 999_000;
const HOSTILE: readonly (readonly [string, string])[] = [
  ['one letter', 'a'],
  ['blanks', ' '],
  ['line breaks', '\n'],
  ['blanks and line breaks in turn', ' \n'],
  ['commas', ','],
  ['opening brackets', '('],
  ['hyphens', '-'],
  ['an address that never ends', 'a@'],
  ['digits', '4111 '],
  ['combining accents', 'e\u0301'],
  ['half of a tag', '<a '],
];
const filled = (piece: string) => `${piece.repeat(Math.floor(SIZE / Buffer.byteLength(piece)))}!`;

/** Own processor time in milliseconds, which the load of the machine does not change. */
async function cpuOf<T>(work: () => Promise<T>): Promise<{ milliseconds: number; answer: T }> {
  const before = process.cpuUsage();
  const answer = await work();
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: (user + system) / 1000, answer };
}

test.each(HOSTILE)(
  'a narrative of 1 MB of %s comes in and is shown whole, each in under 1 s of processor time',
  async (name, piece) => {
    const narrative = filled(piece);
    const header =
      'Date received,Product,Issue,Consumer complaint narrative,Company response to consumer,Complaint ID';
    const row = `02/29/24,Payday loan,Late fee,"${narrative}",Closed with explanation,${name}`;
    const path = files.write('hostile.csv', `${header}\r\n${row}\r\n`);
    const request = { path, fileName: 'hostile.csv', mapping: 'cfpb', timeZone: 'UTC' };

    const importing = await cpuOf(() => importFile(records, EVERYBODY, request));
    expect(importing.answer).toMatchObject({ read: 1, created: 1, rejected: 0 });
    expect(importing.milliseconds).toBeLessThan(1000);

    const [{ number } = { number: 0 }] = await sql<{ number: number }[]>`
    select number from incident where external_id = ${name}`;
    const showing = await cpuOf(async () => {
      await incidentsReport(EVERYBODY, parseFilters(new URLSearchParams('period=all')), DEFAULT_LIST, {
        record: records,
      });
      return incidentReport(EVERYBODY, Number(number), { record: records });
    });
    expect(showing.answer.incident.narrative?.trim()).toBe(narrative.trim());
    expect(showing.milliseconds).toBeLessThan(1000);
  },
);

test.each([
  ['the topic', 2],
  ['the product', 1],
])('%s, where only short text belongs, is refused in under 1 s however long it is', async (_, column) => {
  const cells = ['02/29/24', 'Payday loan', 'Late fee', 'Closed with explanation', 'L1'];
  cells[column] = filled('a ');
  const path = files.write('long.csv', complaintFile([cells.join(',')]));
  const request = { path, fileName: 'long.csv', mapping: 'cfpb', timeZone: 'UTC' };
  const { milliseconds, answer } = await cpuOf(() => importFile(records, EVERYBODY, request));
  expect(answer).toMatchObject({ read: 1, created: 0, rejected: 1 });
  expect(milliseconds).toBeLessThan(1000);
});
