import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withLengths } from './rule-lengths.ts';
import { RULE_SETS } from './rules.ts';
import { xmrChart } from './xmr-chart.ts';

const turns = (low: number, high: number, length: number) =>
  Array.from({ length }, (_, index) => (index % 2 === 0 ? low : high));

test('20 loans of Montgomery, example 6.5: mean 300.5, ranges 7.79, limits 279.78 and 321.22', () => {
  const costs = [
    310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304,
  ];
  const chart = xmrChart(costs);
  expect(chart.segments).toMatchObject([
    { centre: 300.5, averageMovingRange: 148 / 19, screened: 0, trial: false, baseline: { n: 20 } },
  ]);
  expect(chart.points[0]?.upper).toBeCloseTo(321.22, 10);
  expect(chart.points[19]?.lower).toBeCloseTo(279.78, 10);
  expect(chart.points[5]?.sigma).toBeCloseTo((2.66 * 148) / 19 / 3, 10);
  expect(chart.patterns).toEqual([]);
});

describe('the baseline', () => {
  // Twelve points 4 and 6 in turn: mean 5, ranges 2, limits 5 ± 5.32; then twelve points 9 and 11.
  const shifted = [...turns(4, 6, 12), ...turns(9, 11, 12)];

  test('of the first 12 judges the later ones: 11 is beyond 10.32, and all twelve are a shift', () => {
    const chart = xmrChart(shifted, { baseline: { first: 12 } });
    expect(chart.points[23]).toMatchObject({ centre: 5, upper: expect.closeTo(10.32, 10) });
    expect(chart.byPoint[13]?.map(({ rule }) => rule)).toEqual(['beyond', 'shift']);
    expect(chart.byPoint[12]?.map(({ rule }) => rule)).toContain('shift');
    expect(chart.segments).toMatchObject([{ n: 24, baseline: { from: 0, until: 12, n: 12 }, trial: false }]);
    expect(chart.method.baseline).toEqual({ first: 12 });
  });

  test('of all points hides it: mean 7.5, limits as far away as ranges of 2 and one 3 allow', () => {
    const chart = xmrChart(shifted);
    expect(chart.segments[0]?.centre).toBe(7.5);
    expect(chart.patterns.map(({ rule, direction }) => `${rule} ${direction}`)).toEqual([
      'shift down',
      'shift up',
    ]);
  });

  test('of a span in the middle judges what was before it, too', () => {
    const chart = xmrChart(shifted, { baseline: { from: 12, until: 24 } });
    expect(chart.segments[0]).toMatchObject({ centre: 10, baseline: { n: 12 } });
    expect(chart.byPoint[0]?.[0]).toMatchObject({ rule: 'beyond', direction: 'down' });
  });

  test('of 11 points is a trial and judges nothing', () => {
    expect(xmrChart(shifted, { baseline: { first: 11 } })).toMatchObject({
      segments: [{ trial: true }],
      patterns: [],
    });
  });

  test('that never varies still judges: twelve 5s, then a 6 is above the limit of 5', () => {
    const chart = xmrChart([...Array<number>(12).fill(5), 6], { baseline: { first: 12 } });
    expect(chart.points[12]).toMatchObject({ upper: 5, lower: 5 });
    expect(chart.patterns).toMatchObject([{ rule: 'beyond', direction: 'up', points: [12] }]);
    expect(chart.segments[0]?.constant).toBe(false);
  });
});

describe('excluded points', () => {
  test('leave the limits and let their neighbours meet: 4 6 [50] 4 6 has ranges of 2 only', () => {
    const values = [...turns(4, 6, 6), 50, ...turns(4, 6, 6)];
    const chart = xmrChart(values, { exclusions: [{ index: 6, reason: 'Strike' }] });
    expect(chart.segments[0]).toMatchObject({ centre: 5, averageMovingRange: 2, n: 13, baseline: { n: 12 } });
    expect(chart.method.exclusions).toEqual([{ index: 6, reason: 'Strike' }]);
  });

  test('stay drawn and judged', () => {
    const values = [...turns(4, 6, 6), 50, ...turns(4, 6, 6)];
    const chart = xmrChart(values, { exclusions: [{ index: 6, reason: 'Strike' }] });
    expect(chart.points[6]).toMatchObject({ value: 50, excluded: 'Strike' });
    expect(chart.points[5]?.excluded).toBeNull();
    expect(chart.byPoint[6]?.[0]?.rule).toBe('beyond');
  });
});

describe('a rebase', () => {
  const rebases = [{ index: 12, reason: 'New script' }];

  test('restarts limits, and the old ones stay where they were', () => {
    const chart = xmrChart([...turns(4, 6, 12), ...turns(9, 11, 12)], { rebases });
    expect(chart.points[11]).toMatchObject({ centre: 5, upper: expect.closeTo(10.32, 10) });
    expect(chart.points[12]).toMatchObject({ centre: 10, upper: expect.closeTo(15.32, 10) });
    expect(chart.segments.map(({ reason }) => reason)).toEqual([null, 'New script']);
    expect(chart.patterns).toEqual([]);
  });

  test('restarts runs and trends: four above the centre on either side of it are no run of eight', () => {
    const values = [...turns(4, 6, 8), 7, 7, 7, 7, 15, 15, 15, 15, ...turns(9, 11, 8)];
    expect(xmrChart(values).patterns.some(({ rule }) => rule === 'shift')).toBe(true);
    const chart = xmrChart(values, { rebases });
    expect(chart.patterns.filter(({ points }) => points.includes(11) && points.includes(12))).toEqual([]);
  });

  test('with 11 points after it has trial limits that judge nothing, while the old ones still do', () => {
    const chart = xmrChart([...turns(4, 6, 11), 40, ...turns(9, 11, 10), 90], { rebases });
    expect(chart.segments.map(({ trial }) => trial)).toEqual([false, true]);
    expect(chart.byPoint[11]?.[0]?.rule).toBe('beyond');
    expect(chart.byPoint.slice(12).flat()).toEqual([]);
  });

  test('at the last point leaves it without limits', () => {
    const chart = xmrChart(turns(4, 6, 13), { rebases });
    expect(chart.segments[1]).toMatchObject({ n: 1, centre: null, trial: true });
    expect(chart.points[12]).toMatchObject({ value: 4, centre: null, lower: null });
  });
});

describe('a measure that cannot be negative', () => {
  const values = [0, 5, 1, 6, 0, 5, 1, 6, 0, 5, 1, 6];

  test('has its lower limit at 0 and the raw one beside it: 3 − 2.66 × 4.91 = −10.06', () => {
    const chart = xmrChart(values, { floor: 0 });
    expect(chart.points[0]).toMatchObject({ lower: 0, rawLower: expect.closeTo(3 - (2.66 * 54) / 11, 10) });
    expect(chart.method.floor).toBe(0);
  });

  test('is not cut where it can be', () => {
    expect(xmrChart(values).points[0]?.lower).toBeLessThan(0);
  });
});

test('settings are told: rules, screening, constants, n', () => {
  const rules = withLengths(RULE_SETS.nhs, { shift: 6 });
  const chart = xmrChart([1, null, 2, 3], { screen: false, rules });
  expect(chart.method).toEqual({
    chart: 'xmr',
    rules,
    n: 3,
    counted: null,
    screening: false,
    constants: { limit: 2.66, screen: 3.267 },
    baseline: null,
    exclusions: [],
    rebases: [],
    sigmaZ: null,
    floor: null,
    ceiling: null,
    per: 1,
  });
});

describe('always', () => {
  const series = fc.array(fc.option(fc.integer({ min: 0, max: 300 }), { freq: 8 }), { maxLength: 50 });
  const length = fc.integer({ min: 1, max: 49 });

  test('a chart with a rebase is the charts of its two parts side by side', () => {
    fc.assert(
      fc.property(series, length, (values, at) => {
        fc.pre(at < values.length);
        const whole = xmrChart(values, { rebases: [{ index: at, reason: 'Here' }] });
        const [first, second] = [xmrChart(values.slice(0, at)), xmrChart(values.slice(at))];
        expect(whole.points).toEqual([...first.points, ...second.points]);
        expect(whole.byPoint.map((here) => here.length)).toEqual(
          [...first.byPoint, ...second.byPoint].map((here) => here.length),
        );
      }),
    );
  });

  test('there is one point for each value, segments cover all of them, and a gap has no limit', () => {
    fc.assert(
      fc.property(series, (values) => {
        const { points, segments } = xmrChart(values);
        expect(points.map(({ value }) => value)).toEqual(values);
        expect(segments.reduce((sum, { from, until }) => sum + until - from, 0)).toBe(values.length);
        for (const { value, lower } of points) if (value === null) expect(lower).toBeNull();
      }),
    );
  });
});
