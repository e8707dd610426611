import { beforeAll, describe, expect, test } from 'vitest';
import { makePeople } from '@/db/testing/detail-factory.ts';
import { expectTold } from '@/db/testing/expect-told.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { randomIncidents } from '@/db/testing/random-record.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { openRecordOf, SIZES } from '@/db/testing/records-of-all-sizes.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Panel, Picture } from '@/lib/charts/chart-model.ts';
import { Forbidden } from '@/lib/errors.ts';
import { narrow } from '@/lib/filters/edit-filters.ts';
import { DEFAULT_LIST } from '@/lib/filters/list-state.ts';
import { parseSkills } from '@/lib/filters/skills-state.ts';
import { incidentsReport } from './incidents.ts';
import { SKILL_PANELS, type SkillPanelId, skillsPanel, skillsReport } from './skills.ts';

const NOW = Date.UTC(2024, 6, 20, 12);
const QUERY = 'period=2024-01-01..2024-06-30';
const { records } = await testDatabase();
const options = { record: records, now: NOW };
let teams = { north: 0, south: 0, small: 0 };
let ann = 0;

beforeAll(async () => {
  await makeWorkspace(records);
  const people = await makePeople(records, {
    North: ['Ann', 'Ben', 'Cat', 'Dan'],
    South: ['Eve', 'Fay', 'Gus', 'Hal'],
    Small: ['Ida', 'Jon'],
  });
  const teamOf = (name: string) => people.get(name)?.team ?? 0;
  teams = { north: teamOf('Ann'), south: teamOf('Eve'), small: teamOf('Ida') };
  ann = people.get('Ann')?.agent ?? 0;
  await makeIncidents(records, randomIncidents(900, 5, [...people.values()]));
});

const read = (query: string) => parseSkills(new URLSearchParams(query));

async function panelOf(id: SkillPanelId, query = QUERY, viewer: Viewer = EVERYBODY): Promise<Panel<Picture>> {
  const { filters, state } = read(query);
  return (await skillsPanel(viewer, filters, id, { ...options, state })).panel;
}

/** Opens each link of a table, and counts what is there beside what the table says. How many links there were. */
async function expectAddresses(
  { table }: Panel<Picture>,
  query = QUERY,
  viewer: Viewer = EVERYBODY,
): Promise<number> {
  const at = table.columns.findIndex(({ id }) => id === 'incidents');
  const { filters } = read(query);
  const links = table.rows.flatMap(({ cells, open, cellOpens }) =>
    [open, ...(cellOpens ?? [])].flatMap((narrowing, place) => {
      const said = cells[place === 0 ? at : place - 1];
      const count = typeof said === 'number' ? said : cells[at];
      return narrowing ? [{ name: cells.slice(0, 3).join(', '), count, narrowing }] : [];
    }),
  );
  for (const { name, count, narrowing } of links) {
    const list = await incidentsReport(viewer, narrow(filters, narrowing), DEFAULT_LIST, options);
    expect([list.heading.shown, list.frame.ignored], name).toEqual([count, []]);
  }
  return links.length;
}

describe('every figure opens exactly the incidents behind it', () => {
  test.each([
    ['gaps', QUERY],
    ['gaps', `${QUERY}&trigger=billing_error&technique=patience,calm_tone`],
    ['agents', `${QUERY}&group=leap`],
    ['effects', `${QUERY}&trigger=billing_error,service_delay`],
    ['strata', QUERY],
    ['leap', `${QUERY}&technique=patience`],
    ['funnel', QUERY],
    ['funnel', `${QUERY}&chart=time_to_close`],
    ['funnel', `${QUERY}&chart=handoff_completeness&channel=phone,chat`],
    ['funnel', `${QUERY}&chart=csat`],
    ['funnel', `${QUERY}&chart=staff_exposure`],
    ['exposure', QUERY],
  ] as const)('%s, %s', { timeout: 60_000 }, async (id, query) => {
    expect(await expectAddresses(await panelOf(id, query), query)).toBeGreaterThan(1);
  });

  test('and the whole panel those with any observation', async () => {
    const { open, table } = await panelOf('gaps');
    const { filters } = read(QUERY);
    const list = await incidentsReport(
      EVERYBODY,
      narrow(filters, open?.narrowing ?? {}),
      DEFAULT_LIST,
      options,
    );
    const observations = table.rows.reduce((sum, { cells }) => sum + Number(cells[3]), 0);
    expect(open?.label).toBe(
      `Open ${list.heading.shown}\u00a0incidents with ${observations.toLocaleString('en-GB')}\u00a0opportunities`,
    );
  });
});

describe('who sees what', () => {
  const manager: Viewer = { actor: 'manager', roles: ['manager'], teams: [] };
  const agent: Viewer = { actor: 'agent', roles: ['agent'], teams: [], agents: [] };

  test('a manager sees no cell of a team of two, no sum that gives it away, and no single person', async () => {
    const viewer = { ...manager, teams: [teams.north, teams.south, teams.small] };
    const { table, picture, open } = await panelOf('gaps', QUERY, viewer);
    const named = table.rows.map(({ cells }) => cells[1]);
    expect(new Set(named)).toEqual(new Set(['North', 'South']));
    expect(picture?.kind === 'matrix' && [picture.foot, open]).toEqual([[], null]);
    await expect(panelOf('agents', QUERY, viewer)).rejects.toThrow(Forbidden);
    const report = await skillsReport(viewer, read(QUERY).filters, ['gaps', 'agents'], options);
    expect(report.panels.agents).toBeNull();
  });

  test('a manager’s filters finer than team and trigger are ignored, and said to be', async () => {
    const viewer = { ...manager, teams: [teams.north, teams.south] };
    const { filters } = read(`${QUERY}&channel=phone&team=${teams.north}`);
    const { frame, panels } = await skillsReport(viewer, filters, ['gaps'], options);
    await panels.gaps;
    expect(frame.ignored.map(({ parameter }) => parameter)).toEqual(['channel']);
  });

  test('an agent sees the own row and the band of the team, and no team, no colleague', async () => {
    const viewer = { ...agent, agents: [ann] };
    await expect(panelOf('gaps', QUERY, viewer)).rejects.toThrow(Forbidden);
    const report = await skillsReport(viewer, read(QUERY).filters, ['own', 'gaps', 'agents'], options);
    expect([report.panels.gaps, report.panels.agents]).toEqual([null, null]);
    const own = await report.panels.own;
    expect(own?.picture?.columns.map(({ label }) => label)).toEqual(['You', 'North']);
    const cells = own?.picture?.groups.flatMap(({ rows }) => rows).map(({ cells: of }) => of[1]?.words);
    expect(cells?.some((words) => words !== '')).toBe(true);
    if (own) expect(await expectAddresses(own, QUERY, viewer)).toBeGreaterThan(3);
  });

  test('of a team of two an agent sees no band: it would tell the colleague', async () => {
    const [ida] = (await makePeople(records, { Pair: ['Kim', 'Lea'] })).values();
    await makeIncidents(
      records,
      [...Array(12).keys()].map((day) => ({
        at: `2024-05-${String(day + 1).padStart(2, '0')}`,
        ...ida,
        techniques: { patience: 'effective' as const },
      })),
    );
    const panel = await panelOf('own', QUERY, { ...agent, agents: [ida?.agent ?? 0] });
    const cells = panel.picture?.kind === 'matrix' ? panel.picture.groups.flatMap(({ rows }) => rows) : [];
    expect(cells.map(({ cells: of }) => [of[0]?.size, of[1]?.words])).toEqual([
      [12, ''],
      [12, ''],
    ]);
  });

  test('whoever handles no incidents has no own row, and is told so', async () => {
    expect((await panelOf('own')).picture).toBeNull();
  });
});

describe.each(SIZES)('with $name', async ({ made }) => {
  const opened = await openRecordOf(made);

  test.each(SKILL_PANELS)(
    '%s says what is seen, how it is counted, and draws it or says why not',
    async (id) => {
      const { filters, state } = read('period=2024-03-25..2024-06-16');
      const { panel } = await skillsPanel(EVERYBODY, filters, id, {
        record: opened.records,
        now: NOW,
        state,
      });
      expectTold(panel);
    },
  );
});
