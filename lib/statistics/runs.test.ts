import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRuns } from './runs.ts';

/** Points about 0: + above, - below, 0 on the centre, a dot a gap. */
const course = (text: string) =>
  [...text].map((sign) => ({ '+': 1, '-': -1, '0': 0, '.': null })[sign] ?? null);
const of = (text: string) => findRuns(course(text), 0);

describe('limits of runs and crossings', () => {
  test.each([
    // n, longest run allowed round(log2 n) + 3, fewest crossings: 5 % quantile of n − 1 tosses
    [10, 6, 2],
    [11, 6, 2],
    [12, 7, 3],
    [16, 7, 4],
    [20, 7, 6],
    [24, 8, 8],
    [50, 9, 19],
    [100, 10, 41],
  ])('%i useful points: a run of at most %i, at least %i crossings', (n, longestAllowed, crossingsNeeded) => {
    const turns = of('+-'.repeat(n / 2 + 1).slice(0, n));
    expect(turns).toMatchObject({
      useful: n,
      longestAllowed,
      crossingsNeeded,
      crossings: n - 1,
      signal: false,
    });
  });
});

describe('a signal', () => {
  test('a run of 8 among 12 is one, of 7 among 13 is none', () => {
    expect(of('-+--++++++++')).toMatchObject({ longest: 8, signal: true });
    expect(of('-+-++-+++++++')).toMatchObject({ longest: 7, crossings: 5, signal: false });
  });

  test('one crossing among 12 is one, whatever its runs', () => {
    expect(of('++++++------')).toMatchObject({ longest: 6, crossings: 1, crossingsNeeded: 3, signal: true });
  });

  test('points on the centre and gaps are skipped, they end no run', () => {
    expect(of('+0+.+++++0+---')).toMatchObject({ useful: 11, longest: 8, crossings: 1 });
    expect(of('+0+.+++++0+---')?.runs[0]?.points).toEqual([0, 2, 4, 5, 6, 7, 8, 10]);
  });

  test('below 10 useful points nothing is said', () => {
    expect(of('+++++++++')).toMatchObject({ useful: 9, longest: 9, signal: null });
    expect(of('000')).toBeNull();
    expect(findRuns([], 0)).toBeNull();
  });
});

test('runs hold every useful point once, and crossings are one less than runs', () => {
  const signs = fc.array(fc.constantFrom(-1, 0, 1, null), { maxLength: 60 });
  fc.assert(
    fc.property(signs, (values) => {
      const found = findRuns(values, 0);
      const useful = values.flatMap((value, index) => (value === null || value === 0 ? [] : [index]));
      expect(found?.runs.flatMap(({ points }) => points) ?? []).toEqual(useful);
      expect(found?.crossings ?? -1).toBe((found?.runs.length ?? 0) - 1);
    }),
  );
});
