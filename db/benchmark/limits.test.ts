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
import { limitOf, type Statement } from './limits.ts';
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

/**
 * The rows of the statements that a part asks, and of the one that is its limit, in an order of their own.
 * @param isMeant of the statements those that the limit stands beside; all of them unless given
 * @param told what the part is said to ask; what it does ask unless given
 */
async function rowsOf(
  part: (typeof OVERVIEW_PARTS)[number],
  reading: Reading,
  isMeant: (statement: Statement) => boolean = () => true,
  told?: readonly Statement[],
) {
  const copy = await factsOf(records)?.open();
  if (!copy) throw new Error('there is no copy');
  const statements = await statementsOf(part, reading, copy.reader);
  const limit = limitOf(part, reading, told ?? statements);
  if (!limit) throw new Error(`${part} has no limit`);
  const ask = async (asked: readonly Statement[]) => {
    const rows: unknown[][] = [];
    for (const { text, parameters } of asked) rows.push(...(await copy.reader.ask(text, parameters)));
    return rows;
  };
  const answers = { own: await ask(statements.filter(isMeant)), least: await ask([limit]) };
  await copy.reader.close();
  return answers;
}

/** Those that count by week; what is told exactly of a signal is asked once it is found. */
const ofWeeks = ({ text }: Statement) => text.includes('grouping sets');

/** What a row says, wherever it stands in it: a limit has columns of several questions. */
const figures = (row: readonly unknown[]) => row.filter((each) => each !== null);

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
      const { own, least } = await rowsOf('signals', reading, ofWeeks);
      expect(own.length).toBeGreaterThan(50);
      expect(sorted(least.map(figures)), `signals of ${query}`).toEqual(sorted(own.map(figures)));
      await reading.snapshot.close();
    }
  });
});

test('the statement by hand counts both periods of a change, and its splits where the part asks for them', async () => {
  await withCopy(opened, async () => {
    const query = 'period=2024-05-01..2024-05-31&compare=previous';
    const reading = await openReading(records, EVERYBODY, parseFilters(new URLSearchParams(query)));
    const { own, least } = await rowsOf('changed', reading);
    const series = await rowsOf('series', reading);
    expect(own.length).toBeGreaterThan(0);
    // Nothing is found in two months, so nothing is split: what is asked is the course.
    expect(sorted(least.map(figures))).toEqual(sorted(series.own.map(figures)));
    // With splits the incidents of both periods are counted once more by each of five dimensions.
    const split = await rowsOf('changed', reading, undefined, [{ text: 'grouping sets', parameters: [] }]);
    const [counted, incidents] = [split.least, series.least].map((rows) =>
      rows.reduce((sum, row) => sum + Number(row.at(-2) ?? 0), 0),
    );
    expect(counted).toBe(5 * (incidents ?? 0));
    await reading.snapshot.close();
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
