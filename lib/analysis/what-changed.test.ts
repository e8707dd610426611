import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairParts, splitChange } from './what-changed.ts';

const of = (numerator: number, denominator: number) => ({ numerator, denominator });

test('20 of 100 to 15 of 100: delays, 12 to 6 of 50, make −6 points, the rest, 8 to 9, +1; in all −5', () => {
  const split = splitChange('trigger', false, [
    { code: 2, before: of(8, 50), now: of(9, 50) },
    { code: 1, before: of(12, 50), now: of(6, 50) },
  ]);
  expect(split.change).toBeCloseTo(-0.05, 12);
  expect(split.contributions.map(({ code }) => code)).toEqual([1, 2]);
  expect(split.contributions.map(({ change }) => change)).toEqual([
    expect.closeTo(-0.06, 12),
    expect.closeTo(0.01, 12),
  ]);
});

test('a count that rises from 30 to 50: 20 more, of which phone makes 25 and chat −5', () => {
  const split = splitChange('channel', true, [
    { code: 1, before: of(10, 10), now: of(35, 35) },
    { code: 3, before: of(20, 20), now: of(15, 15) },
  ]);
  expect(split.change).toBe(20);
  expect(split.contributions.map(({ code, change }) => [code, change])).toEqual([
    [1, 25],
    [3, -5],
  ]);
});

test('an earlier period of twice the days counts half: 40 in 14 days are 20 in 7, against 25 now', () => {
  const split = splitChange('channel', true, [{ code: 1, before: of(40, 40), now: of(25, 25) }], 0.5);
  expect(split.change).toBe(5);
});

test('a value that only one period has counted nothing in the other', () => {
  expect(pairParts([{ code: 1, ...of(2, 4) }], [{ code: 3, ...of(1, 5) }])).toEqual([
    { code: 1, before: of(2, 4), now: of(0, 0) },
    { code: 3, before: of(0, 0), now: of(1, 5) },
  ]);
});

test('contributions always add up to the change, also where a period is empty', () => {
  const fraction = fc
    .tuple(fc.nat(500), fc.nat(500))
    .map(([part, rest]) => ({ numerator: part, denominator: part + rest }));
  fc.assert(
    fc.property(fc.array(fc.tuple(fraction, fraction), { maxLength: 12 }), fc.boolean(), (pairs, isCount) => {
      const parts = pairs.map(([before, now], code) => ({ code, before, now }));
      const { contributions, change } = splitChange('trigger', isCount, parts);
      const sum = contributions.reduce((all, part) => all + part.change, 0);
      expect(sum).toBeCloseTo(change, 9);
    }),
  );
});
