import { beforeAll, describe, expect, test } from 'vitest';
import { keepPattern } from '@/db/commands/keep-pattern.ts';
import { countIncidents } from '@/db/queries/incident-counts.ts';
import { withCopy } from '@/db/testing/both-engines.ts';
import { makePeople } from '@/db/testing/detail-factory.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { randomIncidents } from '@/db/testing/random-record.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { narrow } from '@/lib/filters/edit-filters.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { askPatternList } from './pattern-list.ts';
import { openReading, type Reading, toReading } from './reading.ts';

const opened = await testDatabase();
const { records } = opened;
const NOW = Date.UTC(2024, 6, 1, 12);
// The later half of the record against the earlier one.
const HALF = 'period=2024-04-01..2024-06-30&compare=2024-01-01..2024-03-31';
let south = 0;

beforeAll(async () => {
  await makeWorkspace(records);
  const people = [...(await makePeople(records, { North: ['a'], South: ['b'] })).values()];
  south = people[1]?.team ?? 0;
  await makeIncidents(records, randomIncidents(1200, 5, people));
  // One kind of incident rises, and one is passed on each time.
  await makeIncidents(
    records,
    Array.from({ length: 130 }, (_, index) => ({
      at: shiftDays('2024-04-01', index % 88),
      ...(index < 80
        ? { trigger: 'technical_issue', channel: 'chat', team: south }
        : { trigger: 'product_failure', channel: 'email', path: ['frontline', 'supervisor'] }),
    })),
  );
});

async function reading<Answer>(
  query: string,
  ask: (reading: Reading) => Promise<Answer>,
  viewer: Viewer = EVERYBODY,
): Promise<Answer> {
  const one = await openReading(records, viewer, parseFilters(new URLSearchParams(query)), NOW);
  try {
    return await ask(one);
  } finally {
    await one.snapshot.close();
  }
}

const list = (query = HALF, viewer?: Viewer) =>
  reading(query, (one) => askPatternList(one, { all: true }), viewer);

describe('what was planted', () => {
  test('rises among the first, with its course by week, on the record and on its copy alike', async () => {
    const fromRecord = await list();
    const [first] = fromRecord.picture?.rows ?? [];
    expect(first?.name).toContain('Technical issue');
    expect(first).toMatchObject({ rising: true, kept: null });
    const found = Number(first?.found);
    expect(first?.spark?.points.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(found);
    await withCopy(opened, async () => expect(await list()).toEqual(fromRecord));
  });

  test('every row opens as many incidents as its link says', async () => {
    await reading(HALF, async (one) => {
      const { picture } = await askPatternList(one, { all: true });
      const rows = picture?.rows ?? [];
      expect(rows.map(({ reason }) => reason).join()).toContain('escalated');
      for (const { open, name } of rows) {
        const behind = toReading(one, narrow(one.filters, open.narrowing, one.windows.current));
        const count = await countIncidents(behind.snapshot, behind.viewer, behind.asked);
        expect(open.label.replace(',', ''), name).toContain(`Open ${count}\u00a0`);
      }
    });
  });

  test('without a comparison nothing rises, and that is said', async () => {
    const { picture, subtitle } = await list('period=2024-04-01..2024-06-30&compare=none');
    expect(picture?.rows.some(({ rising }) => rising)).toBe(false);
    expect(subtitle).toContain('Without a comparison');
  });

  test('two dozen incidents are too few to be asked about', async () => {
    const { picture, headline } = await list('period=2024-04-01..2024-04-03&compare=none');
    expect(picture).toBeNull();
    expect(headline).toBe('No combination has the 30 incidents that it takes to be tested');
  });
});

describe('who looks', () => {
  test('at one team finds nothing of the other', async () => {
    const viewer: Viewer = { actor: 'test', roles: ['manager'], teams: [south + 1000] };
    expect((await list(HALF, viewer)).picture).toBeNull();
    const { picture } = await list(HALF, { ...viewer, teams: [south] });
    expect(picture?.rows.map(({ name }) => name).join()).not.toContain('North');
  });

  test('after it was kept sees as what, and only by the measure that watches it', async () => {
    const [first, ...others] = (await list()).picture?.rows ?? [];
    if (!first) throw new Error('there is a pattern to keep');
    const filters = narrow(parseFilters(new URLSearchParams(HALF)), first.keep.narrowing);
    const entry = { name: 'Chats about faults', measure: first.keep.measure, better: 'lower' } as const;
    const patternId = await keepPattern(records, EVERYBODY, filters, entry, new Date(NOW));
    const [again, ...rest] = (await list()).picture?.rows ?? [];
    expect(again?.kept).toEqual({ patternId, name: 'Chats about faults', status: 'Watching' });
    expect(rest.filter(({ kept }) => kept).length).toBe(0);
    expect(rest).toHaveLength(others.length);
  });
});
