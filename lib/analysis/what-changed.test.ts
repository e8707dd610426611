import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MEASURES } from '../measures/measures.ts';
import { canBeSplit, type PartOfChange, pairParts, splitChange } from './what-changed.ts';

const of = (numerator: number, denominator = numerator) => ({ numerator, denominator });
const byTeam = (parts: readonly PartOfChange[]) => [{ dimension: 'team' as const, parts }];

test('20 of 100 to 32 of 100: A, 10 to 21 of 50, makes 11 points and B, 10 to 11 of 50, makes 1', () => {
  const [split] =
    splitChange(
      MEASURES.escalation_rate,
      byTeam([
        { code: 2, before: of(10, 50), now: of(11, 50) },
        { code: 1, before: of(10, 50), now: of(21, 50) },
      ]),
    ) ?? [];
  expect(split).toMatchObject({ before: of(20, 100), now: of(32, 100) });
  expect(split?.change).toBeCloseTo(0.12, 12);
  expect(split?.contributions.map(({ code, change }) => [code, change])).toEqual([
    [1, expect.closeTo(0.11, 12)],
    [2, expect.closeTo(0.01, 12)],
  ]);
});

test('a value that only grew, with the rate of all, moves nothing: 20 of 100 of which A 10 of 50, then 50', () => {
  const [split] =
    splitChange(
      MEASURES.escalation_rate,
      byTeam([
        { code: 1, before: of(10, 50), now: of(40, 200) },
        { code: 2, before: of(10, 50), now: of(20, 50) },
      ]),
    ) ?? [];
  expect(split?.contributions.map(({ code, change }) => [code, change])).toEqual([
    [2, expect.closeTo(60 / 250 - 0.2, 12)],
    [1, 0],
  ]);
});

test('a count that rises from 30 to 50: 20 more, of which phone makes 25 and chat −5', () => {
  const [split] =
    splitChange(
      MEASURES.incidents,
      byTeam([
        { code: 1, before: of(10), now: of(35) },
        { code: 3, before: of(20), now: of(15) },
      ]),
    ) ?? [];
  expect(split?.change).toBe(20);
  expect(split?.contributions.map(({ code, change }) => [code, change])).toEqual([
    [1, 25],
    [3, -5],
  ]);
});

test('an earlier period of twice the days counts half: 40 in 14 days are 20 in 7, against 25 now', () => {
  const split = splitChange(MEASURES.incidents, byTeam([{ code: 1, before: of(40), now: of(25) }]), 0.5);
  expect(split?.[0]?.change).toBe(5);
});

test('the dimension whose few values tell most comes first', () => {
  const even = [1, 2, 3, 4].map((code) => ({ code, before: of(25), now: of(50) }));
  const one = [
    { code: 1, before: of(10), now: of(110) },
    { code: 2, before: of(90), now: of(90) },
  ];
  const split = splitChange(MEASURES.incidents, [
    { dimension: 'channel', parts: even },
    { dimension: 'team', parts: one },
  ]);
  expect(split?.map(({ dimension }) => dimension)).toEqual(['team', 'channel']);
});

test('nothing that changed has nothing to split, and a median cannot be', () => {
  expect(splitChange(MEASURES.incidents, byTeam([{ code: 1, before: of(4), now: of(4) }]))).toBeNull();
  expect(
    splitChange(MEASURES.escalation_rate, byTeam([{ code: 1, before: of(0, 0), now: of(4, 9) }])),
  ).toBeNull();
  expect(canBeSplit(MEASURES.time_to_close)).toBe(false);
  expect(canBeSplit(MEASURES.escalation_rate)).toBe(true);
});

test('a value that only one period has counted nothing in the other', () => {
  expect(pairParts([{ code: 1, ...of(2, 4) }], [{ code: 3, ...of(1, 5) }])).toEqual([
    { code: 1, before: of(2, 4), now: of(0, 0) },
    { code: 3, before: of(0, 0), now: of(1, 5) },
  ]);
});

test('contributions always add up to the change', () => {
  const fraction = fc.tuple(fc.nat(500), fc.nat(500)).map(([part, rest]) => of(part, part + rest));
  const measure = fc.constantFrom(MEASURES.incidents, MEASURES.escalation_rate);
  fc.assert(
    fc.property(fc.array(fc.tuple(fraction, fraction), { maxLength: 12 }), measure, (pairs, one) => {
      const parts = pairs.map(([before, now], code) => ({ code, before, now }));
      for (const { contributions, change } of splitChange(one, byTeam(parts)) ?? []) {
        expect(contributions.reduce((all, part) => all + part.change, 0)).toBeCloseTo(change, 8);
      }
    }),
  );
});
