import { beforeAll, describe, expect, test } from 'vitest';
import { makeCustomers, makePeople } from '@/db/testing/detail-factory.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { randomIncidents } from '@/db/testing/random-record.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { Forbidden, NotFound } from '@/lib/errors.ts';
import { parseOverview } from '@/lib/filters/overview-state.ts';
import { isNamedPage, PACK_PAGES, type PackPageId } from '@/lib/packs/pack-pages.ts';
import { overviewPanel } from './overview.ts';
import { makePack } from './pack.ts';
import { OVERVIEW_PANELS } from './report-types.ts';

const NOW = Date.UTC(2024, 6, 20, 12);
const QUERY = 'period=2024-01-01..2024-06-30&channel=phone';
const { records } = await testDatabase();
const options = { record: records, now: NOW };

beforeAll(async () => {
  await makeWorkspace(records);
  const people = await makePeople(records, { North: ['Ann', 'Ben'], South: ['Eve', 'Fay'] });
  await makeCustomers(records, 10);
  await makeIncidents(records, randomIncidents(600, 5, [...people.values()]));
});

const PAGES = (Object.keys(PACK_PAGES) as PackPageId[]).filter((page) => !isNamedPage(page));

describe.each(PAGES)('%s', (page) => {
  test('has each panel that its registry names, in its order, and outlives being written down', async () => {
    const pack = await makePack(EVERYBODY, page, QUERY, options);
    const named = Object.entries(PACK_PAGES[page].panels).filter(([id]) => id !== 'own');
    expect(pack.panels.map(({ id, name }) => [id, name])).toEqual(named);
    expect(JSON.parse(JSON.stringify(pack))).toEqual(pack);
    expect(pack.shown.count).toBeGreaterThan(0);
    expect(pack.methods.map(({ id }) => id)).toContain('counted');
    for (const { definition } of pack.panels)
      expect(pack.methods.map(({ id }) => id)).toContain(definition.passage);
  });
});

test('the overview has the figures that each of its panels has by itself', async () => {
  const pack = await makePack(EVERYBODY, 'overview', QUERY, options);
  const { filters, state } = parseOverview(new URLSearchParams(QUERY));
  for (const id of OVERVIEW_PANELS) {
    const { panel } = await overviewPanel(EVERYBODY, filters, id, { ...options, state });
    const packed = pack.panels.find((one) => one.id === id);
    expect(packed?.table.rows.map(({ cells }) => cells)).toEqual(panel.table.rows.map(({ cells }) => cells));
    expect(packed?.headline).toBe(panel.headline);
  }
});

test('each watched series is one row of the signals, and as many are too few there as beside the picture', async () => {
  const pack = await makePack(EVERYBODY, 'overview', QUERY, options);
  const signals = pack.panels.find(({ id }) => id === 'signals');
  if (signals?.picture?.kind !== 'signals') throw new Error('there are no signals');
  const { judged, few } = signals.picture;
  const states = signals.table.rows.map(({ cells }) => cells[1]);
  expect(states.filter((state) => state === 'Too few to judge')).toHaveLength(few);
  expect(states).toHaveLength(judged + few);
  const names = signals.table.rows.map(({ cells }) => cells[0]);
  expect(new Set(names).size).toBe(names.length);
});

test('its address opens the page with the same filters, and its query makes the same again', async () => {
  const pack = await makePack(EVERYBODY, 'overview', `${QUERY}&chart=escalation_rate`, options);
  expect(pack.address).toBe(`/?${pack.query}`);
  expect(pack.query).toContain('chart=escalation_rate');
  const again = await makePack(EVERYBODY, 'overview', pack.query, options);
  expect(again.panels).toEqual(pack.panels);
});

test('filters, dates and what could not be read are said in words', async () => {
  const pack = await makePack(EVERYBODY, 'overview', `${QUERY}&colour=red`, options);
  expect(pack.filters).toEqual([{ label: 'Channel', words: 'phone' }]);
  expect(pack.period).toEqual({ firstDay: '2024-01-01', lastDay: '2024-06-30' });
  expect(pack.ignored).toEqual([expect.stringContaining('colour=red')]);
  expect(pack.madeAt).toBe('2024-07-20T12:00:00.000Z');
});

test('nobody gets a page that they may not see, nor a pattern that is not there', async () => {
  const trainer: Viewer = { actor: 'trainer', roles: ['trainer'], teams: 'all' };
  await expect(makePack(trainer, 'overview', QUERY, options)).rejects.toThrow(Forbidden);
  await expect(makePack(EVERYBODY, 'pattern', 'pattern=7', options)).rejects.toThrow(NotFound);
});
