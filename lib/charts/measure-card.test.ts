import { describe, expect, test } from 'vitest';
import { findings } from './findings-fixture.ts';
import { measureCard } from './measure-card.ts';

const calm = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11];
const before = 'the 12 weeks before';

describe('incidents', () => {
  test('126 in 12 weeks: 10.5 a week is told as 11, usual 5–16, no real change', () => {
    const card = measureCard(findings('incidents', { weeks: calm, before: Array(12).fill(10) }), before);
    expect(card).toMatchObject({
      value: '126',
      unit: '',
      detail: ['11 a week', 'usual 5–16'],
      verdict: { state: 'common', words: 'No real change' },
      comparison: '120 in the 12 weeks before',
      open: { label: 'Open 126\u00a0incidents', narrowing: {} },
    });
  });

  test('none before is said in words, and a record that begins inside the comparison too', () => {
    const none = measureCard(findings('incidents', { weeks: calm, before: Array(12).fill(null) }), before);
    expect(none.comparison).toBe('None in the 12 weeks before');
    const short = measureCard(
      findings('incidents', { weeks: calm, before: [...Array(10).fill(null), 6, 7], recordBefore: -70 }),
      before,
    );
    expect(short.comparison).toBe('13 in the 12 weeks before, from 18 Dec 2023 on');
  });

  test('no incidents have no spark and no verdict', () => {
    const card = measureCard(findings('incidents', { weeks: [null] }), null);
    expect(card).toMatchObject({
      value: '0',
      spark: null,
      verdict: { state: 'few' },
      comparison: '',
    });
  });

  test('eight weeks are too early', () => {
    const card = measureCard(findings('incidents', { weeks: calm.slice(4) }), null);
    expect(card.verdict).toEqual({ state: 'few', words: 'Too early: 8 of 12 weeks' });
    expect(card.detail).toEqual(['11 a week']);
  });
});

describe('shares', () => {
  test('126 of 480 are 26.3 % with their interval, the newest rule decides the verdict', () => {
    const weeks = [...calm.map((count) => [count, 40] as const), [38, 40] as const];
    const card = measureCard(
      findings('first_level_resolution', { weeks, before: [[10, 40]], beside: [7] }),
      before,
    );
    expect(card).toMatchObject({
      value: '31.5',
      unit: '%',
      detail: ['164 of 520', '27.7–35.7'],
      verdict: { state: 'improvement', words: 'Improvement: above upper limit' },
      comparison: '25.0\u00a0% before, 10 of 40; 7 pending',
    });
  });

  test('2 of 3 are too few for a percentage', () => {
    const card = measureCard(findings('resolution_rate', { weeks: [[2, 3]], before: [[1, 2]] }), before);
    expect(card).toMatchObject({
      value: null,
      detail: ['2 of 3', 'too few'],
      verdict: { state: 'few', words: 'Too few: 3 of 5 needed' },
      comparison: 'Too few before: 1 of 2',
    });
  });

  test('nothing in the denominator says how many could not be counted and why, once', () => {
    const card = measureCard(
      findings('escalation_rate', { weeks: [null], total: 2827, before: [null] }),
      before,
    );
    expect(card).toMatchObject({
      value: null,
      detail: ['none of 2,827', 'can be counted'],
      spark: null,
      verdict: { state: 'few', words: 'All with no path recorded' },
      comparison: '',
    });
  });

  test('0 of 120 is 0 %, which is known, and does not vary', () => {
    const weeks = Array.from({ length: 12 }, () => [0, 10] as const);
    const card = measureCard(findings('escalation_rate', { weeks }), null);
    expect(card).toMatchObject({
      value: '0',
      unit: '%',
      detail: ['0 of 120', '0–3.1'],
      verdict: { words: 'No variation' },
    });
  });
});

test('a median of 2 days with a 90th percentile of 8, and what is still open', () => {
  const weeks = Array.from({ length: 12 }, (_, index) => [2880 + (index % 2) * 100, 5] as const);
  const card = measureCard(findings('time_to_close', { weeks, before: [[4032, 6]], beside: [3] }), before);
  expect(card).toMatchObject({
    value: '2.1',
    unit: 'days',
    detail: ['median of 60', '90th pct. 8.3'],
    comparison: '2.8\u00a0days before; 3 still open',
  });
});

describe('a target', () => {
  const weeks = Array.from({ length: 12 }, (_, index) => [28 + (index % 3) * 2, 100] as const);

  test('inside the usual range of 16.3 to 43.7 % it is met now and then', () => {
    expect(measureCard(findings('escalation_rate', { weeks, target: 0.25 }), null).target).toEqual({
      words: 'target\u00a025.0\u00a0%',
      assurance: 'hit_or_miss',
      meaning: 'It lies inside the usual range: some weeks will meet it and some will miss it.',
    });
  });

  test('above the range of a rate that should be low it is always met, and without one nothing is said', () => {
    expect(measureCard(findings('escalation_rate', { weeks, target: 0.5 }), null).target?.assurance).toBe(
      'pass',
    );
    expect(measureCard(findings('escalation_rate', { weeks }), null).target).toBeNull();
  });
});
