import { describe, expect, test } from 'vitest';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { SMALL_RECORD } from '@/db/testing/small-record.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { overviewReport } from './overview.ts';
import { toOverviewAnswer } from './overview-answer.ts';

const none = await testDatabase();
const one = await testDatabase();
const six = await testDatabase();
const NOW = Date.UTC(2024, 2, 20, 12);

const answer = async ({ records }: typeof none, query = '') =>
  toOverviewAnswer(
    await overviewReport(EVERYBODY, parseFilters(new URLSearchParams(query)), { record: records, now: NOW }),
  );

describe('an empty record', () => {
  test('0 of 0, no coverage, and every panel without rows says why', async () => {
    await makeWorkspace(none.records);
    const report = await answer(none);
    expect(report.incidents).toEqual({ shown: 0, all: 0, unclassified: 0, withoutPath: 0, setAside: 0 });
    expect(report.coverage).toBeNull();
    for (const panel of Object.values(report.panels)) expect(panel?.rows).toEqual([]);
    for (const measure of report.measures.slice(1)) expect(measure.value).toBeNull();
  });
});

describe('one incident', () => {
  test('1 of 1 in one week, one bar of 100 %, and no share is told of a single case', async () => {
    await makeWorkspace(one.records);
    await makeIncidents(one.records, [
      { at: '2024-02-29T10:00', trigger: 'billing_error', outcome: 'resolved', path: ['frontline'] },
    ]);
    const report = await answer(one);
    expect(report.incidents).toEqual({ shown: 1, all: 1, unclassified: 0, withoutPath: 0, setAside: 0 });
    expect(report.panels.triggers?.rows).toMatchObject([{ trigger: 'Billing error', count: 1, share: 1 }]);
    const resolution = report.measures.find(({ measure }) => measure === 'resolution_rate');
    expect(resolution).toMatchObject({ numerator: 1, denominator: 1 });
    expect(resolution?.verdict.state).toBe('few');
  });
});

describe('six incidents with a gap week', () => {
  test('weeks of 26 Feb, 4 and 11 March hold 3, 0 and 3: an empty week inside the record is zero', async () => {
    await makeWorkspace(six.records);
    await makeIncidents(six.records, SMALL_RECORD);
    const report = await answer(six, 'period=2024-02-26..2024-03-17');
    expect(report.panels.series?.rows.map((row) => Object.values(row)[1])).toEqual([3, 0, 3]);
    expect(report.incidents).toEqual({ shown: 6, all: 6, unclassified: 1, withoutPath: 2, setAside: 0 });
  });

  test('no figure is counted before the frame is out, and the same ones after it', async () => {
    let isOut = () => {};
    const after = () =>
      new Promise<void>((resolve) => {
        isOut = resolve;
      });
    const report = await overviewReport(EVERYBODY, parseFilters(new URLSearchParams()), {
      record: six.records,
      now: NOW,
      after,
    });
    // Everything that was asked by then is answered before this is.
    await answer(six);
    expect(await Promise.race([report.heading, Promise.resolve('nothing yet')])).toBe('nothing yet');
    isOut();
    expect((await toOverviewAnswer(report)).incidents).toMatchObject({ shown: 6, all: 6 });
  });

  test('a custom period holds its last day: to 11 March there are 4, to 10 March 3', async () => {
    expect((await answer(six, 'period=2024-02-26..2024-03-11')).incidents.shown).toBe(4);
    expect((await answer(six, 'period=2024-02-26..2024-03-10')).incidents.shown).toBe(3);
  });

  test('the comparison is the same question in another window: 3 in the first week, none in the week before', async () => {
    const report = await answer(six, 'period=2024-03-11..2024-03-17&compare=2024-02-26..2024-03-03');
    expect(report.comparison).toMatchObject({ firstDay: '2024-02-26', lastDay: '2024-03-03' });
    expect(report.measures[0]).toMatchObject({ numerator: 3 });
    expect(report.measures[0]?.comparison).toMatch(/^3 in/);
  });

  test('what is not in the record is said and left out of the filter', async () => {
    const report = await answer(six, 'trigger=ghosts,billing_error');
    expect(report.filters.ignored).toHaveLength(1);
    expect(report.incidents.shown).toBe(2);
  });
});
