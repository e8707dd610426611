import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDate, arbitraryFilters } from './arbitrary-filters.ts';
import type { Window } from './filters.ts';
import { daysIn, shiftDays } from './local-dates.ts';
import { parseFilters } from './parse-filters.ts';
import { resolveWindows } from './periods.ts';

/** A Thursday. */
const TODAY = '2026-11-12';
const resolve = (query: string, today = TODAY, coverage: Window | null = null) =>
  resolveWindows(parseFilters(new URLSearchParams(query)), { today, coverage });
const currentOf = (query: string, today = TODAY) => {
  const { from, until } = resolve(query, today).current;
  return `${from} ${until}`;
};

describe('presets on Thursday 12 Nov 2026, as [from, until)', () => {
  it.each([
    ['last-4-weeks', '2026-10-12 2026-11-09'],
    ['last-12-weeks', '2026-08-17 2026-11-09'],
    ['last-26-weeks', '2026-05-11 2026-11-09'],
    ['last-52-weeks', '2025-11-10 2026-11-09'],
    ['26-weeks-to-date', '2026-05-18 2026-11-13'],
    ['this-month', '2026-11-01 2026-11-13'],
    ['last-month', '2026-10-01 2026-11-01'],
    ['this-quarter', '2026-10-01 2026-11-13'],
    ['last-quarter', '2026-07-01 2026-10-01'],
    ['this-year', '2026-01-01 2026-11-13'],
    ['last-year', '2025-01-01 2026-01-01'],
  ])('%s is %s', (preset, expected) => {
    expect(currentOf(`period=${preset}`)).toBe(expected);
  });
});

describe('edges of the calendar', () => {
  it('begins weeks on Monday: on a Sunday the current week is still not counted, on the Monday it is', () => {
    expect(currentOf('period=last-4-weeks', '2026-11-15')).toBe('2026-10-12 2026-11-09');
    expect(currentOf('period=last-4-weeks', '2026-11-16')).toBe('2026-10-19 2026-11-16');
  });

  it('crosses the year: on Friday 1 Jan 2027 the last whole week is that of 21 Dec 2026', () => {
    expect(currentOf('period=last-4-weeks', '2027-01-01')).toBe('2026-11-30 2026-12-28');
    expect(currentOf('period=last-month', '2027-01-01')).toBe('2026-12-01 2027-01-01');
    expect(currentOf('period=last-quarter', '2027-01-01')).toBe('2026-10-01 2027-01-01');
    expect(currentOf('period=this-year', '2027-01-01')).toBe('2027-01-01 2027-01-02');
  });

  it('holds week 53: the week of 28 Dec 2020 is whole on 4 Jan 2021', () => {
    expect(currentOf('period=last-4-weeks', '2021-01-04')).toBe('2020-12-07 2021-01-04');
  });

  it('holds the leap day: February 2024 has 29 days, February 2023 has 28', () => {
    expect(daysIn(resolve('period=last-month', '2024-03-31').current)).toBe(29);
    expect(daysIn(resolve('period=last-month', '2023-03-31').current)).toBe(28);
    expect(currentOf('period=this-month', '2024-02-29')).toBe('2024-02-01 2024-03-01');
  });

  it('takes the last day of a custom period in', () => {
    expect(currentOf('period=2023-01-01..2023-12-31')).toBe('2023-01-01 2024-01-01');
    expect(currentOf('period=2024-02-29..2024-02-29')).toBe('2024-02-29 2024-03-01');
  });
});

describe('a period that is not over', () => {
  it('compares equal elapsed days, weekday with weekday: 26 weeks to date are 25 × 7 + 4 = 179 days', () => {
    const { current, comparison, asked, partial } = resolve('');
    expect(asked).toEqual({ from: '2026-05-18', until: '2026-11-16' });
    expect(partial).toEqual({ elapsedDays: 179, askedDays: 182 });
    expect(daysIn(current)).toBe(179);
    expect(comparison).toEqual({ from: '2025-11-17', until: '2026-05-15' });
  });

  it('compares 12 of the 30 days of November with the first 12 of the 30 days before', () => {
    const { comparison, partial } = resolve('period=this-month');
    expect(partial).toEqual({ elapsedDays: 12, askedDays: 30 });
    expect(comparison).toEqual({ from: '2026-10-02', until: '2026-10-14' });
  });

  it('ends the comparison where the record ends in the period: 25 weeks to Sunday 8 Nov meet 25 weeks, not 25 and 4 days', () => {
    const coverage = { from: '2025-01-01', until: '2026-11-09' };
    expect(resolve('', TODAY, coverage).comparison).toEqual({ from: '2025-11-17', until: '2026-05-11' });
    expect(resolve('period=this-month&compare=last-year', TODAY, coverage).comparison).toEqual({
      from: '2025-11-02',
      until: '2025-11-10',
    });
    const asked = 'period=2026-01-01..2026-10-31';
    expect(resolve(asked, TODAY, { ...coverage, until: '2026-10-01' }).comparison).toEqual({
      from: '2025-03-03',
      until: '2025-12-01',
    });
    expect(resolve(`${asked}&compare=2025-02-01..2025-11-30`, TODAY, coverage).comparison).toEqual({
      from: '2025-02-01',
      until: '2025-12-01',
    });
  });

  it('cuts a custom period that runs on at today', () => {
    expect(currentOf('period=2026-11-02..2026-11-29')).toBe('2026-11-02 2026-11-13');
    expect(resolve('period=2026-11-02..2026-11-29').comparison).toEqual({
      from: '2026-10-05',
      until: '2026-10-16',
    });
  });

  it('is still partial on its last day, when nothing is cut, since today is not over', () => {
    expect(resolve('', '2026-11-15').partial).toEqual({ elapsedDays: 182, askedDays: 182 });
    expect(resolve('period=2026-11-01..2026-11-11').partial).toBeNull();
  });

  it('leaves a period that begins after today as it is', () => {
    const { current, partial } = resolve('period=2027-01-01..2027-01-31');
    expect(current).toEqual({ from: '2027-01-01', until: '2027-02-01' });
    expect(partial).toBeNull();
  });
});

describe('comparisons', () => {
  it('takes as many days just before: 84 days before 17 Aug 2026 begin on 25 May', () => {
    expect(resolve('period=last-12-weeks').comparison).toEqual({ from: '2026-05-25', until: '2026-08-17' });
    expect(resolve('period=2023-01-01..2023-12-31').comparison).toEqual({
      from: '2022-01-01',
      until: '2023-01-01',
    });
    expect(resolve('period=2024-01-01..2024-12-31').comparison).toEqual({
      from: '2022-12-31',
      until: '2024-01-01',
    });
  });

  it('goes 364 days back for last year, so that a Monday meets a Monday', () => {
    expect(resolve('period=last-4-weeks&compare=last-year').comparison).toEqual({
      from: '2025-10-13',
      until: '2025-11-10',
    });
    expect(resolve('compare=last-year').comparison).toEqual({ from: '2025-05-19', until: '2025-11-14' });
  });

  it('takes a custom one as it is', () => {
    const { comparison, comparedWith } = resolve('period=last-4-weeks&compare=2020-02-29..2020-03-01');
    expect(comparison).toEqual({ from: '2020-02-29', until: '2020-03-02' });
    expect(comparedWith).toBe('custom');
  });

  it('says why there is none: not asked, all dates, or nothing recorded then', () => {
    const coverage = { from: '2026-08-17', until: '2026-11-10' };
    expect(resolve('compare=none')).toMatchObject({ comparison: null, noComparison: 'not asked' });
    expect(resolve('period=all&compare=last-year', TODAY, coverage)).toMatchObject({
      current: coverage,
      comparison: null,
      noComparison: 'all dates',
    });
    expect(resolve('period=last-12-weeks', TODAY, coverage)).toMatchObject({
      comparison: null,
      noComparison: 'outside the record',
    });
    expect(
      resolve('period=last-12-weeks', TODAY, { ...coverage, from: '2026-08-16' }).noComparison,
    ).toBeNull();
  });

  it('has as many days as the period unless custom, and never overlaps when it is the previous one', () => {
    fc.assert(
      fc.property(arbitraryFilters(), arbitraryDate(), (filters, today) => {
        const { current, comparison, comparedWith, asked } = resolveWindows(filters, {
          today,
          coverage: null,
        });
        expect(asked.from).toBe(current.from);
        expect(current.until <= asked.until).toBe(true);
        if (!comparison || comparedWith === 'custom') return;
        expect(daysIn(comparison)).toBe(daysIn(current));
        if (comparedWith === 'previous') expect(comparison.until <= current.from).toBe(true);
      }),
    );
  });
});

describe('no period asked for', () => {
  const coverage = { from: '2023-01-01', until: '2023-08-25' };

  it('is 26 weeks to date while the record reaches into them', () => {
    const reaching = { ...coverage, until: '2026-05-19' };
    expect(resolve('', TODAY, reaching)).toMatchObject({
      period: { kind: 'preset', preset: '26-weeks-to-date' },
      defaultedToAll: false,
    });
  });

  it('is all dates, flagged, when the record ends before them or begins after today', () => {
    const ending = { ...coverage, until: '2026-05-18' };
    expect(resolve('', TODAY, ending)).toMatchObject({
      current: ending,
      defaultedToAll: true,
      partial: null,
    });
    const later = { from: '2030-01-01', until: '2030-02-01' };
    expect(resolve('', TODAY, later)).toMatchObject({ current: later, defaultedToAll: true });
  });

  it('stays empty when a period was asked for by name', () => {
    expect(resolve('period=26-weeks-to-date', TODAY, coverage)).toMatchObject({ defaultedToAll: false });
  });

  it('is 26 weeks to date on an empty record, where all dates are today alone', () => {
    expect(resolve('').defaultedToAll).toBe(false);
    expect(resolve('period=all').current).toEqual({ from: TODAY, until: shiftDays(TODAY, 1) });
  });
});
