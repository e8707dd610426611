import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { RANDOM_VALUES, randomIncidents } from '@/db/testing/random-record.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Panel, Picture } from '@/lib/charts/chart-model.ts';
import { arbitraryFilters } from '@/lib/filters/arbitrary-filters.ts';
import { exclude, narrow } from '@/lib/filters/edit-filters.ts';
import type { Filters, Period } from '@/lib/filters/filters.ts';
import { DEFAULT_LIST } from '@/lib/filters/list-state.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import { toFrame } from './frame.ts';
import { askHeading } from './heading.ts';
import { incidentsReport } from './incidents.ts';
import { overviewReport } from './overview.ts';
import { ASK_OVERVIEW, askCard } from './overview-panels.ts';
import { openReading } from './reading.ts';

const { records } = await testDatabase();
const NOW = Date.UTC(2024, 6, 1, 12);
const RUNS = 30;

beforeAll(async () => {
  await makeWorkspace(records);
  await makeIncidents(records, randomIncidents(900, 7));
});

const period: fc.Arbitrary<Period> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Period>({ kind: 'preset', preset: 'all' }) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 20, max: 120 })).map(
      ([start, days]): Period => ({
        kind: 'custom',
        firstDay: shiftDays('2024-01-01', start),
        lastDay: shiftDays('2024-01-01', start + days),
      }),
    ),
  },
);

/** Random filters of which most leave a part: one or two dimensions, two of three to what they name. */
const filtersFor = (runs: number): Filters[] =>
  fc
    .sample(arbitraryFilters({ values: RANDOM_VALUES, period }), { numRuns: runs * 4, seed: 20 })
    .filter(({ selections }) => selections.length > 0)
    .slice(0, runs)
    .map((filters, index) => ({
      ...filters,
      measure: null,
      selections: filters.selections
        .filter(({ dimension }, at, all) => all.findIndex((other) => other.dimension === dimension) === at)
        .slice(0, 1 + (index % 2))
        .map((selection) => (index % 3 === 0 ? selection : { ...selection, exclude: false })),
    }));

const listed = async (filters: Filters) =>
  (await incidentsReport(EVERYBODY, filters, DEFAULT_LIST, { record: records, now: NOW })).heading.shown;

const sumOf = (values: readonly (number | null)[]) =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

describe('one number, however it is asked for', () => {
  test('card = sum of each chart = list, for random filters of which at least 70 % leave 1 to 60 %', async () => {
    let inBand = 0;
    for (const filters of filtersFor(RUNS)) {
      const reading = await openReading(records, EVERYBODY, filters, NOW);
      const [{ shown, all }, card, incidents, triggers, outcomes, hours, flow] = await Promise.all([
        askHeading(reading),
        askCard(reading, 'incidents'),
        ASK_OVERVIEW.series(reading, { charted: 'incidents', split: null }),
        ASK_OVERVIEW.triggers(reading),
        ASK_OVERVIEW.outcomes(reading),
        ASK_OVERVIEW.hours(reading),
        ASK_OVERVIEW.flow(reading),
      ]);
      await reading.snapshot.close();
      const { sentence } = toFrame(reading);
      const counted = {
        card: card.numerator,
        weeks: sumOf(incidents.picture?.points.map(({ value }) => value) ?? []),
        bars: sumOf(triggers.picture?.bars.map(({ count }) => count) ?? []),
        cells: sumOf(outcomes.picture?.cells.flat().map(({ count }) => count) ?? []),
        flows: sumOf(
          flow.picture?.nodes.filter(({ column }) => column === 1).map(({ count }) => count) ?? [],
        ),
        list: await listed(filters),
      };
      expect(counted, sentence).toEqual({
        card: shown,
        weeks: shown,
        bars: shown,
        cells: shown,
        flows: shown,
        list: shown,
      });
      if (!filters.selections.some(({ dimension }) => dimension === 'hour')) {
        expect(hours.picture?.total ?? 0, sentence).toBe(await listed(exclude(filters, 'hour', 'unknown')));
      }
      if (shown >= all * 0.01 && shown <= all * 0.6) inBand += 1;
    }
    expect(inBand / RUNS).toBeGreaterThanOrEqual(0.7);
  });

  test('each row of a table twin opens a list of as many incidents', async () => {
    for (const filters of filtersFor(8)) {
      const report = await overviewReport(EVERYBODY, filters, { record: records, now: NOW });
      const panels: Panel<Picture>[] = await Promise.all(Object.values(report.panels));
      for (const panel of panels) {
        const counts = countsOf(panel);
        const last = counts.at(-1);
        for (const mark of [counts[0], counts[Math.floor(counts.length / 2)], last]) {
          if (!mark) continue;
          const opened = narrow(filters, mark.open, report.frame.windows?.current);
          expect(await listed(opened), `${panel.id}: ${mark.name} of ${report.frame.sentence}`).toBe(
            mark.count,
          );
        }
      }
    }
  });
});

/** The marks of a panel that open incidents, each with the count that it shows. */
function countsOf({ picture }: Panel<Picture>) {
  switch (picture?.kind) {
    case 'control':
      return picture.points.map(({ label, value, open }) => ({ name: label, count: value ?? 0, open }));
    case 'pareto':
      return picture.bars.map(({ label, count, open }) => ({ name: label, count, open }));
    case 'heat':
      return picture.cells.flat().flatMap(({ count, open }) => (open ? [{ name: 'cell', count, open }] : []));
    case 'flow':
      return picture.nodes.flatMap(({ label, count, open }) => (open ? [{ name: label, count, open }] : []));
    case 'signals':
      return picture.rows.map(({ series, open }) => ({
        name: series,
        count: Number(/^Open ([\d,]+)/.exec(open.label)?.[1]?.replaceAll(',', '')),
        open: open.narrowing,
      }));
    default:
      return [];
  }
}
