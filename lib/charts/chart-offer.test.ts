import { describe, expect, test } from 'vitest';
import { chartOffer, chartReason } from './chart-offer.ts';
import { controlPanel } from './control-chart.ts';
import { findings } from './findings-fixture.ts';

const inTurn = (one: number, other: number, length = 12) =>
  Array.from({ length }, (_, index) => (index % 2 ? other : one));
const ofHundred = (counts: readonly number[]) => counts.map((count) => [count, 100] as const);

describe('why a chart is of its kind', () => {
  test('said in a sentence, with its figures apart', () => {
    const { summary, figures } = chartOffer(
      findings('escalation_rate', { weeks: ofHundred(inTurn(48, 52)) }),
      null,
    );
    expect(summary).toBe('p chart: points vary as chance alone explains.');
    expect(figures).toBe('σz 0.71, variance 0.17 times that of chance');
  });

  test('40 and 60 of 100 in turn are a p′ chart', () => {
    const found = findings('escalation_rate', { weeks: ofHundred(inTurn(40, 60)) });
    expect(chartReason(found)).toMatch(/^Laney p′ chart: neighbours vary more than chance alone explains/);
  });

  test('eight weeks have trial limits until there are more', () => {
    expect(chartReason(findings('incidents', { weeks: inTurn(4, 6, 8) }))).toBe(
      'Run chart: 8 points with a value; limits are judged from 12 on, and runs about the median from 10 on. Until then trial limits are drawn, as an XmR chart.',
    );
  });

  test('one week has no limits, not even on trial', () => {
    expect(chartReason(findings('incidents', { weeks: [4] }))).toBe(
      'Run chart: 1 point with a value; limits are judged from 12 on, and runs about the median from 10 on.',
    );
  });

  test('7 incidents in 14 weeks: the time between them would say more, and an XmR chart is what weeks can show', () => {
    const { summary, kinds } = chartOffer(findings('incidents', { weeks: inTurn(1, 0, 14) }), null);
    expect(summary).toBe(
      't chart: 7 in 14 points are fewer than one a point, so the time between them says more; or take longer periods. Of these points can be drawn an XmR chart.',
    );
    expect(kinds.find(({ isDrawn }) => isDrawn)).toMatchObject({ kind: 'xmr', fits: false, isUsual: true });
    expect(kinds.find(({ fits }) => fits)?.name).toBe('t chart');
  });
});

describe('what else can be drawn', () => {
  const weeks = inTurn(48, 52);

  test('of counts XmR, c and run charts; moving ranges are steps and no chart of the measure', () => {
    const { kinds } = chartOffer(findings('incidents', { weeks }), null);
    expect(kinds.map(({ kind }) => kind)).toEqual(['xmr', 'c', 'run']);
    expect(kinds.filter(({ fits }) => fits).map(({ name }) => name)).toEqual(['c chart']);
  });

  test('one that was asked for is drawn, said to be chosen by hand, and the way back is the one that fits', () => {
    const found = findings('incidents', { weeks, judging: { kind: 'run' } });
    const { summary, refusal, kinds } = chartOffer(found, 'run');
    expect(summary).toBe(
      'Run chart, chosen by hand. What fits: c chart: points vary as chance alone explains.',
    );
    expect(refusal).toBeNull();
    expect(kinds.map(({ kind, isDrawn, fits }) => [kind, isDrawn, fits])).toEqual([
      ['xmr', false, false],
      ['c', false, true],
      ['run', true, false],
    ]);
  });

  test('one that cannot be drawn is said so, and the one that fits stands', () => {
    const { refusal, kinds } = chartOffer(findings('incidents', { weeks, judging: { kind: 'p' } }), 'p');
    expect(refusal).toBe('A p chart cannot be drawn of this measure.');
    expect(kinds.find(({ isDrawn }) => isDrawn)?.kind).toBe('c');
    expect(chartOffer(findings('csat', { weeks: ofHundred(weeks) }), 'mr').refusal).toBe(
      'A moving range chart cannot be drawn of this measure.',
    );
  });
});

test('whoever reckons again has unrounded limits, also below zero, and all that they rest on', () => {
  const panel = controlPanel(findings('incidents', { weeks: inTurn(4, 6) }), {
    periodWords: '',
    comparisonWords: null,
  });
  expect(panel.method).toMatchObject({
    chart: 'c',
    fits: 'c',
    n: 12,
    constants: { sigmas: 3 },
    floor: 0,
    stretches: [{ first: '2024-01-01', last: '2024-03-18', n: 12, centre: 5, trial: false }],
  });
  const at = (id: string) => panel.table.columns.findIndex((column) => column.id === id);
  const [row] = panel.table.rows;
  expect(row?.cells[at('lower')]).toBe(0);
  expect(row?.cells[at('rawLower')]).toBeCloseTo(5 - 3 * Math.sqrt(5), 12);
  expect(panel.table.columns[at('rawLower')]?.inFilesOnly).toBe(true);
  expect(panel.definition.text).toContain('c chart: points vary as chance alone explains (σz 0.79');
});
