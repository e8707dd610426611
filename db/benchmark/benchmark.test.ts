import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { addStages } from '@/bin/bench/add-stages.ts';
import { toDocument } from '@/bin/bench/document.ts';
import { noteStages } from '@/bin/bench/during.ts';
import { describeMachine } from '@/bin/bench/machine.ts';
import { toText } from '@/bin/bench/print.ts';
import { type Result, STAGES } from '@/bin/bench/result.ts';
import { runSize } from '@/bin/bench/run-size.ts';
import { toTables } from '@/bin/bench/tables.ts';
import { timeEach } from '@/bin/bench/time-each.ts';
import { FACT_QUESTIONS } from '@/db/queries/fact-questions.ts';
import { OVERVIEW_PANELS } from '@/db/reports/report-types.ts';
import { scratchFolder } from '@/db/testing/scratch-home.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { cancelStatements } from './cancel-statements.ts';

const SMALL = {
  runs: 1,
  warm: 0,
  minutes: 60,
  directFrom: 300,
  pages: false,
  json: false,
  document: '',
  sizes: [],
  stages: STAGES.filter((stage) => stage !== 'pages'),
};

test('a benchmark of 300 incidents measures every question and every part, on both engines and beside its limit; measured again alone, questions leave the rest as it was, and where there is no time for them, themselves, too; made directly, each incident is there twice', async () => {
  const home = scratchFolder();
  const kept: Result[] = [];
  const keep = (stage: Result) => kept.push(stage);
  const { result } = await runSize(
    { incidents: 300, made: 'record' },
    { ...SMALL, home },
    { say: () => {}, keep },
  );
  expect(kept.map(({ measured }) => Object.keys(measured))).toEqual([
    ['refresh'],
    ['reports'],
    ['questions'],
    ['export'],
    ['questions-record'],
    ['reports-record'],
    ['intake'],
  ]);
  expect(kept.reduce(addStages)).toEqual(result);
  const named = (kind: string) => result.compared.filter((one) => one.kind === kind).map(({ name }) => name);
  expect(named('question')).toEqual(Object.keys(FACT_QUESTIONS));
  expect(named('part')).toEqual(['heading', 'cards', ...OVERVIEW_PANELS]);
  expect(named('report')).toEqual([
    'overview',
    'skill gaps',
    'what works',
    'teams compared',
    'list of incidents',
    'values of a filter',
    'palette',
    'watch-list',
    'weeks for watch-lists',
    'patterns',
    'themes',
    'search, rare words',
    'search, common words',
    'pattern scan',
  ]);
  expect(Object.keys(result.measured)).toEqual(expect.arrayContaining([...SMALL.stages]));
  const times = result.compared.flatMap(({ facts, record, limit }) => [facts, record, limit ?? facts]);
  expect(times.every((one) => one?.runs === 1 && one.median > 0 && one.median <= one.p95)).toBe(true);
  expect(result.refresh?.afterChanges.runs).toBe(1);
  expect(result.intake?.import).toMatchObject({ incidents: 300 });
  expect(result.intake?.seed.copySeconds).toBeGreaterThan(0);
  expect(result.incidents).toBeGreaterThan(250);
  expect(toText(result)).toContain('countByFlow');
  expect(toDocument([result])).toContain('| overview |');

  const { result: questions } = await runSize(
    { incidents: 300, made: 'record' },
    { ...SMALL, home, stages: ['questions'] },
    { say: () => {} },
  );
  const later = addStages(result, questions);
  expect(later.compared.map(({ facts }) => facts)).toEqual(
    result.compared.map((one, place) =>
      one.kind === 'question'
        ? questions.compared.find(({ name }) => name === one.name)?.facts
        : result.compared[place]?.facts,
    ),
  );
  expect([later.refresh, later.measured.refresh]).toEqual([result.refresh, result.measured.refresh]);

  const cut: Result[] = [];
  await runSize(
    { incidents: 300, made: 'record' },
    { ...SMALL, home, stages: ['questions'], minutes: 0 },
    { say: () => {}, keep: (stage) => cut.push(stage) },
  );
  expect(cut).toHaveLength(1);
  expect(cut.reduce(addStages, result).compared).toEqual(result.compared);

  const { result: direct } = await runSize(
    { incidents: 600, made: 'direct' },
    { ...SMALL, home },
    { say: () => {} },
  );
  const before = toDocument([{ ...result, incidents: 10_000 }, result, direct]);
  const headings = toDocument([{ ...result, incidents: result.incidents + 1 }], before).match(/^## .*/gm);
  expect(headings, 'other sizes stay as they were measured elsewhere').toEqual([
    `## ${result.incidents + 1} incidents`,
    `## ${direct.incidents} incidents, made directly as facts`,
    '## 10,000 incidents',
    '## How to measure',
  ]);
  expect(direct.incidents).toBe(2 * result.incidents);
  expect(direct.compared.every(({ record }) => record === null)).toBe(true);
  expect([direct.refresh, direct.intake]).toEqual([null, null]);
}, 120_000);

test('one that fails takes nothing from those before and after it, and one that cannot be measured here is not said to be', async () => {
  const kept: unknown[] = [];
  const failed: unknown[] = [];
  const during = noteStages(['refresh', 'reports', 'pages', 'intake'], {
    say: () => {},
    keep: (figures, measured) => kept.push([figures, Object.keys(measured)]),
    fail: (error) => failed.push(error),
  });
  const broken = new Error('the disk is full');
  await during('refresh', async () => ({ memoryMb: 1 }));
  await during('reports', () => Promise.reject(broken));
  await during('questions', async () => ({ memoryMb: 2 }));
  await during('pages', async () => null);
  await during('intake', async () => ({ memoryMb: 3 }));
  expect(kept).toEqual([
    [{ memoryMb: 1 }, ['refresh']],
    [{ memoryMb: 3 }, ['intake']],
  ]);
  expect(failed).toEqual([broken]);
});

test('what the record would take ten minutes for is given up, with every statement of it: its time is at least what it had', async () => {
  const { records } = await testDatabase();
  const times = await timeEach(
    ['first', 'second'],
    { warm: 0, most: { seconds: 0.05, giveUp: () => cancelStatements(records) } },
    {
      before: async () => records,
      run: (of) => of.execute(sql`select pg_sleep(600)`),
      after: async () => {},
    },
  );
  expect(times).toEqual({ median: 50, p95: 50, runs: 1, isCut: true });
  const overview = { kind: 'report', name: 'overview', record: times, limit: null } as const;
  const facts = { median: 10, p95: 20, runs: 30 };
  const [reports] = toTables({ ...NOTHING, compared: [{ ...overview, facts }] }).filter(
    ({ title }) => title === 'Reports',
  );
  expect(reports?.rows).toEqual([
    ['overview', '10.0 ms', '20.0 ms', '≥ 50.0 ms (1)', '≥ 50.0 ms', '≥ 5.00 ×'],
  ]);
});

const NOTHING: Result = {
  ...{ incidents: 1, made: 'record', machine: describeMachine(), measured: {}, compared: [] },
  ...{ refresh: null, memoryMb: null, seededInSeconds: null, intake: null, takeOut: null, page: null },
};
