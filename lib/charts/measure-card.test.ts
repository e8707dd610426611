import { describe, expect, test } from 'vitest';
import { findings } from './findings-fixture.ts';
import { measureCard } from './measure-card.ts';

const calm = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11];
const before = 'the 12 weeks before';

describe('incidents', () => {
  test('126 in 12 weeks: 10.5 a week is told as 11, usual 1–20, no real change', () => {
    const card = measureCard(findings('incidents', { weeks: calm, before: Array(12).fill(10) }), before);
    expect(card).toMatchObject({
      value: '126',
      unit: '',
      detail: ['11 a week', 'usual 1–20'],
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
    comparison: '2.8\u00a0days before; 3 still open (5.0\u00a0%)',
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

describe('what is not a share of incidents', () => {
  const twelve = (week: readonly [number, number]) => Array.from({ length: 12 }, () => week);

  test('36 of 48 handoffs in 30 incidents name their steps, on the card and in the link', () => {
    const card = measureCard(
      findings('handoff_completeness', { weeks: twelve([3, 4]), incidents: 30, all: 90 }),
      null,
    );
    expect(card).toMatchObject({
      value: '75.0',
      unit: '%',
      detail: ['36 of 48\u00a0steps', '61.2–85.1'],
      open: {
        label: 'Open 30\u00a0incidents with 48\u00a0steps, 36 documented and briefed',
        narrowing: { measure: 'handoff_completeness' },
      },
    });
  });

  test('5 of 8 follow-ups are told with those that are not due and those without a day', () => {
    const card = measureCard(findings('follow_up_kept_rate', { weeks: [[5, 8]], beside: [4, 2] }), null);
    expect(card).toMatchObject({
      detail: ['5 of 8\u00a0follow-ups', '30.6–86.3'],
      comparison: '4 not due yet; 2 without a due date',
    });
  });

  test('120 points of 36 given, 30 % of 120 incidents, are 3.33 of 5', () => {
    const weeks = twelve([10, 3]);
    const card = measureCard(findings('csat', { weeks, before: twelve([9, 3]), total: 120 }), before);
    expect(card).toMatchObject({
      value: '3.33',
      unit: 'of 5',
      detail: ['mean of 36', '30.0\u00a0% of all'],
      comparison: '3.00\u00a0of 5 before',
    });
  });

  test('24 in 6,000 contacts are 4.00 per 1,000, and a trigger that contacts are not known by is said', () => {
    const weeks = twelve([2, 500]);
    const given = { weeks, before: twelve([1, 500]), incidents: 24, numeratorOnly: ['trigger'] };
    const card = measureCard(findings('incident_rate', given), before);
    expect(card).toMatchObject({
      value: '4.00',
      unit: 'per 1,000',
      detail: ['per 1,000 contacts', '24 in 6,000'],
      comparison: 'Contacts of any trigger; 2.00\u00a0per 1,000 before, 12 in 6,000\u00a0contacts',
      open: { label: 'Open 24\u00a0incidents in 6,000\u00a0contacts' },
    });
  });

  test('12 severe incidents in 48 agent-weeks are 0.25', () => {
    const card = measureCard(findings('staff_exposure', { weeks: twelve([1, 4]), incidents: 60 }), null);
    expect(card).toMatchObject({
      value: '0.25',
      unit: 'per agent-week',
      detail: ['per agent-week', '12 in 48'],
      open: { label: 'Open 60\u00a0incidents in 48\u00a0agent-weeks, 12 severe' },
    });
  });

  test('240 pounds for 24 incidents are 10.00 each, a sum by week, with 3 amounts in other currencies', () => {
    const given = { weeks: twelve([20, 2]), before: twelve([15, 2]), beside: [3] };
    const found = findings('compensation_cost', given);
    const card = measureCard({ ...found, measure: { ...found.measure, currency: 'GBP' } }, before);
    expect(card).toMatchObject({
      value: '240',
      unit: 'GBP',
      detail: ['10.00 each of 24'],
      comparison: '180\u00a0GBP in the 12 weeks before; 3 in another currency',
    });
  });
});
