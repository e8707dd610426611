import { describe, expect, test } from 'vitest';
import { assurance } from './assurance.ts';
import { runChart } from './run-chart.ts';
import { xmrChart } from './xmr-chart.ts';

// 4 and 6 in turn: limits 5 ± 5.32, −0.32 and 10.32.
const turns = Array.from({ length: 12 }, (_, index) => (index % 2 ? 6 : 4));
const chart = xmrChart(turns);

describe('a target', () => {
  test.each([
    ['higher', 11, 'fail'],
    ['higher', -1, 'pass'],
    ['lower', 11, 'pass'],
    ['lower', -1, 'fail'],
    ['higher', 7, 'hit_and_miss'],
    ['lower', 10.32, 'hit_and_miss'],
    ['neutral', 11, null],
  ] as const)('where %s is better, of %f: %s', (better, target, expected) => {
    expect(assurance(chart, target, better)).toBe(expected);
  });

  test('that is not set promises nothing', () => {
    expect(assurance(chart, null, 'higher')).toBeNull();
  });

  test('holds for the newest stretch only', () => {
    const shifted = [...turns, ...turns.map((value) => value + 20)];
    const rebases = [{ index: 12, reason: 'New script' }];
    expect(assurance(xmrChart(shifted, { rebases }), 11, 'higher')).toBe('pass');
  });

  test('is not told from a trial, a run chart, an empty stretch or no points', () => {
    expect(assurance(xmrChart(turns.slice(1)), 11, 'higher')).toBeNull();
    expect(assurance(runChart(turns), 11, 'higher')).toBeNull();
    const gaps = Array<null>(12).fill(null);
    const rebases = [{ index: 12, reason: 'Moved' }];
    expect(assurance(xmrChart([...turns, ...gaps], { rebases }), 11, 'higher')).toBeNull();
    expect(assurance(xmrChart([]), 11, 'higher')).toBeNull();
  });

  test('is held against the newest point with a value where the last is a gap', () => {
    expect(assurance(xmrChart([...turns, null]), 11, 'higher')).toBe('fail');
  });
});
