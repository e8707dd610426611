import { describe, expect, test } from 'vitest';
import { gChart } from './g-chart.ts';
import { iPrimeChart } from './i-prime-chart.ts';
import { RULE_SETS } from './rules.ts';
import { runChart } from './run-chart.ts';
import { tChart } from './t-chart.ts';
import { xmrChart } from './xmr-chart.ts';

describe('g chart', () => {
  test('0, 2, 4, 6 cases between: mean 3, sd √(3 × 4) = 3.46, upper limit 13.39, lower 0, centre the median 3', () => {
    const chart = gChart([0, 2, 4, 6]);
    expect(chart.segments[0]?.centre).toBe(3);
    expect(chart.points[0]).toMatchObject({ lower: 0, upper: expect.closeTo(3 + 3 * Math.sqrt(12), 12) });
  });

  test('the centre is the median where the mean is not: 0, 1, 2, 37 has 1.5 and mean 10', () => {
    const chart = gChart([0, 1, 2, 37]);
    expect(chart.segments[0]?.centre).toBe(1.5);
    expect(chart.points[0]?.rawUpper).toBeCloseTo(10 + 3 * Math.sqrt(110), 12);
  });

  test('no rule by zones holds, a run about the median does', () => {
    const chart = gChart([...Array<number>(8).fill(2), ...Array<number>(8).fill(9), 3], {
      rules: RULE_SETS.nelson,
    });
    expect(chart.method.rules).toMatchObject({ twoOfThree: null, fourOfFive: false, shift: 9 });
    expect(gChart([...Array<number>(8).fill(2), 5, ...Array<number>(8).fill(9)]).patterns).toMatchObject([
      { rule: 'shift', direction: 'down' },
      { rule: 'shift', direction: 'up' },
    ]);
  });

  test('always none between has limits of 0; −1 is refused', () => {
    expect(gChart([0, 0, 0]).segments[0]).toMatchObject({ centre: 0, constant: true });
    expect(() => gChart([1, -1])).toThrow('not a number of cases');
  });
});

describe('t chart', () => {
  // Hours between failures of a valve: Montgomery, example 7.6.
  const hours = [
    286, 948, 536, 124, 816, 729, 4, 143, 431, 8, 2837, 596, 81, 227, 603, 492, 1199, 1214, 2831, 96,
  ];

  test('of 20 failures: transformed mean 5.3893, ranges 2.3609, so 430.0 hours, upper limit 6,940, lower 0', () => {
    const chart = tChart(hours);
    expect(chart.segments[0]).toMatchObject({
      centre: expect.closeTo(430.040952, 5),
      averageMovingRange: expect.closeTo(2.360921, 6),
    });
    expect(chart.points[0]).toMatchObject({ value: 286, lower: 0, upper: expect.closeTo(6940.084221, 4) });
    expect(chart.patterns).toEqual([]);
  });

  test('1 and 2^3.6 hours in turn: centre 1.5^3.6, upper limit 4.16^3.6, sigma not defined', () => {
    const chart = tChart(Array.from({ length: 12 }, (_, index) => (index % 2 ? 2 ** 3.6 : 1)));
    expect(chart.segments[0]?.centre).toBeCloseTo(1.5 ** 3.6, 9);
    expect(chart.points[0]).toMatchObject({ sigma: null, upper: expect.closeTo(4.16 ** 3.6, 6) });
  });

  test('rules look at the transformed times: what they find is what they find there', () => {
    const times = [...hours.slice(0, 12), 9000, ...Array<number>(8).fill(2000)];
    const transformed = times.map((time) => time ** (1 / 3.6));
    expect(tChart(times).patterns).toEqual(xmrChart(transformed).patterns);
  });

  test('two events at one time are refused with a way out', () => {
    expect(() => tChart([3, 0, 2])).toThrow('use hours, or a g chart');
  });
});

describe('i′ chart', () => {
  const of = (numerator: number, denominator: number) => ({ numerator, denominator });

  test('10, 30 and 20 in 10: centre 2, steps √(π/2) × 2 / √0.2 and half of it, limits 2 ± 3 mean / √10', () => {
    const chart = iPrimeChart([of(10, 10), of(30, 10), of(20, 10)], { screen: false });
    const mean = (Math.sqrt(Math.PI / 2) * 1.5) / Math.sqrt(0.2);
    expect(chart.segments[0]?.centre).toBe(2);
    expect(chart.points[0]).toMatchObject({
      upper: expect.closeTo(2 + (3 * mean) / Math.sqrt(10), 10),
      lower: expect.closeTo(-1.988, 3),
    });
  });

  test('with like denominators it is an XmR chart but for the constant: 3 √(π/2) / √2 = 2.6587 for 2.66', () => {
    const values = [310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299];
    const prime = iPrimeChart(values.map((value) => of(value * 7, 7)));
    const plain = xmrChart(values);
    const reach = (chart: typeof plain) =>
      (chart.points[0]?.rawUpper ?? 0) - (chart.segments[0]?.centre ?? 0);
    expect(reach(prime) / reach(plain)).toBeCloseTo((3 * Math.sqrt(Math.PI / 4)) / 2.66, 10);
  });

  test('points that counted more have narrower limits, gaps none, and a gap no step on either side', () => {
    const chart = iPrimeChart([of(4, 4), of(48, 16), null, of(90, 9), of(0, 0)]);
    const [few, many, gap, last] = chart.points;
    expect((few?.sigma ?? 0) / (many?.sigma ?? 1)).toBeCloseTo(2, 12);
    expect(gap?.upper).toBeNull();
    expect(last?.sigma).toBeCloseTo((Math.sqrt(Math.PI / 2) * 2) / Math.sqrt(1 / 4 + 1 / 16) / 3, 10);
  });

  test('all alike is constant; flat stretches at two heights beside a gap have no limits', () => {
    expect(iPrimeChart([of(4, 2), of(6, 3)]).segments[0]).toMatchObject({ centre: 2, constant: true });
    const split = iPrimeChart([of(1, 1), of(1, 1), null, of(2, 1), of(2, 1)]);
    expect(split.segments[0]?.centre).toBeNull();
  });

  test('is cut where the mean cannot be smaller', () => {
    const chart = iPrimeChart([of(0, 10), of(30, 10), of(5, 10)], { floor: 0 });
    expect(chart.points[0]).toMatchObject({ lower: 0 });
    expect(chart.points[0]?.rawLower).toBeLessThan(0);
  });
});

describe('run chart', () => {
  test('has a median and no limits: 3, 1, 2 has 2', () => {
    const chart = runChart([3, 1, 2]);
    expect(chart.segments[0]).toMatchObject({ centre: 2, averageMovingRange: null });
    expect(chart.points[0]).toMatchObject({ centre: 2, lower: null, upper: null, sigma: null });
  });

  test('is judged from 10 useful points on, also where limits would still be a trial', () => {
    const chart = runChart([1, 1, 1, 1, 1, 9, 9, 9, 9, 9]);
    expect(chart.segments[0]?.runs).toMatchObject({
      useful: 10,
      crossings: 1,
      crossingsNeeded: 2,
      signal: true,
    });
    expect(chart.patterns).toMatchObject([{ rule: 'few_crossings', direction: null }]);
    expect(runChart([1, 1, 1, 1, 9, 9, 9, 9, 9]).patterns).toEqual([]);
  });

  test('is judged by Anhøj’s rules whatever set is asked for', () => {
    expect(runChart([1, 2, 3], { rules: RULE_SETS.nhs }).method.rules).toBe(RULE_SETS.anhoej);
  });

  test('a series that never leaves its median has no useful point', () => {
    expect(runChart([4, 4, 4]).segments[0]).toMatchObject({ constant: true, runs: null });
  });
});
