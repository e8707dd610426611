import { beforeAll, expect, test } from 'vitest';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { withCopy } from '@/db/testing/both-engines.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { randomIncidents } from '@/db/testing/random-record.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { SMALL_RECORD } from '@/db/testing/small-record.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { layBuckets } from '@/lib/analysis/series.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { openReading, type Reading } from './reading.ts';
import { makeWatchedSums, toWholeBuckets, watchedSums } from './watched-sums.ts';

const small = await testDatabase();
const random = await testDatabase();
const empty = await testDatabase();

beforeAll(async () => {
  for (const { records } of [small, random, empty]) await makeWorkspace(records);
  await makeIncidents(small.records, SMALL_RECORD);
  await makeIncidents(random.records, randomIncidents(300, 3));
});

/** Every sum with its measure, value and the first day of its bucket. The order of values is nobody's concern. */
async function list(reading: Reading) {
  const { buckets } = layBuckets(reading.windows, reading.bucket);
  const found = (await watchedSums(reading)).flatMap(({ id, sums, pieces }) =>
    [...pieces.places].flatMap(([by, values]) =>
      [...values].flatMap(([code, places]) =>
        places.map((place) => {
          const { numerator, denominator, median, all, beside } = sums.sumsOf(place);
          const start = buckets[pieces.bucketOf(place)]?.start;
          return { id, by, code, start, numerator, denominator, median, all, beside };
        }),
      ),
    ),
  );
  const keyOf = ({ id, by, code, start }: (typeof found)[number]) => [id, by, code, start].join(' ');
  return found.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

async function read<Answer>(
  { records }: typeof small,
  query: string,
  ask: (reading: Reading) => Promise<Answer>,
): Promise<Answer> {
  const filters = parseFilters(new URLSearchParams(query));
  const reading = await openReading(records, EVERYBODY, filters, Date.UTC(2024, 6, 1, 12));
  try {
    return await ask(toWholeBuckets(reading));
  } finally {
    await reading.snapshot.close();
  }
}

/** A snapshot of which nothing can be asked. */
const unasked = (snapshot: Snapshot) =>
  ({
    ...snapshot,
    get facts(): never {
      throw new Error('the facts were asked');
    },
  }) as Snapshot;

test('of three weeks with 3, 0 and 3 incidents the first is left out where its Monday is not looked at', async () => {
  const count = async (reading: Reading) =>
    (await list(reading))
      .filter(({ id, by }) => id === 'incidents' && by === null)
      .map(({ start, numerator }) => [start, numerator]);
  const both = async () => [
    await read(small, 'period=2024-02-26..2024-03-17', count),
    await read(small, 'period=2024-02-27..2024-03-17', count),
    await read(small, 'period=2024-02-26..2024-03-16', count),
    await read(small, 'period=2024-03-13..2024-03-16', count),
  ];
  const expected = [
    [
      ['2024-02-26', 3],
      ['2024-03-11', 3],
    ],
    [['2024-03-11', 3]],
    [['2024-02-26', 3]],
    [],
  ];
  expect(await both()).toEqual(expected);
  await withCopy(small, async () => expect(await both()).toEqual(expected));
});

test('without filters every sum of any period is that of the record, and is not asked of the copy once all weeks are made', async () => {
  const periods = ['period=2024-01-10..2024-05-30', 'period=2024-03-04..2024-03-31', 'period=all'];
  const own = await Promise.all(periods.map((query) => read(random, query, list)));
  expect(own.map(({ length }) => length > 400)).toEqual([true, true, true]);
  const listUnasked = (reading: Reading) => list({ ...reading, snapshot: unasked(reading.snapshot) });
  await withCopy(random, async () => {
    expect(await read(random, periods[0] ?? '', list)).toEqual(own[0]);
    await expect(read(random, periods[0] ?? '', listUnasked)).rejects.toThrow('the facts were asked');
    await read(random, 'period=last-4-weeks&channel=chat', makeWatchedSums);
    for (const [place, query] of periods.entries())
      expect(await read(random, query, listUnasked), query).toEqual(own[place]);
    await expect(read(random, 'period=all&channel=chat', listUnasked)).rejects.toThrow(
      'the facts were asked',
    );
  });
});

test('with a filter the sums are those of the record, too', async () => {
  const query = 'period=2024-01-10..2024-05-30&channel=phone,chat';
  const own = await read(random, query, list);
  await withCopy(random, async () => expect(await read(random, query, list)).toEqual(own));
});

test('of a record without incidents there are no weeks, and to make them is no failure', async () => {
  await withCopy(empty, async () => {
    await read(empty, 'period=all', makeWatchedSums);
    expect(await read(empty, 'period=all', list)).toEqual([]);
    expect(await read(empty, '', list)).toEqual([]);
  });
});
