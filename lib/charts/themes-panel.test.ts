import { describe, expect, test } from 'vitest';
import type { Theme } from '../analysis/themes/find-themes.ts';
import { panelCsv } from '../export/panel-csv.ts';
import { draw } from './draw.ts';
import { logAxis } from './log-axis.ts';
import { type AskedThemes, themesPanel } from './themes-panel.ts';

const theme = (phrase: string, z: number): Theme => ({
  phrase,
  selected: 96,
  rest: 41,
  logOdds: Math.log(4),
  interval: [Math.log(2), Math.log(8)],
  z,
});
const ASKED: AskedThemes = {
  of: 'billing error',
  narrowing: { selections: [{ dimension: 'trigger', value: 'billing_error' }] },
  themes: [theme('estimated reading', 9), theme('refund', 4)],
  tested: 120,
  incidents: { selected: 450, rest: 1800 },
  sampled: { selected: 450, rest: 1800 },
  narratives: { selected: 438, rest: 1766 },
  most: { incidents: 30_000, characters: 10_000_000 },
};
const CONTEXT = { periodWords: '18 May to 12 Nov 2026' };
const SECRET = 'nobody rang me back';
const EXAMPLES = new Map([
  [
    'refund',
    [
      {
        number: 7,
        parts: [
          { text: SECRET, isPhrase: false },
          { text: 'refund', isPhrase: true },
        ],
      },
    ],
  ],
]);
const none = new Map();

describe('themes', () => {
  const panel = themesPanel(ASKED, EXAMPLES, CONTEXT);

  test('96 of 438 against 41 of 1,766; 46 of 2,250 have no narrative; the link opens 450', () => {
    expect(panel.headline).toBe(
      'Narratives of billing error speak of “estimated reading” and “refund” more than others do',
    );
    expect(panel.subtitle).toContain('438\u00a0narratives of billing error against 1,766 others');
    expect(panel.subtitle).toContain('46 of 2,250 incidents have no narrative');
    expect(panel.subtitle).not.toContain('sample');
    expect(panel.open).toMatchObject({ label: 'Open 450\u00a0incidents' });
    expect(panel.picture?.columns.map(({ label }) => label)).toEqual(['Of 438', 'Of 1,766 others']);
    expect(panel.picture?.rows[0]).toMatchObject({ figures: ['96', '41'], value: '4.0', open: null });
  });

  test('sentences of people are in neither picture nor table', () => {
    expect(panel.examples.map(({ phrase }) => phrase)).toEqual(['refund']);
    const svg = panel.picture
      ? draw(panel.picture, { width: 496, theme: 'light', label: panel.headline })
      : '';
    expect(svg).toContain('estimated reading');
    expect(
      `${svg}${panelCsv(panel.table, { title: panel.headline, lines: [panel.subtitle] })}`,
    ).not.toContain(SECRET);
  });

  test('a sample is said with its size, ten are shown of more', () => {
    const many = Array.from({ length: 14 }, (_, index) => theme(`w${index}`, 20 - index));
    const { subtitle, picture, table } = themesPanel(
      {
        ...ASKED,
        themes: many,
        incidents: { selected: 450, rest: 90_000 },
        sampled: { selected: 450, rest: 30_000 },
      },
      none,
      CONTEXT,
    );
    expect(subtitle).toContain(
      'From a fixed sample of at most 30,000 incidents and 10,000,000 characters a side, of 450 and 90,000 incidents.',
    );
    expect(subtitle).toContain('10 of 14 shown');
    expect([picture?.rows.length, table.rows.length]).toEqual([10, 14]);
  });

  test.each([
    [{ incidents: { selected: 0, rest: 9 }, narratives: { selected: 0, rest: 9 } }, /^No incidents/],
    [{ narratives: { selected: 0, rest: 9 } }, /^None of the incidents of billing error has a narrative/],
    [
      { incidents: { selected: 9, rest: 0 }, narratives: { selected: 9, rest: 0 } },
      /^There are no other incidents/,
    ],
    [{ narratives: { selected: 9, rest: 0 } }, /^None of the other incidents has/],
    [{ tested: 0, narratives: { selected: 4, rest: 9 } }, /^No word stands in five of the 4/],
    [{}, /^120\u00a0words and phrases tested, none/],
  ])('without themes it says why: %o', (given, why) => {
    const { picture, empty } = themesPanel({ ...ASKED, themes: [], ...given }, none, CONTEXT);
    expect(picture).toBeNull();
    expect(empty).toMatch(why);
  });
});

test('the axis of odds from 2 to 8 begins at 1 and ends at 8: 4 stands at two thirds', () => {
  const { ticks, placeOf } = logAxis([Math.log(2), Math.log(8)]);
  expect(ticks.map(({ label }) => label)).toEqual(['1', '2', '4', '8']);
  expect(placeOf(Math.log(4))).toBeCloseTo(2 / 3, 10);
  expect(logAxis([Math.log(0.3)]).ticks.map(({ label }) => label)).toEqual(['¼', '½', '1', '2']);
});
