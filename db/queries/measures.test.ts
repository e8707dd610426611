import { beforeAll, describe, expect, test } from 'vitest';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { ask, EVERYBODY } from '@/db/testing/reading.ts';
import { SMALL_RECORD } from '@/db/testing/small-record.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import {
  sumMeasure,
  sumMeasures,
  sumMeasuresByBucket,
  summariseTimeToClose,
  summariseTimeToCloseByBucket,
} from './measures.ts';

const { records } = await testDatabase();
const own = await testDatabase();

beforeAll(() => makeIncidents(records, SMALL_RECORD));

const sum = (measure: MeasureId, query = '') =>
  ask(records, query, (snapshot, asked) => sumMeasure(snapshot, EVERYBODY, asked, measure));

describe('a measure over the whole window', () => {
  test('six incidents are 6 of 6', async () => {
    expect(await sum('incidents')).toEqual({ numerator: 6, denominator: 6 });
  });

  test('escalated: 3 of the 4 whose path is known, the one that began beyond frontline among them', async () => {
    expect(await sum('escalation_rate')).toEqual({ numerator: 3, denominator: 4 });
  });

  test('resolved: 2 of 4; the pending and the unknown outcome are not in the rate', async () => {
    expect(await sum('resolution_rate')).toEqual({ numerator: 2, denominator: 4 });
  });

  test('resolved at the first level: 1 of the 3 with a known path and outcome', async () => {
    expect(await sum('first_level_resolution')).toEqual({ numerator: 1, denominator: 3 });
  });

  test('calmed: 1 of 2, since 3 to 3 is no calming', async () => {
    expect(await sum('de_escalation_rate')).toEqual({ numerator: 1, denominator: 2 });
  });

  test('unclassified: 1 of 6', async () => {
    expect(await sum('unclassified_share')).toEqual({ numerator: 1, denominator: 6 });
  });

  test('several in one question are what each is alone: 2 of 4 resolved and 1 of 6 unclassified, of 6 incidents', async () => {
    const sums = await ask(records, '', (snapshot, asked) =>
      sumMeasures(snapshot, EVERYBODY, asked, ['resolution_rate', 'unclassified_share']),
    );
    expect(sums).toEqual({
      total: 6,
      fractions: {
        resolution_rate: { numerator: 2, denominator: 4 },
        unclassified_share: { numerator: 1, denominator: 6 },
      },
    });
  });

  test('nothing asked for is 0 of 0', async () => {
    expect(await sum('resolution_rate', 'trigger=dispute_legal')).toEqual({ numerator: 0, denominator: 0 });
  });
});

describe('a measure by week', () => {
  test('three incidents in the week of 26 February, none in the two between, three in that of 11 March', async () => {
    const weeks = await ask(records, '', (snapshot, asked) =>
      sumMeasuresByBucket(snapshot, EVERYBODY, asked, ['incidents'], 'week'),
    );
    const incidents = { numerator: 3, denominator: 3 };
    expect(weeks).toEqual([
      { start: '2024-02-26', total: 3, fractions: { incidents } },
      { start: '2024-03-11', total: 3, fractions: { incidents } },
    ]);
  });

  test('by month the leap day belongs to February', async () => {
    const months = await ask(records, '', (snapshot, asked) =>
      sumMeasuresByBucket(snapshot, EVERYBODY, asked, ['escalation_rate'], 'month'),
    );
    expect(months).toEqual([
      { start: '2024-02-01', total: 3, fractions: { escalation_rate: { numerator: 2, denominator: 3 } } },
      { start: '2024-03-01', total: 3, fractions: { escalation_rate: { numerator: 1, denominator: 1 } } },
    ]);
  });
});

describe('time to close', () => {
  test('60, 120 and 180 minutes: median 120, 90th percentile 120 + 0.8 of 60 = 168', async () => {
    const all = await ask(records, '', (snapshot, asked) => summariseTimeToClose(snapshot, EVERYBODY, asked));
    expect(all).toEqual({ median: 120, p90: 168, n: 3, open: 0, all: 6 });
  });

  test('by week: 60 and 180 have the median 120; 120 alone is itself', async () => {
    const weeks = await ask(records, '', (snapshot, asked) =>
      summariseTimeToCloseByBucket(snapshot, EVERYBODY, asked, 'week'),
    );
    expect(weeks.map(({ start, median, n }) => [start, median, n])).toEqual([
      ['2024-02-26', 120, 2],
      ['2024-03-11', 120, 1],
    ]);
  });

  test('nothing closed has no median', async () => {
    const none = await ask(records, 'trigger=technical_issue', (snapshot, asked) =>
      summariseTimeToClose(snapshot, EVERYBODY, asked),
    );
    expect(none).toEqual({ median: null, p90: null, n: 0, open: 0, all: 1 });
  });
});

describe('repeats', () => {
  test('1 of 2: same customer and trigger 30 days after; 31 days after is none, and the first 30 days are left out', async () => {
    const [customer] = await own.sql`insert into customer (pseudonym) values ('C-1') returning customer_id`;
    const from = { trigger: 'billing_error', customer: Number(customer?.customer_id) };
    await makeIncidents(own.records, [
      { at: '2024-01-01', ...from },
      { at: '2024-01-31', ...from, daysSincePrevious: 30 },
      { at: '2024-03-02', ...from, daysSincePrevious: 31 },
      { at: '2024-03-03', trigger: 'billing_error' },
      { at: '2024-03-04', customer: from.customer },
      { at: '2024-01-30', ...from, daysSincePrevious: 29 },
    ]);
    const repeats = await ask(
      own.records,
      '',
      (snapshot, asked) => sumMeasure(snapshot, EVERYBODY, asked, 'repeat_rate'),
      { coverageFrom: '2024-01-01' },
    );
    expect(repeats).toEqual({ numerator: 1, denominator: 2 });
  });
});
