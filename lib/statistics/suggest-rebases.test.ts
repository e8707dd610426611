import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidateLimits } from './candidate-limits.ts';
import { pChart } from './p-chart.ts';
import { suggestRebases } from './suggest-rebases.ts';
import { xmrChart } from './xmr-chart.ts';

const of = (values: readonly (number | null)[], points?: number) =>
  suggestRebases((settings) => xmrChart(values, settings), points === undefined ? {} : { points });
const starts = (values: readonly number[]) => of(values).suggestions.map(({ index }) => index + 1);
const repeat = (values: readonly number[], times: number) =>
  Array<readonly number[]>(times).fill(values).flat();

// Series and outcomes of the R package autospc (tests/testthat/test-identify_opposite_break.R); it counts from 1.
describe('as in autospc', () => {
  const down = [
    11, 13, 13, 13, 12, 6, 8, 10, 11, 15, 14, 10, 9, 8, 8, 12, 6, 9, 14, 9, 14, 15, 15, 14, 14, 14, 16, 15,
    15, 14, 14, 1, 1, 2, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 0, 0,
  ];
  const up = [
    9, 8, 14, 13, 11, 13, 7, 12, 3, 14, 11, 6, 11, 5, 14, 7, 12, 8, 11, 9, 8, 7, 7, 7, 7, 6, 6, 6, 6, 8, 7,
    15, 15, 14, 15, 16, 13, 14, 16, 15, 15, 15, 14, 14, 15, 14,
  ];
  const equal = [
    10, 14, 5, 13, 11, 6, 9, 11, 10, 12, 7, 14, 12, 14, 7, 11, 5, 9, 8, 10, 11, 4, 5, 6, 4, 5, 3, 4, 4, 4, 5,
    15, 15, 16, 14, 15, 15, 14, 14, 14, 16, 12, 16, 15, 13, 15,
  ];
  const settled = [
    8, 8, 13, 5, 12, 13, 10, 8, 6, 12, 11, 4, 8, 9, 7, 10, 12, 5, 11, 9, 11, 16, 14, 14, 15, 14, 15, 14, 15,
    15, 13, 13, 16, 15, 15, 12, 15, 14, 15, 14, 16, 17, 13, 15, 14, 14,
  ];

  test('a run of the other side within the new period: no suggestion', () => {
    for (const series of [down, up, equal]) expect(starts(series)).toEqual([]);
    expect(of(down).rejected[0]).toMatchObject({ direction: 'up', because: 'opposite_run' });
  });

  test('25 points that stay up: a suggestion at the 22nd', () => {
    expect(starts(settled)).toEqual([22]);
  });

  // tests/testthat/test-no_regrets.R
  const turning = [
    15, 23, 22, 18, 18, 13, 22, 20, 25, 20, 14, 19, 19, 19, 21, 24, 18, 25, 15, 17, 23, 17, 16, 19, 20, 22,
    17, 24, 17, 21, 29, 27, 26, 23, 23, 22, 28, 27, 25, 31, 24, 25, 31, 21, 23, 26, 20, 19, 20, 18, 21,
  ];

  test('a last run on the other side that could go on keeps the suggestion back, until it ends', () => {
    expect(starts(turning)).toEqual([]);
    expect(of(turning).rejected).toContainEqual(expect.objectContaining({ because: 'may_return' }));
    expect(starts([...turning, 18])).toEqual([]);
    expect(starts([...turning, 18, 16])).toEqual([]);
    expect(starts([...turning, 18, 16, 17])).toEqual([]);
    expect(starts([...turning, 18, 16, 27])).toHaveLength(1);
  });

  // tests/testthat/test-algorithm.R
  test('a step and a stable stretch after it: one suggestion at the 26th, and no further run to look at', () => {
    const series = [...repeat([10, 12, 11, 13, 9], 5), ...repeat([30, 32, 31, 33, 29], 11)];
    expect(starts(series)).toEqual([26]);
  });
});

describe('the evidence', () => {
  const series = [...repeat([10, 12, 11, 13, 9], 5), ...repeat([30, 32, 31, 33, 29], 5)];
  const [suggestion] = of(series).suggestions;

  test('says how many in a row, and centre and limits before and after', () => {
    expect(suggestion).toMatchObject({
      index: 25,
      direction: 'up',
      run: 25,
      period: { from: 25, until: 46 },
      excluded: [],
    });
    // The first 21: four times 10 + 12 + 11 + 13 + 9 = 55 and one 10.
    expect(suggestion?.before.centre).toBeCloseTo(230 / 21, 12);
    expect(suggestion?.after.centre).toBeCloseTo((4 * 155 + 30) / 21, 12);
    expect(suggestion?.before.upper).toBeLessThan(suggestion?.after.lower ?? 0);
    // Ranges 2 1 2 4 and the step back of 1 from one group of five to the next: 4 × 10 / 20, sigma 2.66 × 2 / 3.
    const sigma = (2.66 * 2) / 3;
    expect(suggestion?.sigmas).toBeCloseTo(((4 * 155 + 30) / 21 - 230 / 21) / sigma, 10);
  });

  test('accepted, the chart has no shift any more', () => {
    const rebases = [{ index: 25, reason: 'Suggested, accepted' }];
    expect(xmrChart(series).patterns).not.toEqual([]);
    expect(xmrChart(series, { rebases }).patterns).toEqual([]);
  });
});

describe('limits of a period', () => {
  const turns = Array.from({ length: 21 }, (_, index) => (index % 2 ? 6 : 4));

  test('leave out up to three extreme points', () => {
    const extreme = new Map([
      [3, 25],
      [9, 300],
      [15, 80],
      [19, 12],
    ]);
    const values = turns.map((value, index) => extreme.get(index) ?? value);
    const found = candidateLimits((settings) => xmrChart(values, settings), 0, 21);
    expect(found?.excluded).toEqual([3, 9, 15]);
    expect(found?.points[19]?.upper).toBeLessThan(12);
  });

  test('leave out none where none is beyond', () => {
    expect(candidateLimits((settings) => xmrChart(turns, settings), 0, 21)).toMatchObject({
      excluded: [],
      period: { from: 0, until: 21 },
    });
  });

  test('gaps do not count: 21 points with two gaps end at the 23rd', () => {
    const values = [...turns.slice(0, 5), null, null, ...turns.slice(5)];
    const found = candidateLimits((settings) => xmrChart(values, settings), 0, 21);
    expect(found?.period).toEqual({ from: 0, until: 23 });
  });
});

describe('little to go by', () => {
  test('20 points are too few, none and only gaps too', () => {
    expect(of(repeat([4, 6], 10))).toEqual({ suggestions: [], rejected: [] });
    expect(of([])).toEqual({ suggestions: [], rejected: [] });
    expect(of(Array<null>(30).fill(null))).toEqual({ suggestions: [], rejected: [] });
  });

  test('20 points after the shift are too few for a suggestion, 21 are enough', () => {
    const before = repeat([4, 6, 5], 7);
    const settled = (length: number) => repeat([14, 16, 15], 7).slice(0, length);
    expect(of([...before, ...settled(20)]).suggestions).toEqual([]);
    expect(of([...before, ...settled(21)]).suggestions).toMatchObject([{ index: 21, run: 21 }]);
  });

  test('months take 24, and 11 are refused', () => {
    const series = [...repeat([4, 6, 5], 8), ...repeat([14, 16, 15], 8)];
    expect(of(series, 24).suggestions).toMatchObject([{ index: 24, period: { from: 24, until: 48 } }]);
    expect(() => of(series, 11)).toThrow('at least 12');
  });

  test('a constant series has no shift', () => {
    expect(of(Array<number>(60).fill(5))).toEqual({ suggestions: [], rejected: [] });
  });
});

test('shares are judged by their own limits: 10 of 100 for 21 weeks, then 20 of 100', () => {
  const points = [...repeat([9, 11, 10], 7), ...repeat([19, 21, 20], 7)].map((numerator) => ({
    numerator,
    denominator: 100,
  }));
  const { suggestions } = suggestRebases((settings) => pChart(points, settings));
  expect(suggestions).toMatchObject([{ index: 21, direction: 'up' }]);
  expect(suggestions[0]?.before.centre).toBeCloseTo(0.1, 12);
  expect(suggestions[0]?.after.centre).toBeCloseTo(0.2, 12);
});

test('from the newest rebase on, only what comes after it is looked at', () => {
  const series = [...repeat([4, 6, 5], 7), ...repeat([14, 16, 15], 7), ...repeat([24, 26, 25], 7)];
  expect(of(series).suggestions.map(({ index }) => index)).toEqual([21, 42]);
  const later = suggestRebases((settings) => xmrChart(series, settings), { from: 21 });
  expect(later.suggestions.map(({ index }) => index)).toEqual([42]);
});

test('a series turned upside down has the same suggestions the other way', () => {
  const values = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 42, maxLength: 90 });
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 30 }), (drawn, step) => {
      const series = drawn.map((value, index) => value + (index >= 30 ? step : 0));
      const turned = series.map((value) => 100 - value);
      const [one, other] = [of(series), of(turned)];
      expect(other.suggestions.map(({ index, run }) => [index, run])).toEqual(
        one.suggestions.map(({ index, run }) => [index, run]),
      );
      expect(other.suggestions.map(({ direction }) => direction)).toEqual(
        one.suggestions.map(({ direction }) => (direction === 'up' ? 'down' : 'up')),
      );
    }),
    { numRuns: 60 },
  );
});
