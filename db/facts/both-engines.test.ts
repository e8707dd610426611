import { drizzle } from 'drizzle-orm/pg-proxy';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { recountRepeats } from '@/db/commands/incidents/recount-repeats.ts';
import { FACT_QUESTIONS } from '@/db/queries/fact-questions.ts';
import { listVocabularies } from '@/db/queries/vocabularies.ts';
import { refusalOf } from '@/db/testing/allowed-sql.ts';
import { onBothEngines } from '@/db/testing/both-engines.ts';
import { makeCustomers, makePeople, makeVolumes } from '@/db/testing/detail-factory.ts';
import { type MadeIncident, makeIncidents } from '@/db/testing/incident-factory.ts';
import { namesOfFactQuestions } from '@/db/testing/names-of-fact-questions.ts';
import { randomVolumes } from '@/db/testing/random-details.ts';
import { mulberry32, RANDOM_VALUES, randomIncidents } from '@/db/testing/random-record.ts';
import { EVERYBODY, UNREAD } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { type Asked, EVERYTHING, toAsked } from '@/db/where.ts';
import { arbitraryFilters } from '@/lib/filters/arbitrary-filters.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import { MEASURE_IDS } from '@/lib/measures/measure-ids.ts';

const opened = await testDatabase();
const INCIDENTS = 1200;
const RUNS = 9;
const COVERAGE = '2024-01-01';
const AS_OF = { coverageFrom: COVERAGE, today: '2024-05-01' };
const questions = Object.entries(FACT_QUESTIONS).flatMap(([name, all]) => all.map((ask) => ({ name, ask })));

const samples: Asked[] = [];

beforeAll(async () => {
  const { records } = opened;
  await makeWorkspace(records);
  const people = [...(await makePeople(records, { North: ['a', 'b'], South: ['c'] })).values()];
  const customers = await makeCustomers(records, 90);
  await makeIncidents(records, randomIncidents(INCIDENTS, 11, people).map(returning(customers)));
  await recountRepeats(records, customers);
  const teams = [...new Set(people.map(({ team }) => team))];
  await makeVolumes(records, randomVolumes(mulberry32(12), teams, COVERAGE, 182));
  const vocabularies = await listVocabularies(opened.records, EVERYBODY);
  samples.push(...randomFilters().map((filters, run) => toSample(filters, run, vocabularies)));
});

/** Two in three are of somebody who comes back, and some promises have a reason why they were not kept. */
function returning(customers: readonly number[]) {
  return (one: MadeIncident, index: number): MadeIncident => {
    const followUps = (one.followUps ?? []).map((each) =>
      index % 2 ? each : { ...each, reason: (['no_time', 'forgotten'] as const)[index % 4 === 0 ? 0 : 1] },
    );
    const customer = index % 3 === 0 ? undefined : customers[(index * 7) % customers.length];
    return { ...one, followUps, ...(customer ? { customer } : {}) };
  };
}

/** One or two dimensions, every third excluded; then a window or a measure, in turn. */
function randomFilters(): Filters[] {
  return fc
    .sample(arbitraryFilters({ values: RANDOM_VALUES }), { numRuns: RUNS * 8, seed: 5 })
    .filter(({ selections }) => selections.length > 0)
    .slice(0, RUNS);
}

function toSample(
  filters: Filters,
  run: number,
  vocabularies: Awaited<ReturnType<typeof listVocabularies>>,
): Asked {
  const selections = filters.selections
    .slice(0, run % 3 === 0 ? 2 : 1)
    .map((selection) => ({ ...selection, exclude: run % 4 === 0 }));
  const from = shiftDays(COVERAGE, (run * 7) % 60);
  const window = run % 2 === 0 ? null : { from, until: shiftDays(from, 60 + run) };
  const measure = run % 2 === 1 ? (MEASURE_IDS[run % MEASURE_IDS.length] ?? null) : null;
  return toAsked({ selections, measure }, vocabularies, window, AS_OF);
}

test('every question of db/queries about facts is among those asked here', () => {
  expect(namesOfFactQuestions().toSorted()).toEqual(Object.keys(FACT_QUESTIONS).toSorted());
});

test(`${questions.length} questions with ${RUNS} random filters have the same rows in the same order on both engines`, {
  timeout: 120_000,
}, async () => {
  await onBothEngines(opened, async (record, copy) => {
    let telling = 0;
    for (const asked of [EVERYTHING, ...samples]) {
      const share = (await FACT_QUESTIONS.countIncidents?.[0]?.(copy, EVERYBODY, asked)) as number;
      if (asked !== EVERYTHING && share / INCIDENTS >= 0.01 && share / INCIDENTS <= 0.6) telling += 1;
      for (const { name, ask } of questions) {
        const [one, other] = [await ask(record, EVERYBODY, asked), await ask(copy, EVERYBODY, asked)];
        expect(other, `${name} of ${JSON.stringify(asked)}`).toEqual(one);
      }
    }
    expect(telling / RUNS).toBeGreaterThanOrEqual(0.7);
  });
});

test('whoever may see two teams gets the rows of those two on both engines', async () => {
  const viewer = { ...EVERYBODY, teams: [1, 2] };
  await onBothEngines(opened, async (record, copy) => {
    for (const { name, ask } of questions) {
      const [one, other] = [await ask(record, viewer, EVERYTHING), await ask(copy, viewer, EVERYTHING)];
      expect(other, name).toEqual(one);
    }
  });
});

describe('what a question about facts may say', () => {
  test('all questions keep to what both engines answer alike', async () => {
    const statements: string[] = [];
    const facts = drizzle(async (statement) => {
      statements.push(statement);
      return { rows: [] };
    });
    const snapshot = { facts, ...UNREAD };
    for (const asked of [EVERYTHING, ...samples])
      for (const { ask } of questions) await ask(snapshot, EVERYBODY, asked);
    expect(statements.length).toBeGreaterThanOrEqual((RUNS + 1) * questions.length);
    expect([...new Set(statements)].flatMap((statement) => refusalOf(statement) ?? [])).toEqual([]);
  });

  test.each([
    ['select round(avg(csat)) from fact_incident', 'round'],
    ["select to_char(occurred_on, 'YYYY') from fact_incident", 'to_char'],
    ['select width_bucket(csat, 0, 5, 5) from fact_incident', 'width_bucket'],
    ["select date_trunc('week', occurred_on, 'UTC') from fact_incident", 'time zone'],
    ['select count(*) from incident', 'not part of the facts'],
    ['select count(*) from fact_step join team on true', 'not part of the facts'],
    ['select count(*) from fact_incident where trigger = any($1)', 'any'],
    ['delete from fact_incident', 'changes'],
    ['select "label" from fact_incident order by "label"', 'text'],
  ])('%s is refused', (statement, reason) => {
    expect(refusalOf(statement)).toContain(reason);
  });
});
