import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controlPanel, toControlChart } from './control-chart.ts';
import { findings } from './findings-fixture.ts';
import { measureCard } from './measure-card.ts';

const context = { periodWords: '1 Jan to 24 Mar 2024', comparisonWords: 'the 12 weeks before' };
const calm = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11];

describe('a panel', () => {
  test('of a share names n, what is left out and the numerator of its link', () => {
    const weeks = calm.map((count) => [count, 40] as const);
    const panel = controlPanel(findings('escalation_rate', { weeks, total: 500 }), context);
    expect(panel.subtitle).toBe(
      'Escalation rate: share of incidents with a known path that went beyond frontline, by week, 1 Jan to 24 Mar 2024, n\u00a0480. p chart, 3-sigma limits, NHS rules. Left out: 20 of 500 with no path recorded.',
    );
    expect(panel.open).toEqual({
      label: 'Open 480\u00a0incidents, 126 escalated',
      narrowing: { measure: 'escalation_rate' },
    });
    expect(panel.definition.text).toContain('σz');
  });

  test('without anything to draw says why and still has its table', () => {
    const none = controlPanel(findings('incidents', { weeks: [null] }), context);
    expect(none).toMatchObject({ picture: null, empty: 'No incidents in this period.' });
    const untold = controlPanel(findings('escalation_rate', { weeks: [null], total: 9 }), context);
    expect(untold.picture).toBeNull();
    expect(untold.empty).toContain('recorded escalation path');
    expect(untold.table.rows).toHaveLength(1);
  });

  test('a week with nothing to count is said to be a gap', () => {
    const weeks = [...calm.map((count) => [count, 40] as const), null];
    expect(controlPanel(findings('escalation_rate', { weeks }), context).subtitle).toContain(
      '1 week with nothing to count: a gap.',
    );
  });
});

describe('the picture', () => {
  test('draws a part week hollow, outside the limits', () => {
    const chart = toControlChart(findings('incidents', { weeks: [...calm, 2], lastWeekDays: 2 }), null);
    expect(chart.points[12]).toMatchObject({ partial: true, state: 'common', value: 2 });
    expect(chart.points[12]?.open).toEqual({ window: { from: '2024-03-25', until: '2024-03-27' } });
    expect(chart.segments).toMatchObject([{ firstIndex: 0, lastIndex: 11, centre: 10.5, trial: false }]);
  });

  test('never draws a limit of a count below 0 while the table keeps the same number', () => {
    const chart = toControlChart(
      findings('incidents', { weeks: [0, 5, 1, 6, 0, 5, 1, 6, 0, 5, 1, 6] }),
      null,
    );
    expect(chart.segments[0]?.lower.every((limit) => limit === 0)).toBe(true);
  });

  test('of fewer than two weeks has no limits, of nine trial ones, of eleven a median and the runs about it', () => {
    expect(toControlChart(findings('incidents', { weeks: [4] }), null).segments).toEqual([]);
    expect(toControlChart(findings('incidents', { weeks: calm.slice(3) }), null).segments[0]?.trial).toBe(
      true,
    );
    const [run] = toControlChart(findings('incidents', { weeks: calm.slice(1) }), null).segments;
    expect(run).toMatchObject({ centreName: 'median', centre: 11, trial: false });
    expect(new Set(run?.upper)).toEqual(new Set([null]));
  });

  test('marks a signal with its rule, its state and a note', () => {
    const chart = toControlChart(findings('incidents', { weeks: [...calm, 30] }), null);
    expect(chart.points[12]).toMatchObject({ state: 'change', rules: ['above the upper limit'] });
    expect(chart.notes).toEqual([
      { index: 12, lines: ['25 Mar: 30,', 'above the upper limit'], state: 'change' },
    ]);
  });

  test('names the comparison once with its mean: 120 in 12 weeks are 10 a week', () => {
    const chart = toControlChart(
      findings('incidents', { weeks: calm, before: Array(12).fill(10) }),
      'the 12 weeks before',
    );
    expect(chart.comparisonLabel).toBe('the 12 weeks before, 10 a week');
    expect(chart.points[0]?.comparison).toBe(10);
    expect(toControlChart(findings('incidents', { weeks: calm }), null).comparisonLabel).toBeNull();
  });

  test('has an axis from 0 with whole ticks for counts and months where they begin', () => {
    const chart = toControlChart(findings('incidents', { weeks: [1, 2, 1] }), null);
    expect(chart.yTicks.every(Number.isInteger)).toBe(true);
    const long = toControlChart(findings('incidents', { weeks: calm }), null);
    expect(long.domain[0]).toBe(0);
    expect(long.xTicks.map(({ label }) => label)).toEqual(['1 Jan', 'Feb', 'Mar']);
    expect(long.xTicks[1]?.index).toBeCloseTo(31 / 7, 9);
  });
});

describe('the table', () => {
  test('holds what the picture holds: value, usual range, comparison, signal; its total is the card', () => {
    const panel = controlPanel(
      findings('incidents', { weeks: [...calm, 30], before: Array(13).fill(10) }),
      context,
    );
    expect(panel.table.columns.map(({ label }) => label)).toEqual([
      'Week of',
      'Incidents',
      'Usual from',
      'Usual to',
      'Centre',
      'Lower limit, not cut',
      'Upper limit, not cut',
      'The 12 weeks before',
      'Signal',
    ]);
    expect(panel.table.rows[12]?.cells[8]).toBe('above the upper limit');
    expect(panel.table.total?.[1]).toBe(156);
  });

  test('opens nothing where nothing was counted', () => {
    const panel = controlPanel(findings('incidents', { weeks: [3, null] }), context);
    expect(panel.table.rows.map(({ open }) => open)).toEqual([
      { window: { from: '2024-01-01', until: '2024-01-08' } },
      null,
    ]);
  });

  test('rows add up to the panel’s n, and the axis holds every mark', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 60 }), (weeks) => {
        const panel = controlPanel(findings('incidents', { weeks }), context);
        const sum = weeks.reduce((all, count) => all + count, 0);
        expect(panel.table.rows.reduce((all, { cells }) => all + Number(cells[1]), 0)).toBe(sum);
        const { picture } = panel;
        if (!picture) {
          expect(sum).toBe(0);
          return;
        }
        const top = picture.domain[1];
        for (const point of picture.points) expect(point.value).toBeLessThanOrEqual(top);
        for (const { upper } of picture.segments)
          for (const limit of upper) expect(limit ?? 0).toBeLessThanOrEqual(top);
      }),
    );
  });
});

describe('two comparisons at once', () => {
  const weeks = Array.from({ length: 12 }, (_, index) => [10 + (index % 3), 40] as const);
  const before = weeks.map(() => [8, 40] as const);
  const also = weeks.map(() => [12, 40] as const);
  const both = findings('escalation_rate', { weeks, before, also });

  test('the point carries both, 8 of 40 = 20 % and 12 of 40 = 30 %, and each line is named', () => {
    const chart = toControlChart(both, 'the 12 weeks before');
    expect(chart.points[3]).toMatchObject({ comparison: 0.2, also: 0.3 });
    expect(chart.comparisonLabel).toBe('the 12 weeks before, 20.0\u00a0%');
    expect(chart.alsoLabel).toBe('the same period last year, 30.0\u00a0%');
  });

  test('the table has a column for each, and the card says both', () => {
    const { table } = controlPanel(both, { periodWords: '', comparisonWords: 'the 12 weeks before' });
    expect(table.columns.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['The 12 weeks before', 'The same period last year']),
    );
    expect(measureCard(both, 'the 12 weeks before').comparison).toBe(
      '20.0\u00a0% before, 96 of 480; 30.0\u00a0% in the same period last year',
    );
  });
});

describe('limits that were re-based', () => {
  const weeks = [...Array(12).fill([40, 100]), ...Array(12).fill([20, 100])].map(
    ([count], index) => [count + (index % 3) - 1, 100] as const,
  );
  const rebases = [{ day: '2024-03-25', reason: 'call-backs begin' }];
  const { judgement } = findings('escalation_rate', { weeks, judging: { rebases } });

  test('24 weeks with a step at the 13th are two stretches of 12 about 40 and 20 %', () => {
    const chart = toControlChart(findings('escalation_rate', { weeks, judging: { rebases } }), null);
    expect(chart.segments.map(({ firstIndex, lastIndex }) => [firstIndex, lastIndex])).toEqual([
      [0, 11],
      [12, 23],
    ]);
    expect(chart.segments.map(({ centre }) => centre)).toEqual([
      expect.closeTo(0.4, 9),
      expect.closeTo(0.2, 9),
    ]);
    expect(chart.howComputed).toContain('Limits restart at the week of 25 Mar 2024 (call-backs begin).');
  });

  test('nothing stands out in either, though the same weeks under one range would', () => {
    expect(judgement.patterns).toEqual([]);
    expect(findings('escalation_rate', { weeks }).judgement.patterns.length).toBeGreaterThan(0);
  });
});
