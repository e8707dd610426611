import { beforeAll, describe, expect, test } from 'vitest';
import { contactFilters } from '@/db/fact-columns.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { onBothEngines } from '@/db/testing/both-engines.ts';
import { makePeople, makeVolumes } from '@/db/testing/detail-factory.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { type Asked, EVERYTHING } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import { DIMENSIONS } from '@/lib/filters/dimensions.ts';
import { narrowsIncidentsOnly } from '@/lib/measures/contacts.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import type { Sums } from '@/lib/measures/sums.ts';
import { listWeeksAboveLimit } from './exposure.ts';
import { sumMeasureBy, sumMeasures, sumMeasuresByBucket } from './measures.ts';

const opened = await testDatabase();
const { records } = opened;
const AT: Asked = { ...EVERYTHING, today: '2024-03-20' };
const BILLING = { dimension: 'trigger', exclude: false, codes: [1] } as const;
const MARCH = { from: '2024-03-04', until: '2024-03-18' };
let north = 0;
let south = 0;

/**
 * Six incidents in the weeks of 4 and 11 March 2024: Ann and Ben of North, Cat of South; a fifth that nobody is known
 * to have handled.
 */
beforeAll(async () => {
  await makeWorkspace(records);
  const people = await makePeople(records, { North: ['Ann', 'Ben'], South: ['Cat'] });
  const [ann, ben, cat] = ['Ann', 'Ben', 'Cat'].map((name) => people.get(name) ?? { team: 0, agent: 0 });
  north = ann?.team ?? 0;
  south = cat?.team ?? 0;
  await makeIncidents(records, [
    {
      at: '2024-03-04T09:00',
      ...ann,
      trigger: 'billing_error',
      channel: 'phone',
      severity: 4,
      csat: 5,
      compensation: { minor: 1250, currency: 'GBP' },
      reportedAfterMinutes: 30,
      documented: 63,
      path: ['frontline', 'supervisor'],
      steps: [
        { level: 'frontline', minutes: 60 },
        { level: 'supervisor', minutes: 120, documented: true, briefed: true },
      ],
      followUps: [{ due: '2024-03-10', done: '2024-03-10' }],
    },
    {
      at: '2024-03-05T10:00',
      ...ann,
      trigger: 'service_delay',
      channel: 'phone',
      status: 'open',
      severity: 5,
      csat: 2,
      compensation: { minor: 5000, currency: 'EUR' },
      documented: 7,
      steps: [
        { level: 'frontline', minutes: 30 },
        { level: 'supervisor', minutes: 90, documented: true, briefed: false },
        { level: 'technical', documented: true, briefed: true },
      ],
      followUps: [{ due: '2024-03-12' }, { due: '2024-04-01' }],
    },
    {
      at: '2024-03-06',
      ...ben,
      kind: 'complaint',
      trigger: 'billing_error',
      channel: 'email',
      severity: 2,
      compensation: { minor: 750, currency: 'GBP' },
      reportedAfterMinutes: 1440,
    },
    {
      at: '2024-03-12T11:00',
      ...cat,
      trigger: 'billing_error',
      channel: 'phone',
      severity: 4,
      csat: 3,
      documented: 3,
      steps: [{ level: 'frontline', minutes: 10 }],
      followUps: [{}],
    },
    {
      at: '2024-03-13T12:00',
      channel: 'chat',
      severity: 5,
      reportedAfterMinutes: 90,
      basis: 'reported',
      steps: [{ minutes: 15 }, { level: 'supervisor', minutes: 45, briefed: true }],
      followUps: [{ due: '2024-03-14', done: '2024-03-15' }],
    },
    { at: '2024-03-13T13:00', ...ann, channel: 'phone', severity: 4 },
  ]);
  await makeVolumes(records, [
    { day: '2024-03-04', team: north, channel: 'phone', contacts: 200 },
    { day: '2024-03-05', team: north, channel: 'phone', contacts: 300 },
    { day: '2024-03-12', team: south, channel: 'phone', contacts: 100 },
    { day: '2024-03-12', team: south, channel: 'email', contacts: 50 },
    { day: '2024-03-20', team: north, channel: 'phone', contacts: 999 },
  ]);
});

/** The answer of the record, which the copy gives as well. */
async function onBoth<Answer>(question: (snapshot: Snapshot) => Promise<Answer>): Promise<Answer> {
  const answers: Answer[] = [];
  await onBothEngines(opened, async (record, copy) => {
    answers.push(await question(record), await question(copy));
  });
  const [one, other] = answers;
  expect(other).toEqual(one);
  if (one === undefined) throw new Error('nothing was answered');
  return one;
}

const sum = (id: MeasureId, asked: Partial<Asked> = {}, viewer: Viewer = EVERYBODY): Promise<Partial<Sums>> =>
  onBoth(async (snapshot) => {
    const found = await sumMeasures(snapshot, viewer, { ...AT, ...asked }, [id]);
    return found.get(id) ?? {};
  });

describe('steps', () => {
  test('2 of 3 handoffs in 2 incidents are documented and briefed; of 8 steps 4 are first ones and 1 says half of it', async () => {
    expect(await sum('handoff_completeness')).toMatchObject({
      numerator: 2,
      denominator: 3,
      incidents: 2,
      all: 8,
    });
  });

  test('of billing errors it is 1 of 1, of North 2 of 3, of those known by no path 1 of 2', async () => {
    expect(await sum('handoff_completeness', { selections: [BILLING] })).toMatchObject({
      numerator: 1,
      denominator: 1,
    });
    const ofNorth = { ...EVERYBODY, teams: [north] };
    expect(await sum('handoff_completeness', {}, ofNorth)).toMatchObject({
      numerator: 2,
      denominator: 3,
      all: 5,
    });
    const noPath = { dimension: 'path', exclude: false, codes: [0] } as const;
    expect(await sum('handoff_completeness', { selections: [noPath] })).toMatchObject({
      numerator: 1,
      denominator: 2,
      all: 6,
    });
  });

  test('10, 30, 45, 60, 90 and 120 minutes: median 52.5, 90th percentile 90 + half of 30 = 105; 1 stay is not over', async () => {
    expect(await sum('time_at_level')).toEqual({
      numerator: 6,
      denominator: 6,
      incidents: 4,
      all: 8,
      median: 52.5,
      p90: 105,
      beside: [1],
    });
  });

  test('by path, which steps do not carry: 2 stays of the one path that is known, 4 of those without', async () => {
    const paths = await onBoth((snapshot) => sumMeasureBy(snapshot, EVERYBODY, AT, 'time_at_level', 'path'));
    expect(paths.map(({ denominator, median }) => [denominator, median])).toEqual([
      [4, 37.5],
      [2, 90],
    ]);
  });
});

describe('follow-ups', () => {
  test('1 of 3 that were due by 20 March is kept: one was a day late, one is not done; 1 is not due, 1 has no date', async () => {
    expect(await sum('follow_up_kept_rate')).toMatchObject({
      numerator: 1,
      denominator: 3,
      incidents: 3,
      all: 5,
      beside: [1, 1],
    });
  });

  test('on the day on which it is due it counts: 1 of 4 as of 1 April, 1 of 1 as of 11 March', async () => {
    expect(await sum('follow_up_kept_rate', { today: '2024-04-01' })).toMatchObject({
      denominator: 4,
      beside: [0, 1],
    });
    expect(await sum('follow_up_kept_rate', { today: '2024-03-11' })).toMatchObject({
      numerator: 1,
      denominator: 1,
    });
  });

  test('asked without a day it is refused rather than told as of some day', async () => {
    await expect(sum('follow_up_kept_rate', { today: null })).rejects.toThrow('depends on the day');
  });
});

describe('incidents with an amount, a time or a score', () => {
  test('6 + 3 + 2 + 1 + 1 = 13 of 5 times six things are documented; the complaint is left out', async () => {
    expect(await sum('documentation_completeness')).toMatchObject({ numerator: 13, denominator: 5, all: 6 });
  });

  test('30 and 1,440 minutes: median 735, 90th percentile 30 + 0.9 of 1,410 = 1,299; a stand-in is no delay', async () => {
    expect(await sum('documentation_delay')).toMatchObject({
      median: 735,
      p90: 1299,
      denominator: 2,
      all: 6,
    });
  });

  test('satisfaction 5, 2 and 3 is 10 of 3 given, by half of the 6', async () => {
    expect(await sum('csat')).toMatchObject({ numerator: 10, denominator: 3, all: 6 });
  });

  test('£12.50 and £7.50 are 2,000 pence of 2; the amount in euro is counted beside them', async () => {
    expect(await sum('compensation_cost')).toMatchObject({
      numerator: 2000,
      denominator: 2,
      all: 6,
      beside: [1],
    });
  });
});

describe('incidents per 1,000 contacts', () => {
  test('3 of 6 incidents are among contacts, in 200 + 300 + 100 + 50 = 650 of them', async () => {
    expect(await sum('incident_rate', { window: MARCH })).toMatchObject({
      numerator: 3,
      denominator: 650,
      incidents: 3,
      all: 6,
    });
  });

  test('billing errors are 2 in the same 650, by phone 3 in 600, to whom sees South alone 1 in 150', async () => {
    expect(await sum('incident_rate', { window: MARCH, selections: [BILLING] })).toMatchObject({
      numerator: 2,
      denominator: 650,
      all: 3,
    });
    const byPhone = { dimension: 'channel', exclude: false, codes: [1] } as const;
    expect(await sum('incident_rate', { window: MARCH, selections: [byPhone] })).toMatchObject({
      numerator: 3,
      denominator: 600,
    });
    const ofSouth = { ...EVERYBODY, teams: [south] };
    expect(await sum('incident_rate', { window: MARCH }, ofSouth)).toMatchObject({
      numerator: 1,
      denominator: 150,
    });
  });

  test('an own incident of another team is not put over the contacts of the teams that are seen', async () => {
    const [ann] = await opened.sql`select agent_id from agent where reference = 'Ann'`;
    const viewer = { ...EVERYBODY, teams: [south], agents: [Number(ann?.agent_id)] };
    expect(await sum('incident_rate', { window: MARCH }, viewer)).toMatchObject({
      numerator: 1,
      denominator: 150,
      all: 4,
    });
  });

  test('by week 2 in 500 and 1 in 150; a team without a name has none, and each trigger stands over all', async () => {
    const asked = { ...AT, window: MARCH };
    const weeks = await onBoth(async (snapshot) =>
      (await sumMeasuresByBucket(snapshot, EVERYBODY, asked, ['incident_rate'], 'week')).get('incident_rate'),
    );
    expect(weeks?.map(({ start, numerator, denominator }) => [start, numerator, denominator])).toEqual([
      ['2024-03-04', 2, 500],
      ['2024-03-11', 1, 150],
    ]);
    const by = (dimension: 'team' | 'trigger') =>
      onBoth((snapshot) => sumMeasureBy(snapshot, EVERYBODY, asked, 'incident_rate', dimension));
    const cells = (rows: Awaited<ReturnType<typeof by>>) =>
      rows.map(({ code, numerator, denominator }) => [code, numerator, denominator]);
    expect(cells(await by('team'))).toEqual([
      [0, 0, 0],
      [north, 2, 500],
      [south, 1, 150],
    ]);
    expect(cells(await by('trigger'))).toEqual([
      [0, 0, 650],
      [1, 2, 650],
      [2, 1, 650],
    ]);
  });

  test('contacts without any incident are there too: a week of 999 has none', async () => {
    const window = { from: '2024-03-18', until: '2024-03-25' };
    expect(await sum('incident_rate', { window })).toMatchObject({ numerator: 0, denominator: 999, all: 0 });
  });
});

test('what narrows the incidents of a rate alone is what contacts are not known by', () => {
  for (const { id: dimension } of DIMENSIONS) {
    const filters = { selections: [{ dimension, exclude: false, values: ['x'] }], measure: null };
    expect(narrowsIncidentsOnly(filters).length === 0, dimension).toBe(
      contactFilters[dimension] !== undefined,
    );
  }
});

describe('severe incidents per agent-week', () => {
  test('4 in 4: Ann 2 and 1 in two weeks, Ben none in one, Cat 1 in one; the fifth incident has no agent', async () => {
    expect(await sum('staff_exposure')).toMatchObject({ numerator: 4, denominator: 4, incidents: 5, all: 6 });
  });

  test('by team: nobody known, North 3 in 3, South 1 in 1', async () => {
    const teams = await onBoth((snapshot) => sumMeasureBy(snapshot, EVERYBODY, AT, 'staff_exposure', 'team'));
    expect(teams.map(({ code, numerator, denominator }) => [code, numerator, denominator])).toEqual([
      [0, 0, 0],
      [north, 3, 3],
      [south, 1, 1],
    ]);
  });

  test('above 1 a week is one of North in the week of 4 March with 2, above 3 nobody', async () => {
    const above = (limit: number) =>
      onBoth((snapshot) => listWeeksAboveLimit(snapshot, EVERYBODY, AT, limit));
    expect(await above(1)).toEqual([
      { team: north, start: '2024-03-04', agents: 1, severe: 2, incidents: 3 },
    ]);
    expect(await above(3)).toEqual([]);
  });
});
