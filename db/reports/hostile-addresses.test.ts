import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { RANDOM_VALUES, randomIncidents } from '@/db/testing/random-record.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { DIMENSIONS } from '@/lib/filters/dimensions.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import { DEFAULT_LIST, type ListState, parseListState } from '@/lib/filters/list-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { filterOptions } from './filter-options.ts';
import { incidentsReport } from './incidents.ts';
import { overviewReport } from './overview.ts';

const { records, sql } = await testDatabase();
const options = { record: records, now: Date.UTC(2024, 5, 30, 12) };
const INCIDENTS = 60;

beforeAll(async () => {
  await makeWorkspace(records);
  await makeIncidents(records, randomIncidents(INCIDENTS, 7));
});

const HOSTILE = [
  `'; drop table incident; --`,
  `1; delete from incident`,
  `1) or (1=1`,
  `x' or 'a'='a`,
  `" or ""="`,
  `(select pg_sleep(5))`,
  `occurred desc; drop table incident`,
  `$1`,
  `{0}`,
  `\\'; drop table incident; --`,
  `%27%3B drop table incident --`,
  `trigger\u0000`,
  `\u02bc or 1=1`,
  `__proto__`,
  `constructor`,
];
const DIMENSION_KEYS = DIMENSIONS.flatMap(({ id }) => [id, `${id}.not`]);

/** Everything that the overview and the list say for a query, awaited. */
async function answer(query: URLSearchParams) {
  const filters = parseFilters(query);
  const { list, ignored } = parseListState(query);
  const overview = await overviewReport(EVERYBODY, filters, options);
  const [{ shown }] = await Promise.all([
    overview.heading,
    overview.cards,
    overview.advice,
    ...Object.values(overview.panels),
  ]);
  const listed = await incidentsReport(EVERYBODY, filters, list, options);
  return { shown, listed: listed.heading.shown, list, ignored: [...overview.frame.ignored, ...ignored] };
}
const isWhole = async () => (await sql`select 1 from incident`).length === INCIDENTS;

test.each([...DIMENSION_KEYS, 'period', 'compare', 'measure'])(
  `hostile text as %s selects nothing by itself: it is said to be ignored, and all ${INCIDENTS} incidents are shown`,
  async (key) => {
    const query = new URLSearchParams({ ...(key === 'period' ? {} : { period: 'all' }) });
    for (const text of HOSTILE) query.append(key, text);
    const said = await answer(query);
    expect([said.shown, said.listed]).toEqual([INCIDENTS, INCIDENTS]);
    expect(said.ignored.map(({ parameter }) => parameter)).toContain(key);
    expect(await isWhole()).toBe(true);
  },
);

const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 24 }),
  fc.string({ maxLength: 24 }),
);
const KEYS = [...DIMENSION_KEYS, 'period', 'compare', 'measure', 'sort', 'page', 'q', 'agent', 'session'];
const addresses = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...KEYS), text), text), { maxLength: 5 });

test('40 addresses of random names and texts are all answered, and change nothing', async () => {
  await fc.assert(
    fc.asyncProperty(addresses, async (pairs) => {
      const query = new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value]));
      const { list } = parseListState(query);
      const { heading } = await incidentsReport(
        EVERYBODY,
        parseFilters(query, ['sort', 'page']),
        list,
        options,
      );
      expect(heading.shown).toBeLessThanOrEqual(INCIDENTS);
    }),
    { numRuns: 40, seed: 5 },
  );
  expect(await isWhole()).toBe(true);
});

test('a list can be sorted and turned by the keys that there are, and by nothing else', async () => {
  for (const text of HOSTILE) {
    const said = await answer(new URLSearchParams({ period: 'all', sort: text, after: text }));
    expect(said.list).toEqual(DEFAULT_LIST);
    expect(said.ignored.map(({ parameter }) => parameter)).toEqual(['sort', 'after']);
  }
  expect(await isWhole()).toBe(true);
});

test('hostile text as the name of a parameter is an unknown filter', async () => {
  for (const text of HOSTILE) {
    const said = await answer(
      new URLSearchParams([
        ['period', 'all'],
        [text, 'x'],
      ]),
    );
    expect([said.shown, said.ignored.length]).toEqual([INCIDENTS, 1]);
  }
});

test('past the reader of addresses, too, a value is looked up and never becomes SQL: it selects 0 incidents', async () => {
  for (const { id: dimension } of DIMENSIONS) {
    const filters: Filters = {
      ...parseFilters(new URLSearchParams('period=all')),
      selections: [{ dimension, exclude: false, values: HOSTILE }],
    };
    const { frame } = await incidentsReport(EVERYBODY, filters, DEFAULT_LIST, options);
    expect(frame.ignored.length, dimension).toBeGreaterThan(0);
    const found = await filterOptions(EVERYBODY, filters, dimension, { record: records });
    expect(found.filter(({ chosen }) => chosen)).toEqual([]);
  }
  const list = { ...DEFAULT_LIST, sort: HOSTILE[6] } as ListState;
  const all = await incidentsReport(
    EVERYBODY,
    parseFilters(new URLSearchParams('period=all')),
    list,
    options,
  );
  expect(all.rows).toHaveLength(50);
  expect(await isWhole()).toBe(true);
});

test('the values that there are do select: the keys above were not ignored for their names', async () => {
  const [trigger = ''] = RANDOM_VALUES.trigger ?? [];
  const { shown, ignored } = await answer(new URLSearchParams({ period: 'all', trigger }));
  expect(ignored).toEqual([]);
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(INCIDENTS);
});
