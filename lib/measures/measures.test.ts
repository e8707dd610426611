import { describe, expect, test } from 'vitest';
import { OUTCOMES } from '../taxonomy/fixed-sets.ts';
import type { Condition } from './condition.ts';
import { MEASURE_IDS } from './measure-ids.ts';
import { MEASURES } from './measures.ts';
import { KNOWN_OUTCOME, RESOLVED } from './resolution.ts';

test('every measure id has its measure, under its own id, with a label of its own', () => {
  expect(Object.keys(MEASURES).sort()).toEqual([...MEASURE_IDS].sort());
  for (const id of MEASURE_IDS) expect(MEASURES[id].id).toBe(id);
  expect(new Set(Object.values(MEASURES).map(({ label }) => label)).size).toBe(MEASURE_IDS.length);
});

describe.each(Object.values(MEASURES))('$label', (measure) => {
  test('has a numerator where it counts some of its denominator, and a column where it takes a middle or a sum', () => {
    const { aggregate } = measure;
    if (aggregate !== 'rate') expect(measure.numerator.length > 0).toBe(aggregate === 'share');
    expect(measure.column !== undefined).toBe(['mean', 'median', 'sum'].includes(aggregate));
    expect(measure.outOf !== undefined).toBe(aggregate === 'mean' && measure.unit === 'share');
    for (const condition of measure.numerator) expect(measure.denominator).not.toContainEqual(condition);
  });

  test('says what it is, why incidents are left out and what its definition is', () => {
    const { is, numerator, leftOut, empty, definition } = measure.words;
    for (const text of [measure.label, is, numerator, empty, definition]) expect(text.trim()).not.toBe('');
    for (const sentence of [empty, definition]) expect(sentence.endsWith('.')).toBe(true);
    expect(leftOut === null).toBe(measure.denominator.length === 0);
    expect(/Left out: |Nothing is left out/.test(definition)).toBe(true);
  });
});

test('a known outcome is five of seven: not unknown, not pending; two of the five are resolved', () => {
  const named = (condition: Condition) =>
    condition.is === 'among' ? condition.codes.map((code) => OUTCOMES[code]) : [];
  expect(named(KNOWN_OUTCOME)).toEqual([
    'resolved',
    'resolved_with_compensation',
    'disengaged_safely',
    'unresolved',
    'customer_lost',
  ]);
  expect(named(RESOLVED)).toEqual(['resolved', 'resolved_with_compensation']);
});

test('de-escalation begins at 3 of 5 and needs both intensities', () => {
  expect(MEASURES.de_escalation_rate.denominator).toEqual([
    { column: 'intensityBefore', is: 'at_least', value: 3 },
    { column: 'intensityAfter', is: 'known' },
  ]);
  expect(MEASURES.de_escalation_rate.numerator).toEqual([
    { column: 'intensityAfter', is: 'below', other: 'intensityBefore' },
  ]);
});

test('a repeat is 30 days or less after the one before, and the first 30 days of the record are left out', () => {
  expect(MEASURES.repeat_rate.numerator).toEqual([{ column: 'daysSincePrevious', is: 'at_most', value: 30 }]);
  expect(MEASURES.repeat_rate.denominator).toContainEqual({ is: 'after_first_30_days' });
});
