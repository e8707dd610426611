import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { recordIncidents } from '@/db/commands/record-incidents.ts';
import { setIncidentAside } from '@/db/commands/set-incident-aside.ts';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { withCopy } from '@/db/testing/both-engines.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { makeTeams } from '@/db/testing/settings-rows.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import type { DimensionId } from '@/lib/filters/dimensions.ts';
import { DEFAULT_LIST, type ListState } from '@/lib/filters/list-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { filterOptions } from './filter-options.ts';
import { incidentsReport } from './incidents.ts';

const opened = await testDatabase();
const { records } = opened;
const options = { record: records, now: Date.UTC(2024, 6, 1, 12) };
const TEXTS = [
  'The second bill was higher than the first.',
  'She asked for a refund of the second payment.',
  'Refunded at once; the bill was right.',
  'Nothing about money here.',
];

beforeAll(async () => {
  await makeWorkspace(records);
  await makeTeams(records, 'Own', 'Other');
  await makeIncidents(
    records,
    TEXTS.map((_, index) => ({ at: `2024-06-0${index + 1}`, team: index < 2 ? 1 : 2 })),
  );
  const rows = await records.select({ id: incident.incidentId, on: incident.occurredOn }).from(incident);
  for (const { id, on } of rows) {
    const narrative = TEXTS[Number(on.slice(-1)) - 1] ?? '';
    await records
      .insert(incidentText)
      .values({ incidentId: id, narrative })
      .onConflictDoUpdate({ target: incidentText.incidentId, set: { narrative } });
  }
});

const LEADER: Viewer = { ...EVERYBODY, roles: ['manager'], teams: [2] };

const look = (
  search: string,
  list: Partial<ListState> = {},
  query = 'period=all',
  viewer: Viewer = EVERYBODY,
) =>
  incidentsReport(
    viewer,
    parseFilters(new URLSearchParams(query)),
    { ...DEFAULT_LIST, ...list, search },
    options,
  );
const days = async (...asked: Parameters<typeof look>) =>
  (await look(...asked)).rows.map(({ day }) => Number(/\d+/.exec(day)?.[0]));

it.each([
  ['second bill', [1]],
  ['second', [2, 1]],
  ['"bill was right"', [3]],
  ['bill -second', [3]],
  ['refund', [3, 2]],
  ['"The second bill"', [1]],
  ['"second bills"', []],
  ['"the bill"', [3]],
  ['"bill" -first', [3]],
  ['"refund"', [2]],
  ['-"second bill" second', [2]],
  ['bill or refund', [3]],
  ['no*', [4]],
  ['the*', []],
  ['high*', [1]],
  ['mon* about', [4]],
  ['-bill', [4, 2]],
  ['-refund -nothing', [1]],
  ['-"second bill"', [4, 3, 2]],
  ['-zyzzyva', [4, 3, 2, 1]],
])('%s finds the incidents that say it, the newest first', async (search, expected) => {
  expect(await days(search)).toEqual(expected);
});

it('each row shows where, with the hit marked; the words are those of the text', async () => {
  const { rows, found } = await look('payment');
  expect(rows[0]?.found).toEqual([
    { text: 'asked for a refund of the second ', isHit: false },
    { text: 'payment', isHit: true },
  ]);
  expect(found).toMatchObject({ count: 1, all: null, nothing: null });
});

it('a number finds its incident, and an id that a source gave finds its own', async () => {
  const key: Viewer = { actor: 'key:1', roles: [], scopes: ['import'], teams: 'all' };
  const sent = { source: 'crm', id: 'C-10442', kind: 'incident', occurredAt: '2024-06-09' };
  await recordIncidents(records, key, [sent], new Date(options.now));
  const [row] = await records
    .select({ number: incident.number })
    .from(incident)
    .where(eq(incident.externalId, 'C-10442'));
  for (const text of [`INC-${row?.number}`, String(row?.number), 'C-10442']) {
    expect((await look(text)).rows.map(({ number }) => number)).toEqual([row?.number]);
  }
});

it('what a number or an id names outside of the filters is named where nothing is found, in scope alone', async () => {
  const key: Viewer = { actor: 'key:1', roles: [], scopes: ['import'], teams: 'all' };
  const sent = { source: 'crm', id: 'S-0009000', kind: 'incident', occurredAt: '2024-03-01' };
  await recordIncidents(records, key, [{ ...sent, team: 'Own' }], new Date(options.now));
  const [row] = await records
    .select({ number: incident.number, team: incident.teamId })
    .from(incident)
    .where(eq(incident.externalId, 'S-0009000'));
  const number = row?.number ?? 0;
  const june = 'period=2024-06-01..2024-06-30';
  const elsewhere = async (text: string, query = june, viewer = EVERYBODY) => {
    const { found } = await look(text, {}, query, viewer);
    return [found?.count, found?.elsewhere];
  };
  const named = [0, [{ number, standing: 'counts' }]];
  for (const text of [`INC-${number}`, String(number), 'S-0009000']) {
    expect(await elsewhere(text)).toEqual(named);
    expect(await elsewhere(text, 'period=all')).toEqual([1, []]);
    const leader: Viewer = { ...EVERYBODY, roles: ['manager'], teams: [(row?.team ?? 0) + 1] };
    expect(await elsewhere(text, june, leader)).toEqual([0, []]);
  }
  expect(await elsewhere(`INC-${number + 1000}`)).toEqual([0, []]);

  const reviewer: Viewer = { ...EVERYBODY, actor: 'account:7', roles: ['qa'] };
  await setIncidentAside(records, reviewer, { number, reason: 'A training', sameAs: null }, new Date());
  const aside = [0, [{ number, standing: 'not_an_incident' }]];
  for (const text of [String(number), 'S-0009000']) {
    expect(await elsewhere(text, 'period=all')).toEqual(aside);
  }
});

it('filters, scope, order and pages hold of what was found', async () => {
  expect(await days('second', {}, 'period=2024-06-02..2024-06-30')).toEqual([2]);
  expect(await days('second', { descending: false })).toEqual([1, 2]);
  expect(await days('bill', {}, 'period=all', { ...EVERYBODY, roles: ['manager'], teams: [2] })).toEqual([3]);
  expect(await days('second', { place: 'last' })).toEqual([2, 1]);
});

it('of -words alone everything is found that says none of it, and nothing is marked', async () => {
  const { rows, found } = await look('-bill -refund', {}, 'period=2024-06-01..2024-06-05');
  expect(found).toMatchObject({ count: 1, nothing: null, unwanted: '“bill” or “refund”' });
  expect(rows.map((row) => row.found)).toEqual([null]);
  expect(await days('-bill', {}, 'period=2024-06-02..2024-06-30', LEADER)).toEqual([4]);
});

it('what asks for nothing finds nothing and says so; hostile text is only looked for', async () => {
  expect((await look('***')).found).toMatchObject({ count: 0, nothing: 'names_nothing' });
  for (const text of ["'; drop table incident --", '":*', '\\', '!(a & b', 'a:b*', '\u0001\u0002', '<b>*']) {
    await expect(look(text)).resolves.toMatchObject({ rows: expect.any(Array) });
  }
});

it.each(['the', 'was', 'the was', '"of the"'])(
  '%s is in every account and not looked for: nothing is found, and that is why',
  async (text) => {
    const { rows, found } = await look(text);
    expect([rows, found?.nothing]).toEqual([[], 'common_words']);
  },
);

it('beside another word a common one does no harm: “the second bill” finds what “second bill” does', async () => {
  expect(await days('the second bill')).toEqual(await days('second bill'));
  expect((await look('the second bill')).found?.nothing).toBeNull();
});

it('a filter counts its values among what the words find: in either team 1 says “bill”', async () => {
  const filters = parseFilters(new URLSearchParams('period=all'));
  const counts = async (search: string, dimension: DimensionId = 'team') =>
    (await filterOptions(EVERYBODY, filters, dimension, { record: records, search }))
      .map(({ count }) => count)
      .filter((count) => count > 0);
  expect(await counts('bill')).toEqual([1, 1]);
  expect(await counts('second')).toEqual([2]);
  expect(await counts('zyzzyva')).toEqual([]);
  expect(await counts('bill', 'technique')).toEqual([2]);
});

it('and under the other filters, in the scope of the viewer', async () => {
  const leader: Viewer = { ...EVERYBODY, roles: ['manager'], teams: [2] };
  const filters = parseFilters(new URLSearchParams('period=all&team=2'));
  const counts = await filterOptions(leader, filters, 'trigger', { record: records, search: 'bill' });
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(1);
});

it.each(['second bill', 'the*', '"the bill"', 'bill -second', '-bill', 'zyzzyva', '2'])(
  'of what %s finds the copy of the figures counts, orders and filters as the record does',
  async (search) => {
    const answers = async () => {
      const byTeam = filterOptions(EVERYBODY, ALL, 'team', { record: records, search });
      const byTechnique = filterOptions(EVERYBODY, ALL, 'technique', { record: records, search });
      const pages = await Promise.all(
        (['occurred', 'trigger', 'number'] as const).map((sort) => look(search, { sort, place: 'last' })),
      );
      const shown = pages.map(({ rows, found, page }) => [rows, found?.count, page.before]);
      return [shown, await byTeam, await byTechnique];
    };
    const fromRecord = await answers();
    await withCopy(opened, async () => {
      expect((await look(search)).frame.source.kind).toBe('copy');
      expect(await answers()).toEqual(fromRecord);
    });
  },
);

const ALL = parseFilters(new URLSearchParams('period=all'));
