import { beforeAll, describe, expect, test } from 'vitest';
import { listKeys } from '@/db/queries/incident-list.ts';
import { filterOptions } from '@/db/reports/filter-options.ts';
import { incidentsReport } from '@/db/reports/incidents.ts';
import { makePeople } from '@/db/testing/detail-factory.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { ask, EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { DEFAULT_LIST } from '@/lib/filters/list-state.ts';
import { parseFilters, parseFiltersOfPeople } from '@/lib/filters/parse-filters.ts';
import { countIncidents } from './incident-counts.ts';

const { records } = await testDatabase();
let agents: number[] = [];

beforeAll(async () => {
  await makeWorkspace(records);
  const people = await makePeople(records, { North: ['Ann', 'Ben'] });
  const [ann, ben] = [...people.values()];
  agents = [ann?.agent ?? 0, ben?.agent ?? 0];
  await makeIncidents(records, [
    { at: '2024-03-01', ...ann, techniques: { paraphrasing: 'effective', patience: 'missed' } },
    { at: '2024-03-02', ...ann, techniques: { paraphrasing: 'missed' }, rated: { paraphrasing: 'partial' } },
    { at: '2024-03-03', ...ben, techniques: { patience: 'effective' } },
    { at: '2024-03-04', ...ben },
    { at: '2024-03-05' },
  ]);
});

const count = (query: string) =>
  ask(records, query, (snapshot, asked) => countIncidents(snapshot, EVERYBODY, asked));

describe('of five incidents, two with paraphrasing and two with patience, one of them with both', () => {
  test.each([
    ['technique=paraphrasing', 2],
    ['technique=paraphrasing~effective', 1],
    ['technique=paraphrasing~missed', 0],
    ['technique=paraphrasing~partial', 1],
    ['technique=paraphrasing,patience', 3],
    ['technique=paraphrasing~partial,patience~missed', 2],
    ['technique=unknown', 2],
    ['technique=unknown,patience', 4],
    ['technique.not=unknown', 3],
    ['technique.not=patience', 3],
    ['technique=paraphrasing&technique.not=patience', 1],
  ])(
    '%s leaves %i: a reviewer’s “partial” stands in place of the agent’s own “missed”',
    async (query, left) => {
      expect(await count(query)).toBe(left);
    },
  );

  test('the menu counts incidents, so that 2 + 2 + 2 without make more than 5', async () => {
    const filters = parseFilters(new URLSearchParams('period=all'));
    const options = await filterOptions(EVERYBODY, filters, 'technique', { record: records });
    expect(options.filter(({ count }) => count > 0).map(({ id, count }) => [id, count])).toEqual([
      ['paraphrasing', 2],
      ['paraphrasing~effective', 1],
      ['paraphrasing~partial', 1],
      ['patience', 2],
      ['patience~effective', 1],
      ['patience~missed', 1],
      ['unknown', 2],
    ]);
  });
});

describe('one person', () => {
  const report = (query: string) =>
    incidentsReport(
      EVERYBODY,
      parseFiltersOfPeople(new URLSearchParams(`period=all&${query}`)),
      DEFAULT_LIST,
      {
        record: records,
      },
    );

  test('has two of the five, somebody not known one, and the pill names nobody', async () => {
    const [ann = 0] = agents;
    const own = await report(`agent=${ann}`);
    expect(own.heading.shown).toBe(2);
    expect(own.frame.chips.map(({ label, verb, values }) => `${label} ${verb} ${values}`)).toEqual([
      `Handled by is agent ${ann}`,
    ]);
    expect(own.frame.sentence).toContain(`Incidents of agent ${ann}`);
    expect((await report('agent=unknown')).heading.shown).toBe(1);
    expect((await report(`agent=${ann}&technique=patience`)).heading.shown).toBe(1);
  });

  test('cannot be asked for where figures are told: the filter is ignored, and said to be', () => {
    const filters = parseFilters(new URLSearchParams('agent=3&trigger=billing_error'));
    expect(filters.agent).toBeUndefined();
    expect(filters.ignored).toEqual([
      { parameter: 'agent', value: '3', reason: 'nothing is told of single people here' },
    ]);
  });

  test('of another team is nobody to a manager: 0 incidents', async () => {
    const [ann = 0] = agents;
    const manager = { actor: 'test', roles: ['manager'], teams: [999] } as const;
    const numbers = await ask(records, '', (snapshot, asked) =>
      listKeys(
        snapshot,
        manager,
        { ...asked, agent: ann },
        { by: 'number', descending: true },
        { limit: 9, from: null, backwards: false },
      ),
    );
    expect(numbers).toEqual([]);
  });
});
