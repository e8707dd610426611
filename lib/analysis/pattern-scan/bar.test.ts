import { expect, test } from 'vitest';
import { countTests, FALSE_SHARE, tellApart } from './bar.ts';
import type { Combination } from './combinations.ts';

const of = (size: number): { kind: 'rising'; combination: Combination } => ({
  kind: 'rising',
  combination: (['trigger', 'channel', 'weekday'] as const)
    .slice(0, size)
    .map((dimension) => ({ dimension, code: 1 })),
});

function looked(...sizes: number[]) {
  const tests = countTests();
  for (const [index, count] of sizes.entries())
    for (let one = 0; one < count; one++) tests.add(of(index + 1));
  return tests.looked();
}

test('of 60 singles, 900 pairs and 3,040 triples a single counts 60 / 4,000 · 6 / 3 = 0.03 times, a triple 4.56 times', () => {
  const { total, weigh } = looked(60, 900, 3040);
  expect(total).toBe(4000);
  expect(weigh(0.01, of(1))).toBeCloseTo(0.0003, 12);
  expect(weigh(0.01, of(3))).toBeCloseTo(0.0456, 12);
  expect(weigh(0.9, of(3))).toBe(1);
});

test('weights have a mean of 1 over all tests, so that the share of false findings stays what it is', () => {
  const { total, weigh } = looked(60, 900, 3040);
  const sum = [60, 900, 3040].reduce(
    (all, count, index) => all + count / (weigh(0.001, of(index + 1)) / 0.001),
    0,
  );
  expect(sum / total).toBeCloseTo(1, 10);
});

test('tests of one sort alone count as they are', () => {
  expect(looked(40).weigh(0.03, of(1))).toBeCloseTo(0.03, 12);
});

test(`of 100 tests with p 0.001, 0.002 and 0.004 two are told: their q is ${FALSE_SHARE}, that of the third 0.133`, () => {
  const tests = [0.001, 0.002, 0.004].map((p) => ({ ...of(1), p }));
  const told = tellApart(tests, looked(100), (significant) => significant);
  expect(told.map(({ p, q }) => [p, q])).toEqual([
    [0.001, expect.closeTo(0.1, 10)],
    [0.002, expect.closeTo(0.1, 10)],
  ]);
});

test('only what is told counts as found: 50 parts of one pattern do not let a chance find pass', () => {
  const parts = Array.from({ length: 50 }, (_, index) => ({ ...of(2), p: 1e-9, part: index }));
  const chance = { ...of(2), p: 0.0005, part: -1 };
  const tests = [...parts, chance];
  // Of 1,000 tests the 51st of 51 has a q of 0.0098, the second of two 0.25.
  expect(tellApart(tests, looked(0, 1000), (all) => all)).toHaveLength(51);
  const told = tellApart(tests, looked(0, 1000), (all) => all.filter(({ part }) => part <= 0));
  expect(told.map(({ part }) => part)).toEqual([0]);
});

test('ten escalated for sure do not let a rise with p 0.004 pass: of 200 tests its q is 0.07, of its own 100 it is 0.4', () => {
  const counted = countTests();
  const escalated = { ...of(1), kind: 'escalated' as const };
  for (let one = 0; one < 100; one++) {
    counted.add(of(1));
    counted.add(escalated);
  }
  const sure = Array.from({ length: 10 }, () => ({ ...escalated, p: 1e-9 }));
  const told = (p: number) =>
    tellApart([...sure, { ...of(1), p }], counted.looked(), (all) => all).map(({ kind }) => kind);
  expect(told(0.004)).not.toContain('rising');
  expect(told(0.0009)).toContain('rising');
  expect(told(0.004)).toHaveLength(10);
});

test('of nothing, and of nothing that holds up, nothing is told', () => {
  expect(tellApart([], looked(100), (all) => all)).toEqual([]);
  expect(tellApart([{ ...of(1), p: 0.5 }], looked(100), (all) => all)).toEqual([]);
});

test('of patterns that chance never gives the simpler one comes first', () => {
  const tests = [3, 1, 2].map((size) => ({ ...of(size), p: 0 }));
  const told = tellApart(tests, looked(10, 10, 10), (all) => all);
  expect(told.map(({ combination }) => combination.length)).toEqual([1, 2, 3]);
});
