import { expect, it } from 'vitest';
import type { Pack, PackPanel } from '../packs/pack.ts';
import { comparePacks } from './compare-packs.ts';
import { figuresOfPack } from './figures-of-pack.ts';

type Cell = string | number | null;

const COLUMNS = [
  { id: 'trigger', label: 'Trigger', form: 'text' },
  { id: 'count', label: 'Incidents', form: 'count' },
  { id: 'share', label: 'Share', form: 'share' },
] as const;

function panel(rows: Cell[][], total: Cell[] | null = null, more: Partial<PackPanel> = {}): PackPanel {
  return {
    id: 'triggers',
    name: 'Triggers',
    headline: 'Billing comes first',
    table: { columns: COLUMNS, rows: rows.map((cells) => ({ cells, open: null })), total },
    ...more,
  } as PackPanel;
}

function pack(...panels: PackPanel[]): Pack {
  return {
    panels,
    shown: { count: 10, of: 10, unclassified: 0, withoutPath: 0 },
    madeAt: '2026',
  } as unknown as Pack;
}

it('of three figures one is another now: 4 of 10 became 6 of 12, its share 0.4 became 0.5', () => {
  const then = pack(
    panel(
      [
        ['Billing', 4, 0.4],
        ['Delay', 6, null],
      ],
      ['All', 10, 1],
    ),
  );
  const now = pack(
    panel(
      [
        ['Delay', 6, null],
        ['Billing', 6, 0.5],
      ],
      ['All', 12, 1],
    ),
  );
  expect(comparePacks(then, now)).toEqual([
    {
      id: 'triggers',
      name: 'Triggers',
      changed: [
        { row: 'Billing', column: COLUMNS[1], before: 4, after: 6 },
        { row: 'Billing', column: COLUMNS[2], before: 0.4, after: 0.5 },
        { row: 'All', column: COLUMNS[1], before: 10, after: 12 },
      ],
      added: [],
      gone: [],
    },
  ]);
});

it('rows that came and went are named, and panels that agree are left out', () => {
  const then = pack(panel([['Billing', 4, null]]), panel([['x', 1, null]], null, { id: 'hours' }));
  const now = pack(panel([['Delay', 4, null]]), panel([['x', 1, null]], null, { id: 'hours' }));
  expect(comparePacks(then, now)).toMatchObject([
    { id: 'triggers', changed: [], added: ['Delay'], gone: ['Billing'] },
  ]);
});

it('rows that begin alike are told apart by their second text, then by their place', () => {
  const columns = [COLUMNS[0], { id: 'team', label: 'Team', form: 'text' }, COLUMNS[1]] as const;
  const rows = (last: number): PackPanel =>
    panel([], null, {
      table: {
        columns,
        rows: [
          ['Billing', 'North', 1],
          ['Billing', 'South', 2],
          ['Billing', 'South', last],
        ].map((cells) => ({ cells, open: null })),
        total: null,
      },
    });
  expect(comparePacks(pack(rows(3)), pack(rows(4)))[0]?.changed).toMatchObject([
    { row: 'Billing, South (2)', before: 3, after: 4 },
  ]);
});

it('a panel that is gone has all its rows gone', () => {
  expect(comparePacks(pack(panel([['Billing', 4, null]])), pack())).toMatchObject([
    { name: 'Triggers', gone: ['Billing'] },
  ]);
});

it('the fingerprint is that of the figures: other words or moments keep it, another figure does not', () => {
  const one = pack(panel([['Billing', 4, 0.4]]));
  const said = { ...pack(panel([['Billing', 4, 0.4]], null, { headline: 'Otherwise' })), madeAt: '2027' };
  expect(figuresOfPack(said)).toBe(figuresOfPack(one));
  expect(figuresOfPack(pack(panel([['Billing', 5, 0.4]])))).not.toBe(figuresOfPack(one));
  expect(figuresOfPack(pack(panel([['Billing', null, 0.4]])))).not.toBe(
    figuresOfPack(pack(panel([['Billing', 0, 0.4]]))),
  );
});
