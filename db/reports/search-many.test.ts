import { asc } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { DEFAULT_LIST, type ListState } from '@/lib/filters/list-state.ts';
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

const ask = (atOnce: number, list: Partial<ListState>) =>
  incidentsReport(
    EVERYBODY,
    parseFilters(new URLSearchParams('period=all')),
    { ...DEFAULT_LIST, ...list },
    { record: records, now: Date.UTC(2024, 6, 1), atOnce, rows: 250 },
  );
const find = async (atOnce: number, search = 'late fee') => {
  const { found } = await ask(atOnce, { search });
  return { count: found?.count, above: found?.above, all: await found?.all };
};

it('of 30, where 20 are counted at once, more than 20 are said first and 30 after the page', async () => {
  expect(await find(20)).toEqual({ count: null, above: 20, all: 30 });
});

it('of 30, where 30 are counted at once, 30 are said at once', async () => {
  expect(await find(30)).toEqual({ count: 30, above: null, all: null });
});

it('of 240, where 30 say “fee”, 210 are without it, those without any words among them', async () => {
  expect(await find(30, '-fee')).toEqual({ count: 210, above: null, all: null });
  expect(await find(20, '-fee')).toEqual({ count: null, above: null, all: 210 });
});

it.each(['occurred', 'trigger', 'number'] as const)(
  'by %s those without it are the same rows, left out by their numbers or one by one in the record',
  async (sort) => {
    const rows = async (atOnce: number) =>
      (await ask(atOnce, { sort, search: '-fee' })).rows.map(({ number }) => number);
    const [byNumbers, oneByOne] = [await rows(30), await rows(20)];
    expect(byNumbers).toHaveLength(210);
    expect(oneByOne).toEqual(byNumbers);
  },
);
