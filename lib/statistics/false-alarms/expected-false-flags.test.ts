import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withLengths } from '../rule-lengths.ts';
import { RULE_SETS } from '../rules.ts';
import { expectedFalseFlags } from './expected-false-flags.ts';
import { FALSE_ALARMS } from './false-alarm-table.ts';
import { simulateFalseAlarms } from './simulate-false-alarms.ts';

const { nhs, nelson } = RULE_SETS;
const at = (length: number, which: 'now' | 'anywhere' = 'now') =>
  FALSE_ALARMS.rates.nhs[which][FALSE_ALARMS.lengths.indexOf(length)] ?? Number.NaN;

describe('expected false flags', () => {
  test('of 100 series of 26 points are 100 times the rate of the table', () => {
    expect(expectedFalseFlags(Array<number>(100).fill(26), nhs)).toBeCloseTo(100 * at(26), 9);
  });

  test('between two lengths of the table lie on the line between them: 23 is half way from 20 to 26', () => {
    expect(expectedFalseFlags([23], nhs)).toBeCloseTo((at(20) + at(26)) / 2, 12);
  });

  test('of 11 points are none, of 12 those of the first length, of no series none', () => {
    expect(expectedFalseFlags([11, 0, 3], nhs)).toBe(0);
    expect(expectedFalseFlags([12], nhs)).toBe(at(12));
    expect(expectedFalseFlags([], nhs)).toBe(0);
  });

  test('beyond the longest length stay now, and grow anywhere, below 1', () => {
    expect(expectedFalseFlags([2000], nhs)).toBe(at(520));
    const anywhere = expectedFalseFlags([600], RULE_SETS.anhoej, 'anywhere') ?? 0;
    expect(anywhere).toBeGreaterThan(FALSE_ALARMS.rates.anhoej.anywhere.at(-1) ?? 1);
    expect(anywhere).toBeLessThan(1);
  });

  test('are not told for lengths that were changed, but for the same set under another name', () => {
    expect(expectedFalseFlags([26], withLengths(nhs, { shift: 6 }))).toBeNull();
    expect(expectedFalseFlags([26], { ...nhs, label: 'Ours' })).toBe(at(26));
  });

  test('half a point is refused', () => {
    expect(() => expectedFalseFlags([12.5], nhs)).toThrow('12.5');
  });

  test('anywhere are at least as many as now, and more with longer series', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 12, max: 900 }),
        fc.constantFrom(...Object.values(RULE_SETS)),
        (length, set) => {
          const anywhere = expectedFalseFlags([length], set, 'anywhere') ?? 0;
          expect(anywhere).toBeGreaterThanOrEqual(expectedFalseFlags([length], set) ?? 1);
          expect(expectedFalseFlags([length + 60], set, 'anywhere')).toBeGreaterThan(anywhere);
        },
      ),
    );
  });
});

describe('the simulation', () => {
  test('of values in turn 1, −1 flags nothing by NHS rules and all of it by Nelson’s 14 in turn', () => {
    let sign = 1;
    const inTurn = () => {
      sign = -sign;
      return sign;
    };
    expect(simulateFalseAlarms({ nhs, nelson }, 20, 4, inTurn)).toEqual({
      nhs: { now: 0, anywhere: 0 },
      nelson: { now: 1, anywhere: 1 },
    });
  });

  test('of values that never vary flags nothing', () => {
    expect(simulateFalseAlarms({ nhs }, 12, 3, () => 0)).toEqual({ nhs: { now: 0, anywhere: 0 } });
  });

  test('of 11 points is refused, for those are not judged', () => {
    expect(() => simulateFalseAlarms({ nhs }, 11, 1, () => 0)).toThrow('not judged');
  });
});
