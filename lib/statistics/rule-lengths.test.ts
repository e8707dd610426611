import { expect, test } from 'vitest';
import { withLengths } from './rule-lengths.ts';
import { RULE_SETS } from './rules.ts';

test('a run of 6 instead of 7 is said in the name, everything else stays', () => {
  expect(withLengths(RULE_SETS.nhs, { shift: 6 })).toEqual({
    ...RULE_SETS.nhs,
    shift: 6,
    label: 'NHS, run of 6',
  });
  expect(withLengths(RULE_SETS.nelson, { shift: 8, trend: 7 }).label).toBe('Nelson, run of 8, trend of 7');
});

test('the same lengths are the same set', () => {
  expect(withLengths(RULE_SETS.nhs, {})).toEqual(RULE_SETS.nhs);
  expect(withLengths(RULE_SETS.nhs, { shift: 7, trend: 7 })).toEqual(RULE_SETS.nhs);
});

test('fewer than 5, more than 15, parts of a point and rules that a set does not have are refused', () => {
  for (const shift of [4, 16, 6.5, Number.NaN])
    expect(() => withLengths(RULE_SETS.nhs, { shift })).toThrow('5 to 15');
  expect(() => withLengths(RULE_SETS.western_electric, { trend: 6 })).toThrow('no trend');
  expect(() => withLengths(RULE_SETS.anhoej, { shift: 8 })).toThrow('no run');
});
