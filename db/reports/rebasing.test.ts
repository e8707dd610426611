import { beforeAll, describe, expect, test } from 'vitest';
import { rebaseSeries } from '@/db/commands/rebase-series.ts';
import { undoRebase } from '@/db/commands/undo-rebase.ts';
import { user } from '@/db/schema/accounts.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { overviewReport } from './overview.ts';

const { records } = await testDatabase();
const FIRST = '2024-01-01';
const NOW = Date.UTC(2024, 11, 4, 12);
/** The 25th of 48 weeks, from which there are 14 or 12 incidents in place of 6 or 4; the last one is not over. */
const STEP = shiftDays(FIRST, 24 * 7);
const ME = '00000000-0000-4000-8000-000000000001';
const analyst: Viewer = { ...EVERYBODY, actor: `account:${ME}`, roles: ['qa'] };

beforeAll(async () => {
  await makeWorkspace(records);
  await records.insert(user).values({
    id: ME,
    name: 'Ada Example',
    email: 'ada@example.org',
    createdAt: new Date(0),
    updatedAt: new Date(0),
    roles: ['qa'],
  });
  const weeks = Array.from({ length: 48 }, (_, week) => (week < 24 ? 6 : 14) - (week % 2) * 2);
  await makeIncidents(
    records,
    weeks.flatMap((count, week) =>
      Array.from({ length: count }, (_, hour) => ({
        at: `${shiftDays(FIRST, week * 7)}T${String(hour).padStart(2, '0')}:00`,
        trigger: 'billing_error' as const,
      })),
    ),
  );
});

const filters = (query = 'period=all') => parseFilters(new URLSearchParams(query));
const ask = async (viewer: Viewer, query?: string) => {
  const report = await overviewReport(viewer, filters(query), { record: records, now: NOW });
  const [rebasing, series, [card]] = await Promise.all([report.rebasing, report.panels.series, report.cards]);
  return { rebasing, series, card };
};

describe('48 weeks with a step at the 25th', () => {
  test('suggest that week; accepted, the old limits stay drawn, the line says why, and it can be undone', async () => {
    const { rebasing } = await ask(analyst);
    expect(rebasing).toMatchObject({ measure: 'incidents', refusal: null, made: [] });
    expect(rebasing?.suggestions).toEqual([
      {
        day: STEP,
        isLarge: true,
        evidence: expect.stringMatching(
          /^23 weeks in a row above the centre, since the week of 17 Jun 2024\./,
        ),
      },
    ]);

    const entry = { measure: 'incidents', day: STEP, reason: 'one line in place of two' } as const;
    const rebaseId = await rebaseSeries(records, analyst, filters(), entry, new Date(NOW));
    const after = await ask(analyst);
    expect(
      after.series.picture?.segments.map(({ firstIndex, lastIndex }) => [firstIndex, lastIndex]),
    ).toEqual([
      [0, 23],
      [24, 46],
    ]);
    expect(after.series.picture?.events).toMatchObject([
      { index: 24, words: 'limits re-based: one line in place of two' },
    ]);
    expect(after.card?.verdict.words).toBe('No real change');
    expect(after.rebasing?.suggestions).toEqual([]);
    expect(after.rebasing?.made).toEqual([
      { rebaseId, day: STEP, reason: 'one line in place of two', by: 'Ada Example, 4 Dec 2024' },
    ]);

    await undoRebase(records, analyst, rebaseId, new Date(NOW));
    const undone = await ask(analyst);
    expect(undone.series.picture?.segments).toHaveLength(1);
    expect(undone.rebasing?.made).toEqual([]);
  });

  test('what was said of all incidents says nothing of those on the phone', async () => {
    const entry = { measure: 'incidents', day: STEP, reason: 'one line in place of two' } as const;
    const rebaseId = await rebaseSeries(records, analyst, filters(), entry, new Date(NOW));
    const { rebasing, series } = await ask(analyst, 'period=all&trigger=billing_error');
    expect(rebasing?.made).toEqual([]);
    expect(series.picture?.segments).toHaveLength(1);
    await undoRebase(records, analyst, rebaseId, new Date(NOW));
  });
});

test('what was said of a trigger holds in the watch-list of all incidents as in its own: no list leads to a chart that says otherwise', async () => {
  const listed = async (query: string) => {
    const report = await overviewReport(analyst, filters(query), { record: records, now: NOW });
    const { picture } = await report.panels.signals;
    const named = picture?.rows.map(({ series }) => series) ?? [];
    return named.filter((series) => ['Incidents', 'Incidents, billing error'].includes(series));
  };
  const [all, own] = ['period=all', 'period=all&trigger=billing_error'];
  const [before, ownBefore] = [await listed(all), await listed(own)];
  const entry = { measure: 'incidents', day: STEP, reason: 'one line in place of two' } as const;
  const rebaseId = await rebaseSeries(records, analyst, filters(own), entry, new Date(NOW));
  const [after, ownAfter] = [await listed(all), await listed(own)];
  await undoRebase(records, analyst, rebaseId, new Date(NOW));
  expect({ before, ownBefore, after, ownAfter, undone: await listed(all) }).toEqual({
    before: ['Incidents', 'Incidents, billing error'],
    ownBefore: ['Incidents', 'Incidents, billing error'],
    after: ['Incidents'],
    ownAfter: [],
    undone: ['Incidents', 'Incidents, billing error'],
  });
});

test('whoever may only look is shown the lines and no form', async () => {
  const key: Viewer = { actor: 'key:1', roles: [], scopes: ['read_reports'], teams: 'all' };
  expect((await ask(key)).rebasing).toBeNull();
});

test('a manager who is an agent too is told why, and that a team as filter helps', async () => {
  const both: Viewer = { actor: 'account:2', roles: ['manager', 'agent'], teams: [1], agents: [7] };
  const { rebasing } = await ask(both);
  expect(rebasing?.refusal).toMatch(/^You see incidents of your own/);
  expect(rebasing?.suggestions).toEqual([]);
});
