import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { recountRepeats } from '@/db/commands/incidents/recount-repeats.ts';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { trigger } from '@/db/schema/taxonomies.ts';
import { makeCustomers, makePeople } from '@/db/testing/detail-factory.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { randomIncidents } from '@/db/testing/random-record.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Panel } from '@/lib/charts/chart-model.ts';
import { narrow } from '@/lib/filters/edit-filters.ts';
import type { Narrowing } from '@/lib/filters/filters.ts';
import { DEFAULT_LIST } from '@/lib/filters/list-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { incidentsReport } from './incidents.ts';
import { openReading, type Reading } from './reading.ts';
import { askFollowUps, askRepeats, askReturns } from './recurrence.ts';
import { askThemes } from './themes.ts';

const { records } = await testDatabase();
const NOW = Date.UTC(2024, 6, 1, 12);
const SECRET = 'Gudrun Ehrenfried rang';

beforeAll(async () => {
  await makeWorkspace(records);
  const people = [...(await makePeople(records, { North: ['a'], South: ['b'] })).values()];
  const customers = await makeCustomers(records, 40);
  const made = randomIncidents(600, 7, people);
  await makeIncidents(
    records,
    made.map((one, index) => {
      const customer = customers[(index * 7) % 61];
      return customer === undefined ? one : { ...one, customer };
    }),
  );
  await recountRepeats(records, customers);
  const rows = await records.select().from(incident);
  const [billing] = await records.select().from(trigger).where(eq(trigger.id, 'billing_error'));
  await records.insert(incidentText).values(
    rows.map(({ incidentId, number, trigger }) => ({
      incidentId,
      narrative:
        number % 10 === 0
          ? null
          : `The caller waited. ${trigger === billing?.code && number % 3 === 0 ? 'An estimated reading. ' : ''}${SECRET} about case ${number}.`,
    })),
  );
});

async function reading<Answer>(
  query: string,
  ask: (reading: Reading) => Promise<Answer>,
  viewer: Viewer = EVERYBODY,
) {
  const opened = await openReading(records, viewer, parseFilters(new URLSearchParams(query)), NOW);
  try {
    return await ask(opened);
  } finally {
    await opened.snapshot.close();
  }
}

/** How many incidents a narrowing of these filters opens. */
async function opens(query: string, narrowing: Narrowing): Promise<number> {
  const window = await reading(query, async ({ windows }) => windows.current);
  const filters = narrow(parseFilters(new URLSearchParams(query)), narrowing, window);
  return (await incidentsReport(EVERYBODY, filters, DEFAULT_LIST, { record: records, now: NOW })).heading
    .shown;
}

const numberIn = (panel: Panel<unknown>) =>
  Number(/^Open ([\d,]+)/.exec(panel.open?.label ?? '')?.[1]?.replaceAll(',', ''));

describe.each(['period=all', 'period=2024-02-10..2024-05-20&channel=phone', 'period=all&measure=csat'])(
  'links of %s',
  (query) => {
    test('open as many incidents as they say', async () => {
      const themes = await reading(query, (opened) => askThemes(opened, null));
      const panels = [themes, await reading(query, askReturns), await reading(query, askFollowUps)];
      for (const panel of panels) {
        expect(numberIn(panel), panel.id).toBeGreaterThan(0);
        expect(await opens(query, panel.open?.narrowing ?? {}), panel.id).toBe(numberIn(panel));
      }
    });

    test.each([30, 60, 90] as const)(
      'and so do repeats within %i days, whole and by trigger',
      async (days) => {
        const panel = await reading(query, (opened) => askRepeats(opened, days));
        expect(await opens(query, panel.open?.narrowing ?? {})).toBe(numberIn(panel));
        const [first] = panel.table.rows;
        expect(first?.cells[2]).toBeGreaterThan(0);
        expect(await opens(query, first?.open ?? {})).toBe(first?.cells[2]);
      },
    );

    test('a team of the ledger opens its incidents', async () => {
      const { table } = await reading(query, askFollowUps);
      const [first] = table.rows;
      expect(await opens(query, first?.open ?? {})).toBe(first?.cells.at(-1));
    });
  },
);

describe('themes', () => {
  test('the planted phrase is told first, with sentences of its incidents', async () => {
    const planted = 'billing_error';
    const panel = await reading('period=all', (opened) => askThemes(opened, planted));
    expect(panel.choices.find(({ chosen }) => chosen)?.id).toBe(planted);
    expect(panel.picture?.rows[0]?.label).toBe('estimated reading');
    expect(panel.examples[0]?.examples[0]?.parts.map(({ text }) => text).join('')).toBe(
      'An estimated reading.',
    );
    const again = await reading('period=all', (opened) => askThemes(opened, planted));
    expect(again).toEqual(panel);
  });

  test('whoever may see figures but not incidents gets words without sentences', async () => {
    const viewer: Viewer = { actor: 'key', roles: [], teams: 'all', scopes: ['read_reports'] };
    const panel = await reading('period=all', (opened) => askThemes(opened, null), viewer);
    expect(panel.examples).toEqual([]);
    expect(JSON.stringify(panel)).not.toContain(SECRET);
  });

  test('a viewer of no team is told that there is nothing', async () => {
    const viewer: Viewer = { ...EVERYBODY, teams: [] };
    const panel = await reading('period=all', (opened) => askThemes(opened, null), viewer);
    expect([panel.picture, panel.examples]).toEqual([null, []]);
    expect((await reading('period=all', askReturns, viewer)).picture).toBeNull();
    expect((await reading('period=all', askFollowUps, viewer)).picture).toBeNull();
    const repeats = await reading('period=all', (opened) => askRepeats(opened, 30), viewer);
    expect(repeats.picture).toBeNull();
  });

  test('a sample of 20 a side is said, and reads no more; one of 60 characters a side ends with the second narrative', async () => {
    const sampled = (incidents: number, characters: number) =>
      reading('period=all', (opened) => askThemes(opened, null, { incidents, characters }));
    const few = await sampled(20, 1000);
    expect(few.subtitle).toContain('From a fixed sample of at most 20 incidents and 1,000 characters a side');
    expect(few.subtitle).toContain('3 of 39 incidents have no narrative');
    const short = await sampled(600, 60);
    expect(short.subtitle).toMatch(/^Words and phrases in 2\u00a0narratives of .* against 2 others/);
  });
});
