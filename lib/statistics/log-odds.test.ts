import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weightedLogOdds } from './log-odds.ts';

const words = [
  { word: 'refund', selected: 10, rest: 990 },
  { word: 'other', selected: 990, rest: 998_010 },
];

describe('weighted log-odds', () => {
  test('10 of 1,000 against 990 of 999,000: ln(11 / 1,989) − ln(1,989 / 1,996,011) = 1.714, z 5.67', () => {
    const [refund] = weightedLogOdds(words);
    const logOdds = Math.log(11 / 1989) - Math.log(1989 / 1_996_011);
    expect(refund?.word).toBe('refund');
    expect(refund?.logOdds).toBeCloseTo(logOdds, 10);
    expect(refund?.z).toBeCloseTo(logOdds / Math.sqrt(1 / 11 + 1 / 1989), 8);
    expect(refund?.telling).toBe(true);
  });

  test('a heavier prior draws the odds together, a lighter one lets them stand', () => {
    const odds = (strength: number) => weightedLogOdds(words, strength)[0]?.logOdds ?? Number.NaN;
    expect(odds(1000)).toBeLessThan(0.02);
    expect(odds(1e-9)).toBeCloseTo(Math.log(10 / 990) - Math.log(990 / 998_010), 6);
    expect(() => weightedLogOdds(words, 0)).toThrow('strength above 0');
  });

  test('a word that stands nowhere else is telling with 5, not with 4', () => {
    const only = (selected: number) =>
      weightedLogOdds([
        { word: 'only here', selected, rest: 0 },
        { word: 'other', selected: 500, rest: 500_000 },
      ])[0];
    expect(only(5)).toMatchObject({ word: 'only here', telling: true });
    expect(only(4)?.z).toBeGreaterThan(1.96);
    expect(only(4)?.telling).toBe(false);
  });

  test('5 where 2 are expected is chance: ln(7 / 4) · √7 = 1.48; 12 where 4 are expected is not', () => {
    const z = (selected: number, rest: number) =>
      weightedLogOdds([
        { word: 'asked', selected, rest },
        { word: 'other', selected: 10_000 - selected, rest: 10_000_000 - rest },
      ]).find(({ word }) => word === 'asked')?.z ?? Number.NaN;
    expect(z(5, 2000)).toBeCloseTo(1.48, 2);
    expect(z(12, 4000)).toBeGreaterThan(1.96);
  });

  test('words that are nowhere are left out; one word in all, or an empty side, sets nothing apart', () => {
    expect(weightedLogOdds([...words, { word: 'never', selected: 0, rest: 0 }])).toHaveLength(2);
    expect(weightedLogOdds([{ word: 'same', selected: 5, rest: 9 }])).toEqual([]);
    expect(
      weightedLogOdds([
        { word: 'a', selected: 5, rest: 0 },
        { word: 'b', selected: 5, rest: 0 },
      ]),
    ).toEqual([]);
    expect(weightedLogOdds([])).toEqual([]);
    expect(() => weightedLogOdds([{ word: 'a', selected: -1, rest: 0 }])).toThrow('below 0');
  });

  test('changing sides changes the sign, and equal shares give 0', () => {
    const counts = fc.array(fc.record({ selected: fc.nat(300), rest: fc.nat(300) }), {
      minLength: 3,
      maxLength: 30,
    });
    fc.assert(
      fc.property(counts, (given) => {
        const list = given.map((count, word) => ({ ...count, word }));
        const turned = list.map(({ word, selected, rest }) => ({ word, selected: rest, rest: selected }));
        const byWord = new Map(weightedLogOdds(turned).map(({ word, z }) => [word, z]));
        const found = weightedLogOdds(list);
        for (const { word, z } of found) expect(byWord.get(word)).toBeCloseTo(-z, 8);
        for (const [place, { z }] of found.entries())
          expect(z).toBeLessThanOrEqual(found[place - 1]?.z ?? Number.POSITIVE_INFINITY);
        const same = weightedLogOdds(list.map(({ word, rest }) => ({ word, selected: rest * 2, rest })));
        for (const { logOdds } of same) expect(logOdds).toBeCloseTo(0, 8);
      }),
    );
  });
});
