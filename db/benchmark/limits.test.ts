import { beforeAll, expect, test } from 'vitest';
import { factsOf } from '@/db/facts/facts.ts';
import { openReading, type Reading } from '@/db/reports/reading.ts';
import { contactVolume, team as teamTable } from '@/db/schema/organisation.ts';
import { withCopy } from '@/db/testing/both-engines.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { randomIncidents } from '@/db/testing/random-record.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { repeat } from './direct-facts.ts';
import { limitOf } from './limits.ts';
import { askPart, OVERVIEW_PARTS } from './overview-parts.ts';
import { statementsOf } from './own-statements.ts';

const opened = await testDatabase();
const { records } = opened;

beforeAll(async () => {
  await makeWorkspace(records);
  await makeIncidents(records, randomIncidents(400, 5));
  const [team] = await records.insert(teamTable).values({ name: 'Of contacts' }).returning();
  const day = { teamId: team?.teamId ?? 0, channel: 1, contacts: 40 };
  await records
    .insert(contactVolume)
    .values(['2024-05-06', '2024-05-07'].map((each) => ({ ...day, day: each })));
});

const QUERIES = [
  'period=2024-04-01..2024-05-31',
  'period=all&channel=phone',
  'period=2024-05-01..2024-06-16&outcome.not=unknown',
];

/** The rows of the statements that a part asks, and of the one that is its limit, in an order of their own. */
async function rowsOf(part: (typeof OVERVIEW_PARTS)[number], reading: Reading) {
  const copy = await factsOf(records)?.open();
  if (!copy) throw new Error('there is no copy');
  const limit = limitOf(part, reading);
  const [own, least] = [await statementsOf(part, reading, copy.reader), limit ? [limit] : []];
  const ask = async (statements: typeof own) => {
    const rows: unknown[][] = [];
    for (const { text, parameters } of statements) rows.push(...(await copy.reader.ask(text, parameters)));
    return rows;
  };
  const answers = { own: await ask(own), least: await ask(least), isByHand: limit !== null };
  await copy.reader.close();
  return answers;
}

/** The weeks that are counted, and the days of which contacts are known, which are the last column. */
const weeksAndDays = (rows: readonly unknown[][]) =>
  [0, -1].map((column) => new Set(rows.map((row) => row.at(column)).filter((each) => each !== null)));

/** A row of several questions as the one of them gives it that it belongs to. */
const parted = (row: readonly unknown[]) => (row.at(-1) === null ? row.slice(0, -1) : row.slice(-1));

const sorted = (rows: readonly unknown[][]) => rows.map((row) => JSON.stringify(row)).sort();

test('the statement by hand gives the rows of the questions that it stands beside', async () => {
  await withCopy(opened, async () => {
    for (const query of QUERIES) {
      const reading = await openReading(records, EVERYBODY, parseFilters(new URLSearchParams(query)));
      for (const part of ['triggers', 'outcomes', 'hours', 'flow'] as const) {
        const { own, least } = await rowsOf(part, reading);
        expect(sorted(least), `${part} of ${query}`).toEqual(sorted(own));
      }
      const series = await rowsOf('series', reading);
      expect(sorted(series.least.map(parted)), `series of ${query}`).toEqual(sorted(series.own));
      const cards = await rowsOf('cards', reading);
      expect(weeksAndDays(cards.least), `cards of ${query}`).toEqual(weeksAndDays(series.least));
      await reading.snapshot.close();
    }
  });
});

test('every part of the overview is asked as the report asks it', async () => {
  const reading = await openReading(records, EVERYBODY, parseFilters(new URLSearchParams('period=all')));
  for (const part of OVERVIEW_PARTS) expect(await askPart(part, reading)).toBeTruthy();
  await reading.snapshot.close();
});

test('2 lines of 2 incidents, 3 times each, are 6 lines of 6 incidents in the order of the first', async () => {
  const lines = repeat(
    () =>
      (async function* () {
        yield '1\ta\n2\t\n';
      })(),
    3,
  );
  let made = '';
  for await (const piece of lines({
    name: '',
    create: '',
    select: '',
    selectLines: '',
    insert: '',
    staging: null,
  }))
    made += piece;
  expect(made).toBe('3\ta\n4\ta\n5\ta\n6\t\n7\t\n8\t\n');
});
