import { describe, expect, test } from 'vitest';
import { NO_COUNTS } from './cells.ts';
import { findClumping, ownDispersion } from './clumps.ts';
import type { Combination } from './combinations.ts';
import { NO_TALLY, type Tally } from './tally.ts';
import { randomFrom } from './testing/random-rows.ts';

const incidents = (counts: readonly number[]): Tally[] =>
  counts.map((count) => ({ ...NO_TALLY, incidents: count }));
const times = (factor: number, counts: readonly number[]) => counts.map((count) => factor * count);

const ONE = [12, 9, 14, 8, 11, 13, 7, 10, 12, 9, 11, 8];
const OTHER = [9, 13, 8, 12, 10, 8, 14, 11, 9, 13, 8, 12];
const ALL = ONE.map((count, index) => count + (OTHER[index] ?? 0));
const values = (factor: number) =>
  [ONE, OTHER].map((counts) => ({ dimension: 'trigger' as const, weeks: incidents(times(factor, counts)) }));
const TRIGGER = [{ dimension: 'trigger', code: 1 }] as const;
/** A combination that has this part of all incidents. */
const counted = (combination: Combination, part: number) => ({
  kind: 'rising' as const,
  combination,
  own: { ...NO_COUNTS, now: 1000 * part, before: 1000 * part },
  all: { ...NO_COUNTS, now: 1000, before: 1000 },
});
const PRIOR = { usual: 1, weeks: 20 };

describe('how incidents come in clumps', () => {
  test('each incident three times over varies three times as much', () => {
    const single = findClumping({ all: incidents(ALL), values: values(1) });
    const tripled = findClumping({ all: incidents(times(4, ALL)), values: values(4) });
    const ratio = 4 * ratioOf(ONE, ALL);
    expect(single.usual(counted(TRIGGER, 0.5))).toBe(1);
    expect(tripled.usual(counted(TRIGGER, 0.5))).toBeCloseTo(ratio / (1 - 2 / 99) ** 3, 10);
  });

  test('what is usual for a pair is the mean of its dimensions; one that says nothing counts as 1', () => {
    const clumping = findClumping({ all: incidents(times(8, ALL)), values: values(8) });
    const [alone, pair] = [
      clumping.usual(counted(TRIGGER, 0.5)),
      clumping.usual(counted([...TRIGGER, { dimension: 'weekday', code: 2 }], 0.5)),
    ];
    expect(pair).toBeCloseTo((alone + 1) / 2, 12);
  });

  test('with fewer than four weeks nothing is known, and independent incidents are assumed', () => {
    const all = incidents(times(9, ALL.slice(0, 3)));
    const clumping = findClumping({
      all,
      values: [{ dimension: 'trigger', weeks: incidents([90, 20, 90]) }],
    });
    expect(clumping.usual(counted(TRIGGER, 0.5))).toBe(1);
    expect(ownDispersion('rising', [], all, { usual: 1.4, weeks: 20 })).toBe(1.4);
  });
});

describe('a combination with fewer incidents than the values that it has', () => {
  // Forty values with 5 to 200 incidents a week over 26 weeks.
  const MEANS = Array.from({ length: 40 }, (_, index) => 5 * (index + 1));
  const WEEKS = Array.from({ length: 26 }, (_, week) => week);
  const median = 102.5 / MEANS.reduce((sum, mean) => sum + mean, 0);
  const clumpingOf = (draw: (mean: number, chance: () => number) => number) => {
    const random = randomFrom(11);
    const chance = () => Math.sqrt(12) * (random() - 0.5);
    const weeks = MEANS.map((mean) => WEEKS.map(() => Math.max(0, Math.round(draw(mean, chance)))));
    const all = WEEKS.map((week) => weeks.reduce((sum, own) => sum + (own[week] ?? 0), 0));
    return findClumping({
      all: incidents(all),
      values: weeks.map((own) => ({ dimension: 'trigger', weeks: incidents(own) })),
    });
  };

  test('varies as much where incidents come four at a time: the variance is four times that of independent ones', () => {
    const clumping = clumpingOf((mean, chance) => mean + Math.sqrt(4 * mean) * chance());
    expect(clumping.usual(counted(TRIGGER, median))).toBeCloseTo(4, 0);
    expect(clumping.usual(counted(TRIGGER, median / 20))).toBeGreaterThan(3);
  });

  test('varies hardly more than chance where rates vary: a fifth of 100 is 4 times their variance, of 5 a fifth more', () => {
    const clumping = clumpingOf((mean, chance) => mean + Math.sqrt(mean) * chance() + 0.17 * mean * chance());
    expect(clumping.usual(counted(TRIGGER, median))).toBeGreaterThan(3);
    expect(clumping.usual(counted(TRIGGER, median / 20))).toBeLessThan(1.5);
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
