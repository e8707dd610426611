import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bernoulliCusum } from './bernoulli-cusum.ts';

const cases = (event: boolean, times: number) => Array<boolean>(times).fill(event);

describe('a risk of 10 %', () => {
  test('looks for 2/11 and 1/19, twice and half the odds of 1/9', () => {
    const { higher, lower } = bernoulliCusum([], 0.1);
    expect(higher).toBeCloseTo(2 / 11, 12);
    expect(lower).toBeCloseTo(1 / 19, 12);
  });

  test('an event adds ln(20/11), a case without one takes ln(11/10) away, never past 0', () => {
    const { points } = bernoulliCusum([true, false, false, true], 0.1);
    expect(points[0]?.up).toBeCloseTo(Math.log(20 / 11), 12);
    expect(points[1]?.up).toBeCloseTo(Math.log(20 / 11) - Math.log(1.1), 12);
    expect(bernoulliCusum([false], 0.1).points[0]?.up).toBe(0);
  });

  test('the sixth event in a row signals (6 × 0.598 = 3.59), and it starts again from 0', () => {
    const { points } = bernoulliCusum(cases(true, 8), 0.1);
    expect(points.map(({ signal }) => signal)).toEqual([null, null, null, null, null, 'up', null, null]);
    expect(points[6]?.up).toBeCloseTo(Math.log(20 / 11), 12);
  });

  test('69 cases without an event signal a lower risk: 3.5 / ln(20/19) = 68.2', () => {
    const { points } = bernoulliCusum(cases(false, 69), 0.1);
    expect(points.findIndex(({ signal }) => signal === 'down')).toBe(68);
    expect(points[67]?.down).toBeCloseTo(-68 * Math.log(20 / 19), 9);
  });

  test('an outcome that is not known adds nothing', () => {
    const [one, gap] = bernoulliCusum([true, null], 0.1).points;
    expect(gap).toEqual(one);
  });

  test('a higher limit takes longer: 5 needs 9 events in a row', () => {
    const { points } = bernoulliCusum(cases(true, 12), 0.1, { limit: 5 });
    expect(points.findIndex(({ signal }) => signal === 'up')).toBe(8);
  });
});

test('risks of 0 and 1, an odds ratio of 1 and a limit of 0 are refused', () => {
  expect(() => bernoulliCusum([], 0)).toThrow('a risk');
  expect(() => bernoulliCusum([], 1)).toThrow('a risk');
  expect(() => bernoulliCusum([], 0.1, { oddsRatio: 1 })).toThrow('odds ratio');
  expect(() => bernoulliCusum([], 0.1, { limit: 0 })).toThrow('a limit');
});

test('evidence stays on its own side of 0, and a signal is at or past the limit', () => {
  const outcomes = fc.array(fc.option(fc.boolean(), { freq: 9 }), { maxLength: 200 });
  fc.assert(
    fc.property(outcomes, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (drawn, risk) => {
      for (const { up, down, signal } of bernoulliCusum(drawn, risk).points) {
        expect(up).toBeGreaterThanOrEqual(0);
        expect(down).toBeLessThanOrEqual(0);
        expect(signal === 'up').toBe(up >= 3.5);
      }
    }),
  );
});
