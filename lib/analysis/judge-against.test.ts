import { describe, expect, test } from 'vitest';
import { shiftDays } from '../filters/local-dates.ts';
import { MEASURES } from '../measures/measures.ts';
import { judgeAgainst, judgeSeason } from './judge-against.ts';
import type { SeriesPoint } from './series.ts';

const weeks = (from: string, counts: readonly number[]): SeriesPoint[] =>
  counts.map((value, index) => {
    const start = shiftDays(from, index * 7);
    const window = { from: start, until: shiftDays(start, 7) };
    return { start, window, value, numerator: value, denominator: value, incidents: value, partial: false };
  });
const calm = [9, 10, 11, 10, 9, 11, 10, 9, 11, 10, 9, 11];
const earlier = weeks('2024-01-01', calm);

test('weeks like those before are no change', () => {
  expect(judgeAgainst(MEASURES.incidents, earlier, weeks('2024-03-25', [10, 9, 11]))).toEqual({
    verdict: 'unchanged',
  });
});

test('four weeks of 20 after twelve of 9 to 11 lie beyond the limit of those before', () => {
  const found = judgeAgainst(MEASURES.incidents, earlier, weeks('2024-03-25', [20, 20, 20, 20]));
  expect(found.verdict).toBe('changed');
  expect(
    found.verdict === 'changed' && found.patterns.map(({ rule, points }) => [rule, points]),
  ).toContainEqual(['beyond', [0]]);
});

test('a calm period after a wild one of its own is judged by the wild one', () => {
  const wild = weeks('2024-01-01', [2, 18, 3, 19, 2, 17, 4, 18, 1, 19, 3, 17]);
  expect(judgeAgainst(MEASURES.incidents, wild, weeks('2024-03-25', [20, 1, 20, 1])).verdict).toBe(
    'unchanged',
  );
});

test('a trend does not reach from one period into another that does not follow it', () => {
  const rising = weeks('2023-01-02', [10, 10, 10, 10, 10, 11, 10, 11, 12, 13, 14, 15]);
  const later = [16, 17, 18];
  const ruleOf = (from: string) => {
    const found = judgeAgainst(MEASURES.incidents, rising, weeks(from, later));
    return found.verdict === 'changed' ? found.patterns.map(({ rule }) => rule) : [];
  };
  expect(ruleOf('2023-03-27')).toContain('trend');
  expect(ruleOf('2024-01-01')).not.toContain('trend');
});

test('eleven weeks before are too few to judge by', () => {
  expect(judgeAgainst(MEASURES.incidents, earlier.slice(1), weeks('2024-03-25', [99]))).toEqual({
    verdict: 'too_early',
    n: 11,
  });
});

describe('against the same weeks of a year before', () => {
  const season = [10, 11, 9, 10, 12, 10, 11, 18, 20, 19, 21, 18, 10, 11];
  const later = (counts: readonly number[]) => weeks('2024-01-01', counts);

  test('a rush that came last year too is no change, though its weeks lie far above the rest', () => {
    const again = season.map((count, index) => count + ([1, -1, 0][index % 3] ?? 0));
    expect(judgeSeason(later(again), season)).toEqual({ verdict: 'unchanged' });
  });

  test('a rush that did not come last year is one: 8 to 11 more in five weeks', () => {
    const calm = [10, 9, 11, 10, 12, 9, 10, 10, 11, 10, 9, 10, 11, 10];
    expect(judgeSeason(later(season), calm).verdict).toBe('changed');
  });

  test('seven weeks in a row a little above last year are a shift', () => {
    const found = judgeSeason(later(season.map((count) => count + 1)), season);
    expect(found.verdict).toBe('changed');
  });

  test('eleven weeks that meet are too few', () => {
    const known = season.map((count, index) => (index < 3 ? null : count));
    expect(judgeSeason(later(season), known)).toEqual({ verdict: 'too_early', n: 11 });
  });
});
