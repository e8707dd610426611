import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { withCopy } from '@/db/testing/both-engines.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { RANDOM_VALUES, randomIncidents } from '@/db/testing/random-record.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { arbitraryFilters } from '@/lib/filters/arbitrary-filters.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import { DEFAULT_LIST, SORT_KEYS } from '@/lib/filters/list-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { filterOptions } from './filter-options.ts';
import { incidentsReport } from './incidents.ts';
import { overviewReport } from './overview.ts';
import { toOverviewAnswer } from './overview-answer.ts';

const opened = await testDatabase();
const { records, sql } = opened;
const options = { record: records, now: Date.UTC(2024, 6, 1, 12) };

beforeAll(async () => {
  await makeWorkspace(records);
  await makeIncidents(records, randomIncidents(300, 3));
});

const sample = (numRuns: number): Filters[] =>
  fc
    .sample(arbitraryFilters({ values: RANDOM_VALUES }), { numRuns, seed: 8 })
    .map((filters, run) => ({ ...filters, selections: filters.selections.slice(0, run % 3) }));

/** What the reports say of these filters, without the moment at which they were asked. */
async function answer(filters: Filters, run: number) {
  const {
    asOf: _asOf,
    version: _version,
    ...overview
  } = await toOverviewAnswer(await overviewReport(EVERYBODY, filters, options));
  const sort = SORT_KEYS[run % SORT_KEYS.length] ?? 'occurred';
  const asked = {
    ...DEFAULT_LIST,
    sort,
    descending: run % 2 === 0,
    place: run % 2 === 0 ? 'first' : 'last',
  } as const;
  const { list, page, rows, columns, measure } = await incidentsReport(EVERYBODY, filters, asked, options);
  const offered = await filterOptions(EVERYBODY, filters, 'hour', { record: records });
  return { overview, list, page, rows, columns, measure, offered };
}

test('overview, list and filter options say the same of 6 random filters whether they read the copy or the record', async () => {
  const filters = sample(6);
  const fromRecord: Awaited<ReturnType<typeof answer>>[] = [];
  for (const [run, one] of filters.entries()) fromRecord.push(await answer(one, run));
  await withCopy(opened, async () => {
    for (const [run, one] of filters.entries()) {
      expect(await answer(one, run), JSON.stringify(one)).toEqual(fromRecord[run]);
    }
  });
});

test('an incident that was deleted since the copy is counted in it and has no row: 50 numbers, 49 rows', async () => {
  await withCopy(opened, async () => {
    const all = parseFilters(new URLSearchParams('period=all'));
    const before = await incidentsReport(EVERYBODY, all, DEFAULT_LIST, options);
    await sql`delete from incident where number = ${before.rows[3]?.number ?? 0}`;
    const after = await incidentsReport(EVERYBODY, all, DEFAULT_LIST, options);
    expect([after.heading.shown, after.rows.length]).toEqual([300, 49]);
    expect(after.rows.map(({ number }) => number)).toEqual(
      before.rows.filter((_, place) => place !== 3).map(({ number }) => number),
    );
  });
});
