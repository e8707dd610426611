import { beforeAll, expect, test } from 'vitest';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { onBothEngines } from '@/db/testing/both-engines.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { randomIncidents } from '@/db/testing/random-record.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { type Asked, EVERYTHING } from '@/db/where.ts';
import { MEASURE_IDS, type MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import {
  sumMeasures,
  sumMeasuresByBucket,
  sumMeasuresByBucketInWindows,
  sumMeasuresByEach,
  sumMeasuresInWindows,
} from './measures.ts';

const opened = await testDatabase();

beforeAll(() => makeIncidents(opened.records, randomIncidents(300, 11)));

/** What no contacts stand below: of incidents, steps and follow-ups. */
const PLAIN = MEASURE_IDS.filter((id) => !['contact', 'agent_week'].includes(MEASURES[id].grain));

/** Each by itself: as a whole, with values that are not known, and of every record. */
const WAYS = [null, 'hour', 'team'] as const;

const within = (from: string, until: string, more: Partial<Asked> = {}): Asked => ({
  ...EVERYTHING,
  coverageFrom: '2024-01-01',
  today: '2024-12-31',
  window: { from, until },
  ...more,
});

const SETS: [string, Asked[]][] = [
  ['that follow one another', [within('2024-05-01', '2024-06-01'), within('2024-04-01', '2024-05-01')]],
  ['with days between them', [within('2024-06-01', '2024-06-20'), within('2024-04-03', '2024-04-29')]],
  [
    'of which there are three',
    [
      within('2024-05-15', '2024-06-01'),
      within('2024-05-01', '2024-05-15'),
      within('2024-04-01', '2024-04-20'),
    ],
  ],
  ['that have days in common', [within('2024-04-10', '2024-06-01'), within('2024-04-01', '2024-05-01')]],
  ['of which one has nothing', [within('2024-04-01', '2024-05-01'), within('2020-04-01', '2020-05-01')]],
];

test.each(SETS)('windows %s are answered as each by itself, on both engines', async (_, askeds) => {
  for (const ids of [PLAIN, MEASURE_IDS]) await compare(askeds, ids);
});

async function compare(askeds: readonly Asked[], ids: readonly MeasureId[]): Promise<void> {
  const each = (snapshot: Snapshot) =>
    Promise.all([
      Promise.all(askeds.map((asked) => sumMeasures(snapshot, EVERYBODY, asked, ids))),
      Promise.all(askeds.map((asked) => sumMeasuresByBucket(snapshot, EVERYBODY, asked, ids, 'week'))),
      Promise.all(askeds.map((asked) => sumMeasuresByEach(snapshot, EVERYBODY, [asked], ids, WAYS))).then(
        (found) => found.flat(),
      ),
    ]);
  const together = (snapshot: Snapshot) =>
    Promise.all([
      sumMeasuresInWindows(snapshot, EVERYBODY, askeds, ids),
      sumMeasuresByBucketInWindows(snapshot, EVERYBODY, askeds, ids, 'week'),
      sumMeasuresByEach(snapshot, EVERYBODY, askeds, ids, WAYS),
    ]);
  await onBothEngines(opened, async (record, copy) => {
    const expected = await each(record);
    expect(expected[0][0]?.get('incidents')?.all).toBeGreaterThan(10);
    expect(await together(record)).toEqual(expected);
    expect(await together(copy)).toEqual(expected);
  });
}

const TRIGGER = { dimension: 'trigger', exclude: false, codes: [1] } as const;

test('windows with filters of their own keep them', async () => {
  const askeds = [
    within('2024-05-01', '2024-06-01', { selections: [TRIGGER] }),
    within('2024-04-01', '2024-05-01'),
  ];
  await onBothEngines(opened, async (_, copy) => {
    const found = await sumMeasuresInWindows(copy, EVERYBODY, askeds, ['incidents']);
    const alone = await Promise.all(
      askeds.map((asked) => sumMeasures(copy, EVERYBODY, asked, ['incidents'])),
    );
    expect(found).toEqual(alone);
  });
});
