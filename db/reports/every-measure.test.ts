import { beforeAll, expect, test } from 'vitest';
import { withCopy } from '@/db/testing/both-engines.ts';
import { makePeople, makeVolumes } from '@/db/testing/detail-factory.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { randomVolumes } from '@/db/testing/random-details.ts';
import { mulberry32, randomIncidents } from '@/db/testing/random-record.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { ControlChart, Panel } from '@/lib/charts/chart-model.ts';
import { narrow } from '@/lib/filters/edit-filters.ts';
import type { Narrowing } from '@/lib/filters/filters.ts';
import { DEFAULT_LIST } from '@/lib/filters/list-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { MEASURE_IDS, type MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import { incidentsReport } from './incidents.ts';
import { ASK_OVERVIEW } from './overview-panels.ts';
import { openReading } from './reading.ts';

const opened = await testDatabase();
const { records } = opened;
const options = { record: records, now: Date.UTC(2024, 5, 20, 12) };
const filters = parseFilters(new URLSearchParams('period=2024-01-10..2024-05-31&compare=none'));

beforeAll(async () => {
  await makeWorkspace(records);
  const people = [...(await makePeople(records, { North: ['a', 'b'], South: ['c'] })).values()];
  await makeIncidents(records, randomIncidents(400, 31, people));
  const teams = [...new Set(people.map(({ team }) => team))];
  // Longer than the record: contacts of days without any incident are not counted.
  await makeVolumes(records, randomVolumes(mulberry32(32), teams, '2023-12-01', 260));
});

/** The chart of a measure over time, as the overview asks for it. */
async function seriesOf(charted: MeasureId, asked = filters): Promise<Panel<ControlChart>> {
  const reading = await openReading(records, EVERYBODY, asked, options.now);
  return ASK_OVERVIEW.series(reading, { charted, split: null }).finally(reading.snapshot.close);
}

const countBehind = async (narrowing: Narrowing) => {
  const { heading } = await incidentsReport(EVERYBODY, narrow(filters, narrowing), DEFAULT_LIST, options);
  return heading.shown;
};

test('each measure opens as many incidents as its link says, and each of its points as many as it says', async () => {
  for (const id of MEASURE_IDS) {
    const panel = await seriesOf(id);
    const shown = await countBehind(panel.open?.narrowing ?? {});
    expect(panel.open?.label.replaceAll(/[\u00a0,]/g, ' '), id).toContain(`Open ${shown} incident`);
    const points = panel.picture?.points ?? [];
    const largest = points.toSorted((one, other) => other.incidents - one.incidents).slice(0, 2);
    for (const point of largest) expect(await countBehind(point.open), id).toBe(point.incidents);
  }
});

test('the list of a measure whose records are not incidents says both numbers, as its link does', async () => {
  for (const id of [
    'handoff_completeness',
    'follow_up_kept_rate',
    'incident_rate',
    'staff_exposure',
  ] as const) {
    const panel = await seriesOf(id);
    const { measure } = await incidentsReport(
      EVERYBODY,
      narrow(filters, panel.open?.narrowing ?? {}),
      DEFAULT_LIST,
      options,
    );
    const { count = 0, many = '', among = '' } = measure?.records ?? {};
    const numerator = measure?.numerator
      ? `, ${measure.numerator.count.toLocaleString('en-GB')} ${measure.numerator.words}`
      : '';
    expect(panel.open?.label.replaceAll('\u00a0', ' '), id).toMatch(
      new RegExp(`^Open [0-9]+ incidents ${among} ${count.toLocaleString('en-GB')} ${many}${numerator}$`),
    );
  }
});

test('charts and tables of all measures are the same of the copy and of the record', async () => {
  const answers = async () => {
    const found: unknown[] = [];
    for (const id of MEASURE_IDS) found.push(await seriesOf(id));
    return found;
  };
  const fromRecord = await answers();
  expect(fromRecord).toHaveLength(MEASURE_IDS.length);
  await withCopy(opened, async () => expect(await answers()).toEqual(fromRecord));
});

test('a filter that contacts are not known by narrows the incidents of a rate alone, and the chart says so', async () => {
  const billing = parseFilters(
    new URLSearchParams('period=2024-01-10..2024-05-31&trigger=billing_error&channel=phone'),
  );
  const panel = await seriesOf('incident_rate', billing);
  expect(panel.subtitle).toContain('Incidents are narrowed by trigger, contacts are not');
  expect(MEASURES.incident_rate.words.definition).toContain('any other filter narrows the incidents');
});
