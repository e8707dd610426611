import { describe, expect, test } from 'vitest';
import { findRepeats } from '../analysis/recurrence/find-repeats.ts';
import { findReturns, type ReturnRow } from '../analysis/recurrence/find-returns.ts';
import { toLedger } from '../analysis/recurrence/follow-up-ledger.ts';
import { panelCsv } from '../export/panel-csv.ts';
import type { Panel, Picture } from './chart-model.ts';
import { draw, sizeOf } from './draw.ts';
import { followUpsPanel } from './follow-ups-panel.ts';
import { repeatsPanel } from './repeats-panel.ts';
import { returnsPanel } from './returns-panel.ts';

const CONTEXT = { periodWords: '18 May to 12 Nov 2026' };
const term = (code: number, id: string, label = id) => ({ code, id, label, rank: code });
const row = (state: number, days: number, events: number, censored: number): ReturnRow => ({
  state,
  days,
  events,
  censored,
});
/** Everything that a panel says in words and in every form that it leaves in. */
function said(panel: Panel<Picture>): string {
  const drawings = [358, 496, 704].map((width) =>
    panel.picture ? draw(panel.picture, { width, theme: 'light', label: panel.headline }) : '',
  );
  const csv = panelCsv(panel.table, { title: panel.headline, lines: [panel.definition.text] });
  return [panel.headline, panel.subtitle, panel.empty ?? '', ...drawings, csv].join('\n');
}
const UNSAID = /NaN|undefined|Infinity|\bnull\b|\[object/;

describe('until customers come back', () => {
  const panel = returnsPanel(
    findReturns([
      row(2, 10, 30, 0),
      row(2, 90, 0, 70),
      row(1, 20, 12, 0),
      row(1, 90, 0, 88),
      row(0, 50, 0, 9),
      row(3, 1, 0, 2),
    ]),
    300,
    CONTEXT,
  );

  test('30 of 100 after a broken promise, 12 after a kept one, which is no chance: 18 points, from 6.5 on', () => {
    expect(panel.headline).toBe(
      'After a broken promise 30 of 100 customers are back within 30 days; after a kept one 12',
    );
    expect(panel.subtitle).toContain('n\u00a0211');
    expect(panel.subtitle).toContain('Left out: 89 of 300');
    expect(panel.subtitle).toContain('and 2 whose promise is not due yet');
    expect(panel.subtitle).toContain('Too few for a curve: no promise made 9.');
    expect(panel.open).toEqual({ label: 'Open 211\u00a0incidents', narrowing: { measure: 'repeat_rate' } });
  });

  test('3 against 2 of 20 may be chance', () => {
    const { headline } = returnsPanel(
      findReturns([row(2, 10, 3, 0), row(2, 90, 0, 17), row(1, 20, 2, 0), row(1, 90, 0, 18)]),
      40,
      CONTEXT,
    );
    expect(headline).toMatch(/15 of 100 .* after a kept one 10, which may be chance$/);
  });

  test('lines are told apart by weight and dash, and end with their names and values', () => {
    const { picture } = panel;
    expect(picture?.curves.map(({ id, line, end }) => [id, line, end])).toEqual([
      ['broken', 'strong', '30\u00a0%'],
      ['kept', 'dashed', '12\u00a0%'],
    ]);
    expect(picture?.curves[0]?.followed).toEqual([100, 70, 70, 70, 70, 70, 70]);
    const svg = picture ? draw(picture, { width: 704, theme: 'light', label: 'x' }) : '';
    expect(svg).toContain('Promise late or broken');
    expect(svg).toContain('stroke-dasharray="4 2"');
    expect(said(panel)).not.toMatch(UNSAID);
    expect(panel.table.rows).toHaveLength(14);
    expect(panel.table.rows[2]?.cells.slice(0, 3)).toEqual(['Promise late or broken', 30, 1 - 0.7]);
  });

  test('a short record ends its lines where nobody was followed any more', () => {
    const short = returnsPanel(findReturns([row(0, 5, 1, 0), row(0, 20, 0, 19)]), 20, CONTEXT);
    expect(short.headline).toBe('Nobody could be followed for 30 days');
    expect(short.picture?.curves[0]).toMatchObject({ until: 20, atMark: null });
    expect(short.picture?.curves[0]?.followed).toEqual([20, 19, null, null, null, null, null]);
    expect(said(short)).not.toMatch(UNSAID);
  });

  test('of nothing it says so', () => {
    const none = returnsPanel(findReturns([]), 0, CONTEXT);
    expect([none.picture, none.open?.label]).toEqual([null, 'Open 0\u00a0incidents']);
    expect(said(none)).not.toMatch(UNSAID);
  });
});

describe('repeats', () => {
  const terms = [term(1, 'billing_error', 'Billing error'), term(2, 'delay', '=HYPERLINK("x")<b>')];
  const repeat = (trigger: number, incidents: number, repeats: number) => ({
    trigger,
    incidents,
    repeats,
    customers: incidents,
    returning: repeats,
  });

  test('60 of 200 stand above 80 of 600; each row opens its trigger within what can be told', () => {
    const since = { from: '2026-06-17', until: '2026-11-13' };
    const panel = repeatsPanel(
      findRepeats([repeat(1, 200, 60), repeat(2, 400, 20)], terms),
      30,
      CONTEXT,
      since,
    );
    expect(panel.headline).toBe(
      'Billing error comes back more than others; 13.3\u00a0% of all do within 30 days',
    );
    expect(panel.open?.label).toBe('Open 600\u00a0incidents, 80 repeats');
    expect(panel.picture?.rows.map(({ figures }) => figures)).toEqual([['60 of 200'], ['20 of 400']]);
    expect(panel.table.rows[0]?.open).toEqual({
      measure: 'repeat_rate',
      window: since,
      selections: [{ dimension: 'trigger', value: 'billing_error' }],
    });
    expect(said(panel)).not.toMatch(UNSAID);
    const svg = panel.picture ? draw(panel.picture, { width: 704, theme: 'light', label: '' }) : '';
    expect(svg).toContain('&lt;b&gt;');
    expect(svg).not.toContain('<b>');
    expect(panelCsv(panel.table, { title: '', lines: [] })).toContain("'=HYPERLINK");
  });

  test('without anything that stands out it says only how many; of nothing, why', () => {
    const { headline } = repeatsPanel(findRepeats([repeat(1, 9, 2)], terms), 60, CONTEXT, null);
    expect(headline).toBe(
      '2 of 9 incidents repeat an earlier one of their customer within 60 days; no trigger stands out',
    );
    const none = repeatsPanel(findRepeats([], terms), 90, CONTEXT, null);
    expect([none.picture, none.headline]).toEqual([null, 'No repeat within 90 days can be told']);
    expect(said(none)).not.toMatch(UNSAID);
  });
});

describe('follow-ups', () => {
  const line = {
    team: 1,
    due: 20,
    kept: 14,
    late: 4,
    lateWithReason: 3,
    brokenWithReason: 0,
    notDueYet: 5,
    withoutDay: 2,
    incidents: 18,
  };

  test('14 of 20 kept, 4 late, so 2 broken; 3 of those 6 with a reason; the link opens 18 incidents', () => {
    const panel = followUpsPanel(toLedger([line], [term(1, '7', 'Billing north')]), CONTEXT);
    expect(panel.headline).toBe(
      '14 of 20 follow-ups were kept (70\u00a0%), 4 came late and 2 are broken'.replace(
        '70\u00a0',
        '70.0\u00a0',
      ),
    );
    expect(panel.subtitle).toContain(
      '3 of 6 late or broken ones carry a reason. Left out: 5 not due yet, 2 without a due date.',
    );
    expect(panel.open).toEqual({
      label: 'Open 18\u00a0incidents with 20\u00a0follow-ups, 14 kept',
      narrowing: { measure: 'follow_up_kept_rate' },
    });
    expect(panel.table.rows[0]?.cells.slice(0, 4)).toEqual(['Billing north', 20, 14, 0.7]);
    expect(panel.table.rows[0]?.open?.selections).toEqual([{ dimension: 'team', value: '7' }]);
    expect(said(panel)).not.toMatch(UNSAID);
  });

  test('with none due it says so', () => {
    const panel = followUpsPanel(toLedger([], []), CONTEXT);
    expect([panel.picture, panel.headline]).toEqual([null, 'No promised follow-up is due yet']);
    expect(said(panel)).not.toMatch(UNSAID);
  });
});

test('dots stay on their axis at any width, and a picture is as high as its rows', () => {
  const { picture } = followUpsPanel(toLedger([], []), CONTEXT);
  expect(picture).toBeNull();
  const chart = repeatsPanel(
    findRepeats([{ trigger: 1, incidents: 3, repeats: 3, customers: 3, returning: 3 }], [term(1, 'a')]),
    30,
    CONTEXT,
    null,
  ).picture;
  expect(chart && sizeOf(chart, 300).height).toBe(22 + 2 * 24 + 4);
  for (const { at, low, high } of chart?.rows ?? [])
    expect([at, low, high].every((place) => place >= 0 && place <= 1)).toBe(true);
});
