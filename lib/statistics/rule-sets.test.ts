import { describe, expect, test } from 'vitest';
import { findPatterns, isBothWays, type JudgedPoint, patternsByPoint } from './patterns.ts';
import { RULE_SETS, type RuleId, type RuleSetId } from './rules.ts';

/** In units of sigma: about 0, limits at 3. */
const sigmas = (values: readonly (number | null)[]): JudgedPoint[] =>
  values.map((value) => ({ value, centre: 0, lower: -3, upper: 3 }));
const found = (set: RuleSetId, rule: RuleId, values: readonly (number | null)[]) =>
  findPatterns(sigmas(values), RULE_SETS[set]).filter((pattern) => pattern.rule === rule);
const repeat = (value: number, times: number) => Array<number>(times).fill(value);

// Cases of the R package qcc (tests/testthat/test-rules.R); it counts from 1 and marks where a pattern completes.
describe('Western Electric as in qcc', () => {
  test('beyond: 3.2 and −3.5, not 2.9', () => {
    expect(found('western_electric', 'beyond', [0, 3.2, -3.5, 2.9]).map(({ last }) => last)).toEqual([1, 2]);
  });

  test('2 of 3 beyond 2 sigma: 2.5 and 2.6 with 1 between them, completed by the fourth', () => {
    expect(found('western_electric', 'two_of_three', [0, 2.5, 1, 2.6, 0])).toEqual([
      { rule: 'two_of_three', direction: 'up', points: [1, 3], last: 3 },
    ]);
  });

  test('4 of 5 beyond 1 sigma: 1.2, 1.3, 1.4, 1.5 with 0.2 among them, completed by the sixth', () => {
    expect(found('western_electric', 'four_of_five', [0, 1.2, 1.3, 0.2, 1.4, 1.5])).toEqual([
      { rule: 'four_of_five', direction: 'up', points: [1, 2, 4, 5], last: 5 },
    ]);
    expect(found('western_electric', 'four_of_five', [1.2, 1.3, 1.4, 1.5, 0.2])).toEqual([]);
  });

  test('8 on one side', () => {
    expect(found('western_electric', 'shift', [...repeat(-1, 8), 1])).toMatchObject([
      { direction: 'down', last: 7 },
    ]);
  });

  test('all four at once, beyond first: seven at 2.5, then 3.2', () => {
    const patterns = findPatterns(sigmas([...repeat(2.5, 7), 3.2]), RULE_SETS.western_electric);
    expect(patternsByPoint(patterns, 8)[7]?.map(({ rule }) => rule)).toEqual([
      'beyond',
      'two_of_three',
      'four_of_five',
      'shift',
    ]);
  });
});

describe('Nelson as in qcc', () => {
  test('9 on one side: ten at 0.5 and ten at −0.5', () => {
    expect(found('nelson', 'shift', [...repeat(0.5, 10), ...repeat(-0.5, 10)])).toMatchObject([
      { direction: 'up', last: 9 },
      { direction: 'down', last: 19 },
    ]);
  });

  test('6 in one direction: 1 to 7, an equal neighbour, and down to 1 again', () => {
    expect(found('nelson', 'trend', [1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1])).toMatchObject([
      { direction: 'up', points: [0, 1, 2, 3, 4, 5, 6] },
      { direction: 'down', points: [7, 8, 9, 10, 11, 12, 13] },
    ]);
  });

  test('14 up and down in turn, none of 13', () => {
    const turns = [1, 3, 2, 4, 3, 5, 4, 6, 5, 7, 6, 8, 7, 9, 8];
    expect(found('nelson', 'alternating', turns)).toMatchObject([{ direction: null, last: 14 }]);
    expect(found('nelson', 'alternating', turns)[0]?.points).toHaveLength(15);
    expect(found('nelson', 'alternating', turns.slice(0, 13))).toEqual([]);
  });

  test('2 of 3 on one side, not on both: 2.3 0.4 2.2 and −2.4 −0.2 −2.5', () => {
    const completed = found('nelson', 'two_of_three', [0, 2.3, 0.4, 2.2, -2.4, -0.2, -2.5]);
    expect(completed.map(({ last }) => last)).toEqual([3, 6]);
  });

  test('4 of 5 above, then 4 of 5 below', () => {
    const values = [1.2, 1.3, 0.2, 1.4, 1.5, -1.2, -1.3, -0.1, -1.4, -1.5];
    expect(found('nelson', 'four_of_five', values).map(({ last }) => last)).toEqual([4, 9]);
  });

  test('15 within 1 sigma: sixteen at 0.3, then 1.2', () => {
    expect(found('nelson', 'hugging', [...repeat(0.3, 16), 1.2])).toMatchObject([
      { direction: null, last: 15 },
    ]);
    expect(found('nelson', 'hugging', repeat(0.3, 14))).toEqual([]);
  });

  test('8 outside of 1 sigma on both sides, not on one', () => {
    const values = [1.2, -1.3, 1.1, -1.4, 1.5, -1.2, 1.3, -1.1, 0.2];
    expect(found('nelson', 'avoiding', values)).toMatchObject([{ direction: null, last: 7 }]);
    expect(found('nelson', 'avoiding', repeat(1.2, 8))).toEqual([]);
  });

  test('points that never vary hug nothing', () => {
    const flat = Array.from({ length: 20 }, () => ({ value: 4, centre: 4, lower: 4, upper: 4 }));
    expect(findPatterns(flat, RULE_SETS.nelson)).toEqual([]);
  });

  test('a gap breaks what is in a row', () => {
    expect(found('nelson', 'hugging', [...repeat(0.3, 8), null, ...repeat(0.3, 8)])).toEqual([]);
    expect(found('nelson', 'alternating', [1, 3, 2, 4, 3, 5, 4, null, 4, 6, 5, 7, 6, 8])).toEqual([]);
  });
});

describe('NHS', () => {
  test('has none of the rules of the others', () => {
    const rules = new Set(
      findPatterns(sigmas([...repeat(1.2, 6), ...repeat(0.1, 16)]), RULE_SETS.nhs).map(({ rule }) => rule),
    );
    expect([...rules]).toEqual(['shift']);
  });
});

describe('Anhøj', () => {
  test('8 of 12 in one run, at most 7 allowed: all of the run, from its first point on', () => {
    expect(found('anhoej', 'long_run', [-1, 1, -1, -1, ...repeat(1, 8)])).toEqual([
      { rule: 'long_run', direction: 'up', points: [4, 5, 6, 7, 8, 9, 10, 11], last: 11 },
    ]);
  });

  test('a point on the centre is skipped, where it breaks a run of the other sets', () => {
    const values = [-1, 1, -1, -1, 1, 1, 1, 1, 0, 1, 1, 1, 1];
    expect(found('anhoej', 'long_run', values)[0]?.points).toEqual([4, 5, 6, 7, 9, 10, 11, 12]);
    expect(found('nhs', 'shift', values)).toEqual([]);
  });

  test('one crossing among 12 covers all useful points and has no direction', () => {
    expect(found('anhoej', 'few_crossings', [...repeat(1, 6), ...repeat(-1, 6)])).toMatchObject([
      { direction: null, last: 11 },
    ]);
  });

  test('silent below 10 useful points, but a point beyond a limit is told', () => {
    expect(findPatterns(sigmas([...repeat(1, 8), 4]), RULE_SETS.anhoej)).toMatchObject([{ rule: 'beyond' }]);
  });

  test('excluded points belong to no run', () => {
    const points = sigmas([-1, 1, -1, -1, ...repeat(1, 8)]).map((point, index) => ({
      ...point,
      excluded: index === 6,
    }));
    expect(findPatterns(points, RULE_SETS.anhoej)[0]?.points).toEqual([4, 5, 7, 8, 9, 10, 11]);
  });
});

test('a point above the limit inside a falling trend is improvement and deterioration at once', () => {
  const points = sigmas([3.1, 2, 1.5, 1, 0.5, 0.2, 0.1]);
  const [first] = patternsByPoint(findPatterns(points), 7);
  expect(first?.map(({ rule, direction }) => `${rule} ${direction}`)).toEqual([
    'trend down',
    'beyond up',
    'shift up',
  ]);
  expect(isBothWays(first ?? [])).toBe(true);
  expect(isBothWays(first?.slice(0, 1) ?? [])).toBe(false);
});
