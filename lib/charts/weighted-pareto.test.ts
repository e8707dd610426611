import { describe, expect, test } from 'vitest';
import { rank } from '../analysis/pareto.ts';
import type { RankedBy, Weight } from '../filters/patterns-state.ts';
import { ROOT_CAUSES, TRIGGERS } from '../taxonomy/editable-sets.ts';
import { drawFile } from './draw.ts';
import { paretoPanel } from './pareto-chart.ts';
import { rangeWords } from './pareto-range.ts';

const context = { periodWords: '1 Jan to 24 Aug 2023', comparisonWords: 'the 34 weeks before' };

interface Row {
  code: number;
  count: number;
  squares?: number;
  incidents?: number;
  known?: number;
}

function panelOf(
  rows: readonly Row[],
  { by = 'cause', weight = 'count' }: { by?: RankedBy; weight?: Weight } = {},
  before: readonly Row[] | null = null,
) {
  const weighed = rows.map(({ code, count, incidents = count, known = incidents }) => ({
    code,
    incidents,
    known,
  }));
  const terms = by === 'cause' ? ROOT_CAUSES : TRIGGERS;
  const subject = { id: 'pareto', dimension: by, weight, currency: 'GBP' };
  return paretoPanel({ subject, ranking: rank(rows, before, terms), weighed }, context);
}

describe('counted', () => {
  test('301 of 2,412 lie between 271 and 334 with 95 %: Wilson’s interval of the share times all', () => {
    const { picture } = panelOf([
      { code: 1, count: 301 },
      { code: 0, count: 2111 },
    ]);
    const [bar] = picture?.bars ?? [];
    expect(bar && picture && rangeWords(bar, picture)).toBe('271–334');
    expect(picture?.withRanges).toBe(true);
  });

  const many = [...ROOT_CAUSES.filter(({ code }) => code > 0)].slice(0, 14).map(({ code }, index) => ({
    code,
    count: 50 - index,
  }));
  const folded = panelOf([...many, { code: 0, count: 724 }]);

  test('of fourteen causes the ten largest are bars, four are one, and what is not coded stays the last', () => {
    const bars = folded.picture?.bars ?? [];
    expect(bars.map(({ count }) => count)).toEqual([
      ...[50, 49, 48, 47, 46, 45, 44, 43, 42, 41],
      40 + 39 + 38 + 37,
      724,
    ]);
    expect(bars.at(-2)).toMatchObject({ id: 'others', label: '4 other root causes', interval: null });
    expect(bars.at(-1)).toMatchObject({ uncoded: true, cumulativeShare: 1 });
    expect(bars.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(folded.table.rows).toHaveLength(15);
  });

  test('the four open what is none of the others, and no bracket reaches into them', () => {
    const { bars = [], brackets = [] } = folded.picture ?? {};
    const shown = bars.filter(({ id }) => id !== 'others').map(({ id }) => id);
    expect(bars.at(-2)?.open).toEqual({ selections: [], apart: { dimension: 'cause', values: shown } });
    expect(Math.max(...brackets.map(({ lastIndex }) => lastIndex))).toBeLessThan(10);
  });

  test('where no cause is coded that is said, with the bar', () => {
    const { headline, picture } = panelOf([{ code: 0, count: 40 }]);
    expect(headline).toBe('None of the 40\u00a0incidents has a root cause yet: all are not coded');
    expect(picture?.bars).toHaveLength(1);
  });

  test('before, delays were more and billing less: outlines of 90 and 20', () => {
    const { picture, subtitle, table } = panelOf(
      [
        { code: 1, count: 60 },
        { code: 2, count: 40 },
      ],
      { by: 'trigger' },
      [
        { code: 1, count: 20 },
        { code: 2, count: 90 },
      ],
    );
    expect(picture?.bars.map(({ comparison }) => comparison)).toEqual([20, 90]);
    expect(subtitle).toContain('Outline: the 34 weeks before, 110 under the same triggers.');
    expect(table.total?.at(-1)).toBe(110);
  });
});

describe('weighed', () => {
  const hours = panelOf(
    [
      { code: 1, count: 900, squares: 9000, incidents: 120, known: 100 },
      { code: 2, count: 300, squares: 3000, incidents: 60, known: 50 },
    ],
    { by: 'trigger', weight: 'minutes' },
  );

  test('900 of 1,200 hours lead with 75 %; 30 incidents that are not closed are left out', () => {
    expect(hours.headline).toContain('leads with 900 of 1,200 hours, 75.0');
    expect(hours.subtitle).toContain('n\u00a0150 with 1,200 hours, 30 left out not closed');
    expect(hours.picture).toMatchObject({ total: 1200, totalFigure: '1,200', valueLabel: 'Hours to close' });
  });

  test('a bar of hours opens the incidents that have a time to close, 100 of 120', () => {
    expect(hours.picture?.bars[0]).toMatchObject({
      incidents: 100,
      open: { selections: [{ dimension: 'trigger', value: 'billing_error' }], measure: 'time_to_close' },
    });
    expect(hours.open).toEqual({
      label: 'Open 150\u00a0incidents',
      narrowing: { selections: [], measure: 'time_to_close' },
    });
  });

  test('no measure is of severity, so its bars open all incidents, and those without one are told', () => {
    const { picture, subtitle, open } = panelOf(
      [{ code: 1, count: 30, squares: 100, incidents: 12, known: 10 }],
      { by: 'trigger', weight: 'severity' },
    );
    expect(picture?.bars[0]).toMatchObject({ incidents: 12, figure: '30' });
    expect(open?.label).toBe('Open 12\u00a0incidents');
    expect(subtitle).toContain('n\u00a010 with 30 severity points, 2 left out without a severity');
  });

  test('one refund of 900 among forty of 10: no range can be told, and that is said', () => {
    const { subtitle, picture } = panelOf(
      [
        { code: 1, count: 900, squares: 810_000, incidents: 1 },
        { code: 2, count: 400, squares: 4000, incidents: 40 },
      ],
      { by: 'trigger', weight: 'compensation' },
    );
    expect(subtitle).toContain('A few large ones make most of it, so no range can be told.');
    expect(picture?.bars.every((bar) => picture && rangeWords(bar, picture) === null)).toBe(true);
  });

  test('nothing to weigh says why: no amounts at all, or amounts of 0', () => {
    const compensation = { by: 'trigger', weight: 'compensation' } as const;
    const none = panelOf([{ code: 1, count: 0, squares: 0, incidents: 9, known: 0 }], compensation);
    expect([none.picture, none.empty]).toEqual([
      null,
      'None of the 9\u00a0incidents in this period has an amount in the currency of the workspace.',
    ]);
    const zero = panelOf([{ code: 1, count: 0, squares: 0, incidents: 9 }], compensation);
    expect(zero.empty).toBe('Everything that is known adds up to nothing: no money.');
    expect(panelOf([], compensation).empty).toBe('No incidents in this period.');
  });
});

test('the file draws every bar with its figure, range and share, narrow and wide', () => {
  const { headline, subtitle, picture } = panelOf(
    [
      { code: 1, count: 60 },
      { code: 2, count: 40 },
    ],
    { by: 'trigger' },
  );
  if (!picture) throw new Error('there is something to draw');
  for (const width of [390, 920]) {
    const svg = drawFile(picture, { headline, subtitle, filters: 'All.', made: 'Now.', width });
    expect(svg).toContain('>60<');
    expect(svg).toContain('>60.0<');
    expect(svg.includes('>50–69<')).toBe(width > 500);
    expect(svg).not.toMatch(/NaN|undefined/);
  }
});
