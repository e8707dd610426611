import { beforeAll, describe, expect, test } from 'vitest';
import { countIncidents } from '@/db/queries/incident-counts.ts';
import { sumWeights } from '@/db/queries/weights.ts';
import { makePeople } from '@/db/testing/detail-factory.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { randomIncidents } from '@/db/testing/random-record.ts';
import { ask, EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { narrow } from '@/lib/filters/edit-filters.ts';
import type { Narrowing } from '@/lib/filters/filters.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { RANKED_BY, WEIGHTS } from '@/lib/filters/patterns-state.ts';
import { askPareto, askTeamShares } from './pareto.ts';
import { openReading, type Reading, toReading } from './reading.ts';

const { records } = await testDatabase();
const NOW = Date.UTC(2024, 6, 1, 12);
let north = 0;

beforeAll(async () => {
  await makeWorkspace(records);
  const people = [...(await makePeople(records, { North: ['a'], South: ['b'] })).values()];
  north = people[0]?.team ?? 0;
  await makeIncidents(records, randomIncidents(600, 7, people));
  // Before everything else, alone on their days.
  await makeIncidents(records, [
    {
      at: '2023-05-01',
      trigger: 'billing_error',
      compensation: { minor: 2000, currency: 'GBP' },
      minutesToClose: 90,
    },
    {
      at: '2023-05-02',
      trigger: 'billing_error',
      compensation: { minor: 550, currency: 'GBP' },
      minutesToClose: 30,
    },
    { at: '2023-05-03', trigger: 'billing_error', compensation: { minor: 900, currency: 'USD' } },
    { at: '2023-05-04', trigger: 'service_delay', severity: 4, minutesToClose: 600 },
    { at: '2023-05-05', severity: 5 },
  ]);
});

async function reading<Answer>(
  query: string,
  ask: (reading: Reading) => Promise<Answer>,
  viewer: Viewer = EVERYBODY,
): Promise<Answer> {
  const opened = await openReading(records, viewer, parseFilters(new URLSearchParams(query)), NOW);
  try {
    return await ask(opened);
  } finally {
    await opened.snapshot.close();
  }
}

const MAY = 'period=2023-05-01..2023-05-31&compare=none';

describe('what five incidents weigh', () => {
  const weigh = (weight: (typeof WEIGHTS)[number]) =>
    ask(records, '', (snapshot, asked) => sumWeights(snapshot, EVERYBODY, asked, 'trigger', weight), {
      window: { from: '2023-05-01', until: '2023-06-01' },
    }).then((rows) => rows.map(({ code: _, ...row }) => row));

  test('compensation: 20.00 and 5.50 in the currency of the workspace, the dollars not', async () => {
    expect(await weigh('compensation')).toEqual([
      { incidents: 1, known: 0, sum: 0, squares: 0 },
      { incidents: 3, known: 2, sum: 2550, squares: 2000 ** 2 + 550 ** 2 },
      { incidents: 1, known: 0, sum: 0, squares: 0 },
    ]);
  });

  test('hours: 90 and 30 minutes are 2 of 12, the other 10 are of one delay', async () => {
    const { picture, subtitle } = await reading(MAY, (one) =>
      askPareto(one, { by: 'trigger', weigh: 'minutes' }),
    );
    expect(picture?.bars.map(({ id, count, incidents }) => [id, count, incidents])).toEqual([
      ['service_delay', 10, 1],
      ['billing_error', 2, 2],
    ]);
    expect(subtitle).toContain('n\u00a03 with 12 hours, 2 left out not closed');
  });

  test('severity: 4 points of a delay, 5 of what is unclassified, which stays last', async () => {
    const { picture } = await reading(MAY, (one) => askPareto(one, { by: 'trigger', weigh: 'severity' }));
    expect(picture?.bars.map(({ id, count }) => [id, count])).toEqual([
      ['service_delay', 4],
      ['unclassified', 5],
    ]);
  });
});

const YEAR = 'period=2024-01-08..2024-06-02';

describe.each(RANKED_BY.filter((by) => by !== 'product'))('by %s', (by) => {
  test.each(WEIGHTS)('and %s every bar opens as many incidents as it says', async (weigh) => {
    await reading(YEAR, async (opened) => {
      const countOf = (narrowing: Narrowing) => {
        const narrowed = toReading(opened, narrow(opened.filters, narrowing, opened.windows.current));
        return countIncidents(narrowed.snapshot, narrowed.viewer, narrowed.asked);
      };
      const pareto = await askPareto(opened, { by, weigh });
      const { bars = [] } = pareto.picture ?? {};
      expect(bars.length).toBeGreaterThan(1);
      for (const { open, incidents, label } of bars) expect(await countOf(open), label).toBe(incidents);
      expect(bars.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
      const teams = await askTeamShares(opened, { by, weigh });
      const shown = teams.picture?.teams ?? [];
      expect(shown.map(({ label }) => label)).toEqual(['North', 'South', 'Team not known']);
      for (const { open, incidents, bars: own } of shown) {
        expect(await countOf(open)).toBe(incidents);
        const others = own?.at(-1);
        if (others) expect(await countOf(others.open)).toBe(others.incidents);
      }
    });
  });
});

test('who sees one team alone sees that team alone', async () => {
  const viewer: Viewer = { actor: 'test', roles: ['manager'], teams: [north] };
  const { picture } = await reading(
    YEAR,
    (one) => askTeamShares(one, { by: 'trigger', weigh: 'count' }),
    viewer,
  );
  expect(picture?.teams.map(({ label }) => label)).toEqual(['North']);
});

test('where no incident has a product all of them are one bar, and teams have nothing to compare', async () => {
  const asked = { by: 'product', weigh: 'count' } as const;
  const [pareto, teams] = await reading(YEAR, (one) =>
    Promise.all([askPareto(one, asked), askTeamShares(one, asked)]),
  );
  expect(pareto.picture?.bars).toMatchObject([{ uncoded: true, share: 1 }]);
  expect(teams).toMatchObject({ picture: null, empty: 'No incidents with a product in this period.' });
});
