import { describe, expect, test } from 'vitest';
import { controlHeadline } from './control-headline.ts';
import { findings } from './findings-fixture.ts';

const calm = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11];

describe('counts', () => {
  test('no incident', () => {
    expect(counts([null, null])).toBe('No incidents in this period');
  });

  test('one week, and eight: too early', () => {
    expect(counts([4])).toBe('Too early to say: 1\u00a0week, 12 are needed for limits');
    expect(counts(calm.slice(0, 8))).toBe('Too early to say: 8\u00a0weeks, 12 are needed for limits');
  });

  test('only a part of a week: no whole one yet', () => {
    expect(controlHeadline(findings('incidents', { weeks: [4], lastWeekDays: 3 }))).toBe(
      'Too early to say: no whole week yet',
    );
  });

  test('twelve calm weeks vary less than chance: a c chart with mean 10.5, limits 10.5 ± 3 × 3.24 = 0.8 to 20.2', () => {
    expect(counts(calm)).toBe('Incidents: no real change in 12 weeks; usual range 1–20 a week');
  });

  test('the newest week above the limit is a real change, with its week and value', () => {
    expect(counts([...calm, 30])).toBe(
      'Incidents: a real change, above the upper limit in the week of 25 Mar 2024 (30); usual range 2–22 a week',
    );
  });

  test('a week that stood out earlier is no change now', () => {
    expect(counts([30, ...calm])).toBe(
      'Incidents: no real change now; 1 of 13 weeks stood out, most recently above the upper limit in the week of 1 Jan 2024 (30); usual range 2–22 a week',
    );
  });

  test('a run that reaches the newest week is named by its length', () => {
    const weeks = [20, 22, 19, 21, 20, 22, 19, 21, 10, 12, 9, 11, 10, 12, 9, 11];
    expect(counts(weeks)).toContain('8 weeks in a row below the centre to the week of 15 Apr 2024');
  });

  test('the same count every week is within what chance makes of it: 4 ± 3 × 2, cut at 0', () => {
    expect(counts(Array(12).fill(4))).toBe('Incidents: no real change in 12 weeks; usual range 0–10 a week');
    expect(counts([1, ...Array(12).fill(0)].slice(1))).toBe('No incidents in this period');
  });

  test('ten weeks are a run chart, judged by its runs: five below the median and five above cross it once', () => {
    expect(counts([...Array(5).fill(4), ...Array(5).fill(8)])).toBe(
      'Incidents: a real change, the centre is crossed too seldom to the week of 4 Mar 2024; median 6 a week',
    );
    expect(counts(calm.slice(2))).toBe('Incidents: no real change in 10 weeks; median 11 a week');
  });

  test('four weeks after a re-basing are too early', () => {
    const judging = { rebases: [{ day: '2024-03-25', reason: 'new form' }] };
    expect(controlHeadline(findings('incidents', { weeks: [...calm, 4, 5, 4, 6], judging }))).toBe(
      'Too early to say since the limits were re-based: 4\u00a0weeks, 12 are needed',
    );
  });

  test('all in the part week at the end: none in the whole ones', () => {
    const weeks = [...Array(12).fill(0), 3];
    expect(controlHeadline(findings('incidents', { weeks, lastWeekDays: 2 }))).toBe(
      'Incidents: none in 12 whole weeks, 3 in part weeks',
    );
  });
});

describe('shares', () => {
  const steady = Array.from({ length: 12 }, (_, index) => [20 + (index % 3), 100] as const);

  test('nothing in the denominator cannot be told', () => {
    expect(controlHeadline(findings('escalation_rate', { weeks: [], total: 40 }))).toBe(
      'Escalation rate cannot be told yet',
    );
  });

  test('0 of 120 in 12 weeks', () => {
    const weeks = Array.from({ length: 12 }, () => [0, 10] as const);
    expect(controlHeadline(findings('escalation_rate', { weeks }))).toBe(
      'Escalation rate: none of 120 in 12 weeks, no variation',
    );
  });

  test('252 of 1,200 without a signal: 21 % ± 3 × 4.07 = 8.8 to 33.2 %', () => {
    expect(controlHeadline(findings('escalation_rate', { weeks: steady }))).toBe(
      'Escalation rate: no real change in 12 weeks; usual range 8.8–33.2\u00a0%',
    );
  });

  test('up is a concern for escalations and an improvement for resolutions', () => {
    const weeks = [...steady, [60, 100] as const];
    expect(controlHeadline(findings('escalation_rate', { weeks }))).toContain(
      ': a concern, above the upper limit in',
    );
    expect(controlHeadline(findings('resolution_rate', { weeks }))).toContain(
      ': an improvement, above the upper',
    );
  });
});

test('medians are told in their unit: 2 days in each week', () => {
  const weeks = Array.from({ length: 12 }, () => [2880, 4] as const);
  expect(controlHeadline(findings('time_to_close', { weeks }))).toBe(
    'Time to close: 2.0\u00a0days in each of 12 weeks, no variation',
  );
});

function counts(weeks: readonly (number | null)[]): string {
  return controlHeadline(findings('incidents', { weeks }));
}
