import { describe, expect, test } from 'vitest';
import { changeUnit } from './change-words.ts';
import { controlPanel, toControlChart } from './control-chart.ts';
import { draw } from './draw.ts';
import { findings } from './findings-fixture.ts';
import { measureCard } from './measure-card.ts';

const BEFORE = 'the 12 weeks before';
const CONTEXT = { periodWords: '', comparisonWords: BEFORE };
const same = (of: number, n: number) => Array.from({ length: 12 }, () => [of, n] as const);
const calm = Array.from({ length: 12 }, (_, index) => 10 + (index % 3));

describe('nothing has changed', () => {
  test('the same count is the same number, without sign, arrow or percentage, and grey', () => {
    const card = measureCard(findings('incidents', { weeks: calm, before: calm }), BEFORE);
    expect(card).toMatchObject({
      value: '132',
      comparison: '132 in the 12 weeks before',
      verdict: { state: 'common', words: 'No real change' },
    });
  });

  test('a step of nothing has no sign, and neither has one that rounds to nothing', () => {
    const { step } = changeUnit({ unit: 'share' }, 1);
    expect([step(0.3, 0.3), step(0.3, 0.30004), step(0.3, 0.31), step(0.31, 0.3)]).toEqual([
      '0.0',
      '0.0',
      '+1.0',
      '−1.0',
    ]);
  });
});

describe('from nothing', () => {
  test('12 after none is told in words: no percentage of 0', () => {
    const none = Array(12).fill(null);
    expect(measureCard(findings('incidents', { weeks: calm, before: none }), BEFORE).comparison).toBe(
      'None in the 12 weeks before',
    );
    expect(
      measureCard(findings('compensation_cost', { weeks: same(500, 5), before: none }), BEFORE).comparison,
    ).toBe('None in the 12 weeks before');
  });

  test('none of 120 is 0 %, which is known; nothing to count is not', () => {
    const zero = findings('escalation_rate', { weeks: same(9, 30), before: same(0, 10) });
    expect(measureCard(zero, BEFORE).comparison).toBe('0\u00a0% before, 0 of 120');
    const unknown = findings('escalation_rate', { weeks: same(9, 30), before: [null] });
    expect(measureCard(unknown, BEFORE).comparison).toBe('Nothing to tell before');
  });

  test('the same holds of a second comparison', () => {
    const found = findings('incidents', { weeks: calm, before: calm, also: Array(12).fill(null) });
    expect(measureCard(found, BEFORE).comparison).toBe(
      '132 in the 12 weeks before; none in the same period last year',
    );
  });
});

describe('too few', () => {
  const weeks = [...same(9, 30).slice(1), [3, 4] as const];
  const found = findings('escalation_rate', { weeks, before: [[1, 3]] });

  test('before is said with what it was, on the card and on the chart', () => {
    expect(measureCard(found, BEFORE).comparison).toBe('Too few before: 1 of 3');
    expect(toControlChart(found, BEFORE).comparisonLabel).toBe('the 12 weeks before, too few');
  });

  test('a week of 3 of 4 is drawn and told as it was counted, never as 75 %', () => {
    const chart = toControlChart(found, BEFORE);
    expect(chart.points.map(({ few }) => few)).toEqual([...Array(11).fill(false), true]);
    const svg = draw(chart, { width: 704, theme: 'css', label: 'Escalation rate' });
    expect(svg).toContain('18 Mar 2024: 3 of 4, too few');
    expect(svg).not.toContain('75.0');
  });

  test('the table on the page says so, and the file keeps the share for whoever reckons again', () => {
    const { table } = controlPanel(found, CONTEXT);
    const at = table.columns.findIndex(({ id }) => id === 'value');
    expect(table.rows.map(({ tooFew }) => tooFew ?? [])).toEqual([...Array(11).fill([]), ['value']]);
    expect(table.rows.at(-1)?.cells[at]).toBe(0.75);
  });

  test('a signal in so few is told as it was counted in the headline, too', () => {
    const flood = findings('escalation_rate', { weeks: [...same(1, 60), [4, 4]] });
    expect(controlPanel(flood, CONTEXT).headline).toContain('in the week of 25 Mar 2024 (4 of 4)');
  });

  test('counts and sums are never too few', () => {
    expect(
      toControlChart(findings('incidents', { weeks: [1, 2, 3] }), null).points.some(({ few }) => few),
    ).toBe(false);
  });
});

describe('a real change', () => {
  const up = [...same(20, 100), [60, 100] as const];

  test.each([
    ['escalation_rate', 'concern'],
    ['resolution_rate', 'improvement'],
    ['safe_disengagement_rate', 'change'],
  ] as const)('of %s upwards is a %s: the direction is that of the measure', (id, state) => {
    expect(measureCard(findings(id, { weeks: up }), null).verdict.state).toBe(state);
  });

  test('is the only thing that is coloured: a rise of 18 points within the limits is grey', () => {
    const wild = Array.from({ length: 12 }, (_, index) => [index % 2 ? 10 : 28, 40] as const);
    const card = measureCard(findings('escalation_rate', { weeks: wild, before: same(10, 40) }), BEFORE);
    expect(card.verdict).toEqual({ state: 'common', words: 'No real change' });
    expect(card.comparison).toBe('25.0\u00a0% before, 120 of 480');
  });
});
