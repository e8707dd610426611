import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSnapshot, type Snapshot } from '@/db/facts/snapshot.ts';
import { listVocabularies } from '@/db/queries/vocabularies.ts';
import { withCopy } from '@/db/testing/both-engines.ts';
import { makePeople, makeVolumes } from '@/db/testing/detail-factory.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { randomVolumes } from '@/db/testing/random-details.ts';
import { mulberry32, RANDOM_VALUES, randomIncidents } from '@/db/testing/random-record.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { type Asked, toAsked } from '@/db/where.ts';
import { arbitraryFilters } from '@/lib/filters/arbitrary-filters.ts';
import { bucketWindow } from '@/lib/filters/buckets.ts';
import type { OneValued } from '@/lib/filters/dimensions.ts';
import { intersection } from '@/lib/filters/local-dates.ts';
import { MEASURE_IDS, type MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import { addUp, measureValue, noSums, type Sums } from '@/lib/measures/sums.ts';
import { countIncidents } from './incident-counts.ts';
import { sumMeasures, sumMeasuresBy, sumMeasuresByBucket } from './measures.ts';

const opened = await testDatabase();
const WINDOW = { from: '2024-01-10', until: '2024-05-20' };
const AS_OF = { coverageFrom: '2024-01-01', today: '2024-04-15' };
const samples: Asked[] = [];

beforeAll(async () => {
  const { records } = opened;
  await makeWorkspace(records);
  const people = [...(await makePeople(records, { North: ['a', 'b'], South: ['c'], West: ['d'] })).values()];
  await makeIncidents(records, randomIncidents(500, 21, people));
  // Of two in three incidents the customer is known, one of five; the one before was up to 44 days earlier.
  await opened.sql`insert into customer (pseudonym) select 'C-' || n from generate_series(1, 5) as n`;
  await opened.sql`update incident set days_since_previous = number % 45,
    customer_id = (select customer_id from customer where pseudonym = 'C-' || (1 + number % 5)) where number % 3 > 0`;
  const teams = [...new Set(people.map(({ team }) => team))];
  await makeVolumes(records, randomVolumes(mulberry32(22), teams, '2024-01-01', 182));
  const vocabularies = await listVocabularies(records, EVERYBODY);
  const filters = fc.sample(arbitraryFilters({ values: RANDOM_VALUES }), { numRuns: 7, seed: 9 });
  for (const [run, { selections }] of filters.entries()) {
    const some = { selections: selections.slice(0, run % 3), measure: null };
    samples.push(toAsked(some, vocabularies, run % 2 === 0 ? WINDOW : null, AS_OF));
  }
});

/** Asks of a copy, which the record agrees with, of every sample. */
async function ofEach(check: (snapshot: Snapshot, asked: Asked) => Promise<void>): Promise<void> {
  await withCopy(opened, async () => {
    const snapshot = await openSnapshot(opened.records);
    try {
      for (const asked of samples) await check(snapshot, asked);
    } finally {
      await snapshot.close();
    }
  });
}

const wholeOf = (snapshot: Snapshot, asked: Asked) => sumMeasures(snapshot, EVERYBODY, asked, MEASURE_IDS);
const figure = (sums: ReadonlyMap<MeasureId, Sums>, id: MeasureId) => sums.get(id) ?? noSums(MEASURES[id]);
const summed = ({ numerator, denominator, incidents, all, beside }: Sums) => ({
  numerator,
  denominator,
  incidents,
  all,
  beside,
});

describe('every measure, with random filters', () => {
  test('a share is of no more than all, what is left out is never negative, and most measures have something to tell', async () => {
    const told = new Set<MeasureId>();
    await ofEach(async (snapshot, asked) => {
      const sums = await wholeOf(snapshot, asked);
      for (const id of MEASURE_IDS) {
        const { aggregate, grain } = MEASURES[id];
        const { numerator, denominator, incidents, all } = figure(sums, id);
        if (aggregate === 'share') expect(numerator, id).toBeLessThanOrEqual(denominator);
        if (grain !== 'contact' && grain !== 'agent_week') expect(denominator, id).toBeLessThanOrEqual(all);
        if (grain !== 'contact') expect(incidents > 0, id).toBe(denominator > 0);
        if (measureValue(MEASURES[id], figure(sums, id))) told.add(id);
      }
    });
    expect([...told].toSorted()).toEqual([...MEASURE_IDS].toSorted());
  });

  test('the incidents that a link opens are as many as the measure says, and asked of those alone it says the same', async () => {
    await ofEach(async (snapshot, asked) => {
      const sums = await wholeOf(snapshot, asked);
      for (const id of MEASURE_IDS) {
        const narrowed = { ...asked, measure: id };
        const opens = await countIncidents(snapshot, EVERYBODY, narrowed);
        expect(opens, id).toBe(figure(sums, id).incidents);
        const again = figure(await sumMeasures(snapshot, EVERYBODY, narrowed, [id]), id);
        const { all: _, beside: __, ...same } = figure(sums, id);
        expect(again, id).toMatchObject(same);
      }
    });
  });

  test('weeks add up to the whole, and each is what it is alone', async () => {
    await ofEach(async (snapshot, asked) => {
      const sums = await wholeOf(snapshot, asked);
      const weeks = await sumMeasuresByBucket(snapshot, EVERYBODY, asked, MEASURE_IDS, 'week');
      for (const id of MEASURE_IDS) {
        const rows = weeks.get(id) ?? [];
        expect(summed(addUp(MEASURES[id], rows)), id).toEqual(summed(figure(sums, id)));
      }
      const [start] = weeks.get('incidents')?.map((row) => row.start) ?? [];
      if (!start) return;
      const week = bucketWindow(start, 'week');
      const window = asked.window ? intersection(week, asked.window) : week;
      const alone = await wholeOf(snapshot, { ...asked, window });
      for (const id of MEASURE_IDS) {
        const row = weeks.get(id)?.find((each) => each.start === start) ?? noSums(MEASURES[id]);
        expect(summed(row), id).toEqual(summed(figure(alone, id)));
        expect(measureValue(MEASURES[id], row), id).toEqual(measureValue(MEASURES[id], figure(alone, id)));
      }
    });
  });

  test.each<OneValued>(['trigger', 'team', 'path'])(
    'values of the %s add up to the whole, but for weeks and contacts that several of them share',
    async (dimension) => {
      await ofEach(async (snapshot, asked) => {
        const sums = await wholeOf(snapshot, asked);
        const values = await sumMeasuresBy(snapshot, EVERYBODY, asked, MEASURE_IDS, dimension);
        for (const id of MEASURE_IDS) {
          const all = summed(addUp(MEASURES[id], values.get(id) ?? []));
          const { grain } = MEASURES[id];
          const isShared = grain === 'agent_week' || (grain === 'contact' && dimension !== 'team');
          const whole = summed(figure(sums, id));
          expect({ ...all, ...(isShared ? { denominator: whole.denominator } : {}) }, id).toEqual(whole);
          if (isShared) expect(all.denominator, id).toBeGreaterThanOrEqual(whole.denominator);
        }
      });
    },
  );
});
