import { sql } from 'drizzle-orm';
import { beforeAll, expect, it, vi } from 'vitest';
import { recordIncidents } from '@/db/commands/record-incidents.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { Forbidden } from '@/lib/errors.ts';
import type { ExportedIncident } from '@/lib/export/incident-file.ts';
import { INCIDENT_COLUMNS } from '@/lib/export/incident-file.ts';
import { DEFAULT_LIST } from '@/lib/filters/list-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { exportIncidents, type IncidentExport } from './export-incidents.ts';
import { incidentsReport } from './incidents.ts';

const { records } = await testDatabase();
const options = { record: records, now: Date.UTC(2024, 6, 1, 12) };
const SENT = 2300;
const AWKWARD = 'a\tb\\c\\N\r\nd "e", é 🌲 \\t';

beforeAll(async () => {
  await makeWorkspace(records);
  const key: Viewer = { actor: 'key:1', roles: [], scopes: ['import'], teams: 'all' };
  const rows = Array.from({ length: SENT }, (_, index) => ({
    source: 'crm',
    id: `C-${index}`,
    kind: 'incident',
    occurredAt: '2024-06-03T09:30Z',
    trigger: index % 2 === 0 ? 'billing_error' : 'service_delay',
    team: index === 0 ? 'Billing' : undefined,
    customer: index === 0 ? 'Mary' : undefined,
    compensation: index === 0 ? { amount: 12.5, currency: 'GBP' } : undefined,
    narrative: index === 1 ? AWKWARD : `=${index}`,
  }));
  for (let from = 0; from < SENT; from += 1000) {
    await recordIncidents(records, key, rows.slice(from, from + 1000), new Date(options.now));
  }
});

async function take(query: string): Promise<ExportedIncident[]> {
  return rowsOf(await exportIncidents(EVERYBODY, parseFilters(new URLSearchParams(query)), options));
}

async function rowsOf({ pieces }: IncidentExport): Promise<ExportedIncident[]> {
  const all: ExportedIncident[] = [];
  for await (const piece of pieces) {
    expect(piece.length).toBeLessThan(SENT);
    all.push(...piece);
  }
  return all;
}

it('2,300 incidents come in more than one piece, each once, the highest number first', async () => {
  const numbers = (await take('period=all')).map(({ number }) => Number(number));
  expect(numbers).toHaveLength(SENT);
  expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => other - one));
});

it('the file has as many as the list says, for the same filters', async () => {
  const query = 'period=all&trigger=billing_error';
  const { heading } = await incidentsReport(
    EVERYBODY,
    parseFilters(new URLSearchParams(query)),
    DEFAULT_LIST,
    options,
  );
  const rows = await take(query);
  expect(rows).toHaveLength(heading.shown);
  expect(rows).toHaveLength(SENT / 2);
  expect(new Set(rows.map(({ trigger }) => trigger))).toEqual(new Set(['billing_error']));
});

it('each column is there, in ids and whole units; what is not known is null, and a customer is a pseudonym', async () => {
  const first = (await take('period=all')).find(({ id }) => id === 'C-0');
  expect(Object.keys(first ?? {})).toEqual([...INCIDENT_COLUMNS]);
  expect(first).toMatchObject({
    occurredAt: '2024-06-03T09:30:00Z',
    closedAt: null,
    team: 'Billing',
    compensation: 12.5,
    currency: 'GBP',
    channel: null,
    narrative: '=0',
    customer: expect.stringMatching(/^[0-9a-f]{16}$/),
  });
});

it('who may not take words out is refused before anything is read', async () => {
  const manager: Viewer = { actor: 'account:1', roles: ['manager'], teams: [1] };
  await expect(exportIncidents(manager, parseFilters(new URLSearchParams()), options)).rejects.toThrow(
    Forbidden,
  );
});

it('what was selected is the file: 3 of 2,300, each once, whatever the filters are now', async () => {
  const numbers = [1500, 7, 2300, 7, 99_999];
  const filters = parseFilters(new URLSearchParams('period=all&trigger=billing_error'));
  const taken = await exportIncidents(EVERYBODY, filters, { ...options, numbers });
  expect(taken.count).toBe(3);
  const rows = await rowsOf(taken);
  expect(rows.map(({ number }) => number)).toEqual([2300, 1500, 7]);
});

it('of what was selected only incidents in scope are taken: 1 of 2 is of the team', async () => {
  const [own] = await take('period=all&team=1');
  const leader: Viewer = { ...EVERYBODY, teams: [1] };
  const all = parseFilters(new URLSearchParams('period=all'));
  const numbers = [Number(own?.number), Number(own?.number) + 1];
  const taken = await exportIncidents(leader, all, { ...options, numbers });
  expect(taken.count).toBe(1);
  expect((await rowsOf(taken)).map(({ number }) => number)).toEqual([own?.number]);
});

it('a search takes out what it finds: the one that says =1500', async () => {
  const all = parseFilters(new URLSearchParams('period=all'));
  const taken = await exportIncidents(EVERYBODY, all, { ...options, search: '"1500"' });
  expect(taken.count).toBe(1);
  expect((await rowsOf(taken)).map(({ narrative }) => narrative)).toEqual(['=1500']);
});

it('words leave as they were written, with tabs, backslashes and line breaks', async () => {
  const all = await take('period=all');
  expect(all.find(({ id }) => id === 'C-1')?.narrative).toBe(AWKWARD);
});

it('who stops after the first piece leaves no connection behind', async () => {
  const { pieces } = await exportIncidents(
    EVERYBODY,
    parseFilters(new URLSearchParams('period=all')),
    options,
  );
  expect((await pieces.next()).value?.length).toBeGreaterThan(0);
  expect(await countReadings()).toBe(1);
  await pieces.return(undefined);
  await vi.waitFor(async () => expect(await countReadings()).toBe(0));
});

async function countReadings(): Promise<number> {
  const rows = await records.execute(
    sql`select pid from pg_stat_activity where datname = current_database() and query like 'copy (%'`,
  );
  return rows.length;
}
