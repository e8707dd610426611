import { beforeAll, describe, expect, test } from 'vitest';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { ask, EVERYBODY } from '@/db/testing/reading.ts';
import { SMALL_RECORD } from '@/db/testing/small-record.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { sumMeasureBy, sumMeasures, sumMeasuresByBucket } from './measures.ts';

const { records } = await testDatabase();
const own = await testDatabase();

beforeAll(() => makeIncidents(records, SMALL_RECORD));

/** Above and below the line, and out of how many. */
const sum = async (measure: MeasureId, query = '') => {
  const all = await ask(records, query, (snapshot, asked) =>
    sumMeasures(snapshot, EVERYBODY, asked, [measure]),
  );
  const { numerator, denominator } = all.get(measure) ?? {};
  return [numerator, denominator];
};

describe('a measure over the whole window', () => {
  test('six incidents are 6 of 6', async () => {
    expect(await sum('incidents')).toEqual([6, 6]);
  });

  test('escalated: 3 of the 4 whose path is known, the one that began beyond frontline among them', async () => {
    expect(await sum('escalation_rate')).toEqual([3, 4]);
  });

  test('resolved: 2 of 4; the pending and the unknown outcome are not in the rate', async () => {
    expect(await sum('resolution_rate')).toEqual([2, 4]);
  });

  test('resolved at the first level: 1 of the 3 with a known path and outcome', async () => {
    expect(await sum('first_level_resolution')).toEqual([1, 3]);
  });

  test('calmed: 1 of 2, since 3 to 3 is no calming', async () => {
    expect(await sum('de_escalation_rate')).toEqual([1, 2]);
  });

  test('lost: 1 of 4, disengaged safely: none of the same 4', async () => {
    expect(await sum('customer_lost_rate')).toEqual([1, 4]);
    expect(await sum('safe_disengagement_rate')).toEqual([0, 4]);
  });

  test('bounced: 1 of the 3 that were escalated', async () => {
    expect(await sum('bounce_rate')).toEqual([1, 3]);
  });

  test('unclassified: 1 of 6', async () => {
    expect(await sum('unclassified_share')).toEqual([1, 6]);
  });

  test('several in one question are what each is alone, with 1 of 6 pending beside the resolved', async () => {
    const sums = await ask(records, '', (snapshot, asked) =>
      sumMeasures(snapshot, EVERYBODY, asked, ['resolution_rate', 'unclassified_share']),
    );
    expect(sums.get('resolution_rate')).toEqual({
      numerator: 2,
      denominator: 4,
      incidents: 4,
      all: 6,
      median: null,
      p90: null,
      beside: [1],
    });
    expect(sums.get('unclassified_share')).toMatchObject({ numerator: 1, denominator: 6, beside: [] });
  });

  test('nothing asked for is 0 of 0', async () => {
    expect(await sum('resolution_rate', 'trigger=dispute_legal')).toEqual([0, 0]);
  });
});

describe('a measure by week', () => {
  test('three incidents in the week of 26 February, none in the two between, three in that of 11 March', async () => {
    const weeks = await ask(records, '', (snapshot, asked) =>
      sumMeasuresByBucket(snapshot, EVERYBODY, asked, ['incidents'], 'week'),
    );
    expect(weeks.get('incidents')).toMatchObject([
      { start: '2024-02-26', numerator: 3, denominator: 3 },
      { start: '2024-03-11', numerator: 3, denominator: 3 },
    ]);
  });

  test('by month the leap day belongs to February', async () => {
    const months = await ask(records, '', (snapshot, asked) =>
      sumMeasuresByBucket(snapshot, EVERYBODY, asked, ['escalation_rate'], 'month'),
    );
    expect(months.get('escalation_rate')).toMatchObject([
      { start: '2024-02-01', numerator: 2, denominator: 3, all: 3 },
      { start: '2024-03-01', numerator: 1, denominator: 1, all: 3 },
    ]);
  });
});

describe('a measure by value', () => {
  test('billing errors 1 of 2, delays 1 of 1 and 1 pending, technical issues none of 1', async () => {
    const triggers = await ask(records, '', (snapshot, asked) =>
      sumMeasureBy(snapshot, EVERYBODY, asked, 'resolution_rate', 'trigger'),
    );
    expect(
      triggers.map(({ code, numerator, denominator, all }) => [code, numerator, denominator, all]),
    ).toEqual([
      [0, 0, 0, 1],
      [1, 1, 2, 2],
      [2, 1, 1, 2],
      [3, 0, 1, 1],
    ]);
  });

  test('and by month: 2 billing errors in February, one of them resolved', async () => {
    const months = await ask(records, 'trigger=billing_error', (snapshot, asked) =>
      sumMeasureBy(snapshot, EVERYBODY, asked, 'resolution_rate', 'trigger', 'month'),
    );
    expect(months).toMatchObject([{ start: '2024-02-01', code: 1, numerator: 1, denominator: 2 }]);
  });
});

describe('time to close', () => {
  const times = async (query = '') => {
    const sums = await ask(records, query, (snapshot, asked) =>
      sumMeasures(snapshot, EVERYBODY, asked, ['time_to_close']),
    );
    return sums.get('time_to_close');
  };

  test('60, 120 and 180 minutes: median 120, 90th percentile 120 + 0.8 of 60 = 168', async () => {
    expect(await times()).toMatchObject({ median: 120, p90: 168, denominator: 3, beside: [0], all: 6 });
  });

  test('by week: 60 and 180 have the median 120; 120 alone is itself', async () => {
    const weeks = await ask(records, '', (snapshot, asked) =>
      sumMeasuresByBucket(snapshot, EVERYBODY, asked, ['time_to_close'], 'week'),
    );
    expect(weeks.get('time_to_close')).toMatchObject([
      { start: '2024-02-26', median: 120, denominator: 2 },
      { start: '2024-03-11', median: 120, denominator: 1 },
    ]);
  });

  test('nothing closed has no median', async () => {
    expect(await times('trigger=technical_issue')).toMatchObject({ median: null, denominator: 0, all: 1 });
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
      (snapshot, asked) => sumMeasures(snapshot, EVERYBODY, asked, ['repeat_rate']),
      { coverageFrom: '2024-01-01' },
    );
    expect(repeats.get('repeat_rate')).toMatchObject({ numerator: 1, denominator: 2 });
  });
});
