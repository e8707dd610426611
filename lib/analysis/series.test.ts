import { describe, expect, test } from 'vitest';
import type { Comparison, LocalDate, Window } from '../filters/filters.ts';
import { resolveWindows } from '../filters/periods.ts';
import { MEASURES } from '../measures/measures.ts';
import { someSums } from '../measures/some-sums.ts';
import { alignComparison, chooseBucket, toSeries } from './series.ts';

const { incidents, escalation_rate, time_to_close } = MEASURES;

describe('weeks of a period', () => {
  test('a week inside coverage without rows is 0 incidents', () => {
    const points = toSeries(incidents, [week('2024-01-01', 3), week('2024-01-15', 5)], 'week', period());
    expect(points.map(({ value }) => value)).toEqual([3, 0, 5, 0]);
  });

  test('the same week is a gap for a share and for a median', () => {
    const shares = [
      { start: '2024-01-01', ...someSums('escalation_rate', { numerator: 1, denominator: 4 }) },
    ];
    expect(toSeries(escalation_rate, shares, 'week', period()).map(({ value }) => value)).toEqual([
      0.25,
      null,
      null,
      null,
    ]);
    const medians = [{ start: '2024-01-15', ...someSums('time_to_close', { median: 90, denominator: 2 }) }];
    expect(toSeries(time_to_close, medians, 'week', period()).map(({ value }) => value)).toEqual([
      null,
      null,
      90,
      null,
    ]);
  });

  test('a week in which nothing of the denominator happened is a gap, not 0 %', () => {
    const [first] = toSeries(
      escalation_rate,
      [{ start: '2024-01-01', ...someSums('escalation_rate', {}) }],
      'week',
      period(),
    );
    expect(first).toMatchObject({ value: null, numerator: 0, denominator: 0 });
  });

  test('weeks outside coverage are not drawn: a record from 10 Jan has three weeks of the four', () => {
    const points = toSeries(
      incidents,
      [],
      'week',
      period({ coverage: { from: '2024-01-10', until: '2024-02-20' } }),
    );
    expect(points.map(({ start }) => start)).toEqual(['2024-01-08', '2024-01-15', '2024-01-22']);
    expect(points.map(({ partial }) => partial)).toEqual([true, false, false]);
  });

  test('nothing is drawn of an empty record or a period outside of it', () => {
    expect(toSeries(incidents, [], 'week', period({ coverage: null }))).toEqual([]);
    expect(
      toSeries(incidents, [], 'week', period({ coverage: { from: '2023-01-01', until: '2023-02-01' } })),
    ).toEqual([]);
  });

  test('a period of 3 to 24 Jan cuts its first and last week: both partial, their days clipped', () => {
    const points = toSeries(incidents, [], 'week', period({ from: '2024-01-03', lastDay: '2024-01-24' }));
    expect(points.map(({ partial }) => partial)).toEqual([true, false, false, true]);
    expect(points[0]?.window).toEqual({ from: '2024-01-03', until: '2024-01-08' });
    expect(points[3]?.window).toEqual({ from: '2024-01-22', until: '2024-01-25' });
  });

  test('a row of no week of the period is a defect', () => {
    expect(() => toSeries(incidents, [week('2024-01-02', 1)], 'week', period())).toThrow('2024-01-02');
  });

  test('months of a leap year: February 2024 is whole up to the 29th', () => {
    const windows = period({ from: '2024-02-01', lastDay: '2024-02-29' });
    const [february] = toSeries(incidents, [week('2024-02-01', 9)], 'month', windows);
    expect(february).toMatchObject({
      value: 9,
      partial: false,
      window: { from: '2024-02-01', until: '2024-03-01' },
    });
  });
});

describe('weeks or months', () => {
  test('520 weeks are drawn as weeks, one day more as months', () => {
    const covered = (until: LocalDate) =>
      period({ from: '2010-01-04', lastDay: until, coverage: { from: '2000-01-01', until: '2030-01-01' } });
    expect(chooseBucket(covered('2019-12-22'), 'week')).toBe('week');
    expect(chooseBucket(covered('2019-12-23'), 'week')).toBe('month');
  });

  test('where months are preferred, a short period has them, too', () => {
    expect(chooseBucket(period({ from: '2024-01-01', lastDay: '2024-12-31' }), 'month')).toBe('month');
  });

  test('a long period with little record is drawn as weeks', () => {
    expect(chooseBucket(period({ from: '2000-01-01', lastDay: '2024-01-28' }), 'week')).toBe('week');
  });
});

describe('the comparison', () => {
  test('meets by place: the first week the first, part weeks left out', () => {
    const windows = { ...period(), comparison: { from: '2023-12-06', until: '2024-01-01' } };
    const points = toSeries(incidents, [], 'week', windows);
    const rows = [week('2023-12-04', 1), week('2023-12-11', 2)];
    const before = toSeries(incidents, rows, 'week', { ...windows, current: windows.comparison });
    expect(alignComparison(points, before, 'week', windows)).toEqual([null, 2, 0, 0]);
    expect(alignComparison(points, [], 'week', windows)).toEqual([null, null, null, null]);
  });

  test('keeps its place where the record begins in the third of its four weeks', () => {
    const coverage = { from: '2023-12-18', until: '2024-03-20' };
    const windows = { ...period({ coverage }), comparison: { from: '2023-12-04', until: '2024-01-01' } };
    const points = toSeries(incidents, [], 'week', windows);
    const rows = [week('2023-12-18', 5), week('2023-12-25', 6)];
    const before = toSeries(incidents, rows, 'week', { ...windows, current: windows.comparison });
    expect(alignComparison(points, before, 'week', windows)).toEqual([null, null, 5, 6]);
  });
});

function week(start: LocalDate, count: number) {
  return { start, ...someSums('incidents', { denominator: count }) };
}

/** Four whole weeks of January 2024 in a record of three months. */
function period(
  given: { from?: LocalDate; lastDay?: LocalDate; coverage?: Window | null; comparison?: Comparison } = {},
) {
  const { from = '2024-01-01', lastDay = '2024-01-28', comparison = { kind: 'none' } } = given;
  const coverage =
    given.coverage === undefined ? { from: '2023-11-01', until: '2024-03-20' } : given.coverage;
  return resolveWindows(
    { period: { kind: 'custom', firstDay: from, lastDay }, comparison },
    { today: '2024-06-01', coverage },
  );
}
