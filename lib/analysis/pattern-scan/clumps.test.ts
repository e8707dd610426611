import { describe, expect, test } from 'vitest';
import { findClumping, ownDispersion } from './clumps.ts';
import { NO_TALLY, type Tally } from './tally.ts';

const incidents = (counts: readonly number[]): Tally[] =>
  counts.map((count) => ({ ...NO_TALLY, incidents: count }));
const times = (factor: number, counts: readonly number[]) => counts.map((count) => factor * count);

const ONE = [12, 9, 14, 8, 11, 13, 7, 10, 12, 9, 11, 8];
const OTHER = [9, 13, 8, 12, 10, 8, 14, 11, 9, 13, 8, 12];
const ALL = ONE.map((count, index) => count + (OTHER[index] ?? 0));
const values = (factor: number) =>
  [ONE, OTHER].map((counts) => ({ dimension: 'trigger' as const, weeks: incidents(times(factor, counts)) }));
const trigger = [{ dimension: 'trigger', code: 1 }] as const;
const PRIOR = { usual: 1, weeks: 20 };

describe('how incidents come in clumps', () => {
  test('each incident three times over varies three times as much', () => {
    const single = findClumping({ all: incidents(ALL), values: values(1) });
    const tripled = findClumping({ all: incidents(times(4, ALL)), values: values(4) });
    const ratio = 4 * ratioOf(ONE, ALL);
    expect(single.usual('rising', trigger)).toBe(1);
    expect(tripled.usual('rising', trigger)).toBeCloseTo(ratio / (1 - 2 / 99) ** 3, 10);
  });

  test('what is usual for a pair is the mean of its dimensions; one that says nothing counts as 1', () => {
    const clumping = findClumping({ all: incidents(times(8, ALL)), values: values(8) });
    const [alone, pair] = [
      clumping.usual('rising', trigger),
      clumping.usual('rising', [...trigger, { dimension: 'weekday', code: 2 }]),
    ];
    expect(pair).toBeCloseTo((alone + 1) / 2, 12);
  });

  test('with fewer than four weeks nothing is known, and independent incidents are assumed', () => {
    const all = incidents(times(9, ALL.slice(0, 3)));
    const clumping = findClumping({
      all,
      values: [{ dimension: 'trigger', weeks: incidents([90, 20, 90]) }],
    });
    expect(clumping.usual('rising', trigger)).toBe(1);
    expect(ownDispersion('rising', [], all, { usual: 1.4, weeks: 20 })).toBe(1.4);
  });
});

describe('a combination of its own', () => {
  test('eleven degrees of freedom of its own with a ratio r and twenty usual weeks make (w r + 20) / (w + 20)', () => {
    const own = times(6, ONE);
    const mean = own.reduce((sum, count) => sum + count, 0) / own.length;
    const worth = 11 / (1 + 1 / (2 * mean));
    const ratio = 6 * ratioOf(ONE, ALL);
    const dispersion = ownDispersion('rising', incidents(own), incidents(times(6, ALL)), PRIOR);
    expect(dispersion).toBeCloseTo(Math.max(1, (worth * ratio + 20) / (worth + 20)), 10);
  });

  test('escalations scatter by their share of those with a known path', () => {
    const weeks = ONE.map((_, index) => ({ ...NO_TALLY, known: 20, escalated: index % 2 === 0 ? 0 : 20 }));
    expect(ownDispersion('escalated', weeks, weeks, PRIOR)).toBeGreaterThan(5);
    expect(ownDispersion('bad', weeks, weeks, PRIOR)).toBe(1);
  });

  test('it never makes counts vary less than chance does', () => {
    const even = incidents(Array(12).fill(10));
    expect(ownDispersion('rising', even, incidents(Array(12).fill(30)), { usual: 0.5, weeks: 20 })).toBe(1);
  });
});

/** Pearson's chi-square of shares about the pooled share by its degrees of freedom. */
function ratioOf(own: readonly number[], all: readonly number[]): number {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const share = sum(own) / sum(all);
  const parts = own.map((count, index) => {
    const expected = (all[index] ?? 0) * share;
    return (count - expected) ** 2 / (expected * (1 - share));
  });
  return sum(parts) / (own.length - 1);
}
