import { expect, test } from 'vitest';
import { rank } from '../analysis/pareto.ts';
import { shareByTeam, type TeamRow } from '../analysis/team-shares.ts';
import { TRIGGERS } from '../taxonomy/editable-sets.ts';
import { drawFile } from './draw.ts';
import { teamBarsPanel } from './team-bars-panel.ts';

const TEAMS = ['North', 'South', 'West'].map((label, index) => ({
  code: index + 1,
  id: String(index + 1),
  label,
  rank: 0,
}));
const row = (team: number, code: number, count: number): TeamRow => ({ team, code, count, incidents: count });

function panelOf(rows: readonly TeamRow[]) {
  const sums = new Map<number, number>();
  for (const { code, count } of rows) sums.set(code, (sums.get(code) ?? 0) + count);
  const ranking = rank(
    [...sums].map(([code, count]) => ({ code, count })),
    null,
    TRIGGERS,
  );
  const subject = { id: 'teams', dimension: 'trigger', weight: 'count', currency: 'GBP' } as const;
  return teamBarsPanel(shareByTeam(rows, ranking, TEAMS), subject, { periodWords: 'May 2024' });
}

const ROWS = [row(1, 1, 6), row(1, 2, 2), row(2, 1, 2), row(2, 2, 7), row(2, 0, 3), row(3, 1, 4)];
const panel = panelOf(ROWS);

test('each team has the same bars in the same order: 6 of 8 in the north are 75 %, 2 of 12 in the south 17 %', () => {
  const [north, south, west] = panel.picture?.teams ?? [];
  expect(panel.picture?.rows.map(({ label }) => label)).toEqual([
    'Billing error',
    'Delay or long wait',
    'All other triggers',
  ]);
  expect(north?.bars?.map(({ counted, share }) => [counted, share])).toEqual([
    ['6 of 8', 0.75],
    ['2 of 8', 0.25],
    ['0 of 8', 0],
  ]);
  expect(south?.bars?.[0]?.share).toBeCloseTo(1 / 6, 12);
  // Four incidents are too few to tell shares of.
  expect(west).toMatchObject({ bars: null, figure: '4' });
  expect(panel.picture?.most).toBe(0.8);
});

test('the headline says what comes first where, and names no team as better or worse', () => {
  expect(panel.headline).toBe('Billing error comes first in 1 of 2 teams, delay or long wait in 1');
  expect(panel.subtitle).toContain('1\u00a0team with too few.');
});

test('each bar opens its own incidents, the last one all that are not shown', () => {
  const [north] = panel.picture?.teams ?? [];
  expect(north?.bars?.[0]).toMatchObject({
    incidents: 6,
    open: {
      selections: [
        { dimension: 'trigger', value: 'billing_error' },
        { dimension: 'team', value: '1' },
      ],
    },
  });
  expect(north?.bars?.[2]?.open).toEqual({
    selections: [{ dimension: 'team', value: '1' }],
    apart: { dimension: 'trigger', values: ['billing_error', 'service_delay'] },
  });
  expect(panel.open?.label).toBe('Open 24\u00a0incidents');
});

test('the table hides the shares of a team with too few, and keeps them for files', () => {
  const west = panel.table.rows[2];
  expect(west?.tooFew).toEqual(['billing_error', 'service_delay', 'others']);
  expect(west?.cells[0]).toBe('West');
});

test('it is drawn side by side in a wide place and below each other in a narrow one', () => {
  const { picture, headline, subtitle } = panel;
  if (!picture) throw new Error('there is something to draw');
  const heightOf = (width: number) => {
    const svg = drawFile(picture, { headline, subtitle, filters: 'All.', made: 'Now.', width });
    for (const { label } of picture.teams) expect(svg).toContain(`>${label}<`);
    expect(svg).not.toMatch(/NaN|undefined/);
    return Number(/height="([\d.]+)"/.exec(svg)?.[1]);
  };
  expect(heightOf(360)).toBeGreaterThan(heightOf(900));
});

test('nothing, and nothing coded, are said', () => {
  expect(panelOf([])).toMatchObject({ picture: null, headline: 'No incidents of any team in this period' });
  expect(panelOf([row(1, 0, 9)])).toMatchObject({
    picture: null,
    headline: 'No incident of any team has a trigger yet',
  });
});
