import { asc } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { DEFAULT_LIST } from '@/lib/filters/list-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { incidentsReport } from './incidents.ts';

const { records } = await testDatabase();
const OLD = 30;

/** The first 30 of 240 incidents say it, and none of the latest 200. */
beforeAll(async () => {
  await makeWorkspace(records);
  await makeIncidents(
    records,
    Array.from({ length: 240 }, () => ({ at: '2024-06-01' })),
  );
  const rows = await records.select({ id: incident.incidentId }).from(incident).orderBy(asc(incident.number));
  const texts = rows.slice(0, OLD).map(({ id }) => ({ incidentId: id, narrative: 'The fee was late.' }));
  await records.insert(incidentText).values(texts);
});

const find = async (atOnce: number) => {
  const list = { ...DEFAULT_LIST, search: 'late fee' };
  const options = { record: records, now: Date.UTC(2024, 6, 1), atOnce };
  const { found } = await incidentsReport(
    EVERYBODY,
    parseFilters(new URLSearchParams('period=all')),
    list,
    options,
  );
  return { count: found?.count, above: found?.above, all: await found?.all };
};

it('of 30, where 20 are counted at once, more than 20 are said first and 30 after the page', async () => {
  expect(await find(20)).toEqual({ count: null, above: 20, all: 30 });
});

it('of 30, where 30 are counted at once, 30 are said at once', async () => {
  expect(await find(30)).toEqual({ count: 30, above: null, all: null });
});
