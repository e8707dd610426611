import { beforeAll, expect, test } from 'vitest';
import { withCopy } from '@/db/testing/both-engines.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import { DEFAULT_OVERVIEW } from '@/lib/filters/overview-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import type { ChartKind } from '@/lib/statistics/control-chart.ts';
import { overviewReport } from './overview.ts';

const opened = await testDatabase();
const { records } = opened;

/** Days between one incident and the next: about a fortnight eleven times, then one day and two. */
const GAPS = [13, 15, 13, 15, 13, 15, 13, 15, 13, 15, 13, 1, 2, 1, 2, 1, 2, 1, 2];
const DAYS = [0, ...GAPS.map((_, index) => GAPS.slice(0, index + 1).reduce((sum, gap) => sum + gap, 0))].map(
  (day) => shiftDays('2024-01-01', day),
);

beforeAll(async () => {
  await makeWorkspace(records);
  await makeIncidents(
    records,
    DAYS.map((day) => ({ at: `${day}T10:00`, trigger: 'billing_error', outcome: 'resolved' })),
  );
});

/** What is said of incidents on their card, on their chart and in the list of signals. */
async function told(until: string, kind: ChartKind | null = null) {
  const report = await overviewReport(
    EVERYBODY,
    parseFilters(new URLSearchParams(`period=2024-01-01..${until}`)),
    { record: records, now: Date.parse(`${until}T12:00:00Z`), state: { ...DEFAULT_OVERVIEW, kind } },
  );
  const [[card], series, signals, changed] = await Promise.all([
    report.cards,
    report.panels.series,
    report.panels.signals,
    report.panels.changed,
  ]);
  const { kinds } = series.offer;
  return {
    value: card?.value,
    verdict: card?.verdict.words,
    headline: series.headline,
    points: series.picture?.points.length,
    drawn: kinds.find(({ isDrawn }) => isDrawn)?.kind,
    usual: kinds.find(({ isUsual }) => isUsual)?.kind,
    signals: signals.picture?.rows.map(({ measure, of, sentence }) => [measure, of, sentence]) ?? [],
    changed: changed.headline,
  };
}

test('20 incidents in 24 weeks are judged by the days between: card, chart and list of signals say the same of a burst', async () => {
  // To the power 1 / 3.6 the gaps have the mean 1.668, and 1.306 to 2.030 as their usual range: 2.6 to 12.8 days.
  const burst = await told('2024-06-14');
  expect(burst).toMatchObject({ drawn: 't', usual: 't', points: 19 });
  expect(burst.verdict).toContain('below lower limit');
  expect(burst.headline).toMatch(/^Incidents, time between two: .*below the lower limit .*2\.6–12\.8/);
  expect(burst.signals).toEqual([['incidents', null, expect.stringContaining('below the lower limit')]]);
  await withCopy(opened, async () => expect(await told('2024-06-14')).toEqual(burst));
});

test('by hand the weeks are drawn, which no rule is applied to, and the list goes on being judged by what fits', async () => {
  const byHand = await told('2024-06-14', 'xmr');
  expect(byHand).toMatchObject({ drawn: 'xmr', usual: 't', points: 24 });
  expect(byHand.verdict).toBe('Too few: under one a week');
  expect(byHand.signals).toHaveLength(1);
});

test('12 of them have 11 gaps, too few for limits: the weeks are drawn, and judged nowhere', async () => {
  const few = await told(DAYS[11] ?? '');
  expect(few).toMatchObject({
    drawn: 'xmr',
    usual: 'xmr',
    verdict: 'Too few: under one a week',
    signals: [],
  });
});
