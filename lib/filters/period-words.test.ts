import { describe, expect, it } from 'vitest';
import { dayWords, windowWords } from './day-words.ts';
import type { Window } from './filters.ts';
import { parseFilters } from './parse-filters.ts';
import {
  comparisonLabel,
  comparisonNoun,
  comparisonRange,
  comparisonsLabel,
  comparisonsRange,
  comparisonWords,
  periodLabel,
  periodWords,
} from './period-words.ts';
import { resolveWindows } from './periods.ts';

const resolve = (query: string, coverage: Window | null = null, today = '2026-11-12') =>
  resolveWindows(parseFilters(new URLSearchParams(query)), { today, coverage });

describe('dates', () => {
  it('names a day', () => {
    expect(dayWords('2026-11-03')).toBe('3 Nov 2026');
  });

  it('says of a window what the first day does not share with the last, the last day included', () => {
    expect(windowWords({ from: '2025-11-17', until: '2026-05-15' })).toBe('17 Nov 2025 to 14 May 2026');
    expect(windowWords({ from: '2026-05-18', until: '2026-11-13' })).toBe('18 May to 12 Nov 2026');
    expect(windowWords({ from: '2026-11-01', until: '2026-11-13' })).toBe('1 to 12 Nov 2026');
    expect(windowWords({ from: '2024-02-29', until: '2024-03-01' })).toBe('29 Feb 2024');
    expect(windowWords({ from: '2025-11-01', until: '2026-12-01' })).toBe('1 Nov 2025 to 30 Nov 2026');
  });
});

describe('the period', () => {
  it('is named by its preset', () => {
    expect(periodLabel(resolve('').period)).toBe('26 weeks to date');
    expect(periodLabel({ kind: 'default' })).toBe('26 weeks to date');
    expect(periodLabel(resolve('period=2023-01-01..2023-12-31').period)).toBe('Chosen dates');
  });

  it('says in dates what is counted, and what of it is not over', () => {
    expect(periodWords(resolve(''))).toBe('18 May to 12 Nov 2026; last week partial');
    expect(periodWords(resolve('', null, '2026-11-15'))).toBe('18 May to 15 Nov 2026; last week partial');
    expect(periodWords(resolve('period=last-12-weeks'))).toBe('17 Aug to 8 Nov 2026');
    expect(periodWords(resolve('period=this-month'))).toBe('1 to 12 Nov 2026; 12 of 30 days');
    expect(periodWords(resolve('period=this-month', null, '2026-11-30'))).toBe(
      '1 to 30 Nov 2026; today is not over',
    );
    expect(periodWords(resolve('period=2026-11-02..2026-11-29'))).toBe('2 to 12 Nov 2026; 11 of 28 days');
  });

  it('says that it became all dates because the usual one holds none', () => {
    expect(periodWords(resolve('', { from: '2023-01-01', until: '2023-08-25' }))).toBe(
      '1 Jan to 24 Aug 2023; all dates, since the usual 26 weeks to date hold none',
    );
  });
});

describe('the comparison', () => {
  it('stands behind "in" by its length, and says how much of it is counted where more than the last week is cut', () => {
    expect(comparisonNoun(resolve(''))).toBe('the 26 weeks before');
    expect(comparisonNoun(resolve('period=this-month'))).toBe('the first 12 of the 30 days before');
    expect(comparisonNoun(resolve('period=last-month'))).toBe('the 31 days before');
    expect(comparisonNoun(resolve('', { from: '2025-01-01', until: '2026-10-19' }))).toBe(
      'the first 22 of the 26 weeks before',
    );
    expect(comparisonNoun(resolve('', { from: '2025-01-01', until: '2026-10-21' }))).toBe(
      'the first 156 of the 182 days before',
    );
    expect(comparisonNoun(resolve('compare=none'))).toBeNull();
  });

  it('says that it has as many days as the record has of the period', () => {
    expect(comparisonRange(resolve('', { from: '2025-01-01', until: '2026-11-09' }))).toBe(
      '17 Nov 2025 to 10 May 2026, 175 days, as many as the record has of the period',
    );
  });

  it('is named by its length, or by its kind', () => {
    expect(comparisonLabel(resolve(''))).toBe('26 weeks before');
    expect(comparisonLabel(resolve('period=2026-11-02..2026-11-08'))).toBe('1 week before');
    expect(comparisonLabel(resolve('period=last-month'))).toBe('31 days before');
    expect(comparisonLabel(resolve('compare=last-year'))).toBe('Same period last year');
    expect(comparisonLabel(resolve('compare=2022-01-01..2022-12-31'))).toBe('Chosen dates');
    expect(comparisonLabel(resolve('compare=none'))).toBe('No comparison');
  });

  it('says its dates, and its length where that differs', () => {
    expect(comparisonWords(resolve(''))).toBe('against 17 Nov 2025 to 14 May 2026, as many days');
    expect(comparisonRange(resolve(''))).toBe('17 Nov 2025 to 14 May 2026, as many days');
    expect(comparisonWords(resolve('period=last-12-weeks&compare=2022-01-01..2022-12-31'))).toBe(
      'against 1 Jan to 31 Dec 2022, 365 days against 84',
    );
  });

  it('warns where it overlaps the period or leaves the record', () => {
    expect(comparisonWords(resolve('period=2024-01-01..2025-12-31&compare=last-year'))).toBe(
      'against 2 Jan 2023 to 1 Jan 2025, as many days; the two overlap',
    );
    const coverage = { from: '2026-01-01', until: '2026-11-10' };
    expect(comparisonWords(resolve('', coverage))).toBe(
      'against 17 Nov 2025 to 11 May 2026, 176 days, as many as the record has of the period; the record begins on 1 Jan 2026',
    );
    expect(comparisonWords(resolve('compare=2026-11-01..2026-11-30', coverage))).toBe(
      'against 1 to 30 Nov 2026, 30 days against 179; the two overlap; the record ends on 9 Nov 2026',
    );
  });

  it('says why there is none', () => {
    const coverage = { from: '2026-06-01', until: '2026-11-10' };
    expect(comparisonWords(resolve('compare=none'))).toBe('no comparison');
    expect(comparisonWords(resolve('period=all'))).toBe('no comparison: all dates are shown');
    expect(comparisonWords(resolve('', coverage))).toBe(
      'no comparison: the record holds only 1 Jun to 9 Nov 2026',
    );
  });
});

describe('two comparisons', () => {
  it('are both named and both dated', () => {
    const both = resolve('compare=previous,last-year');
    expect(comparisonsLabel(both)).toBe('26 weeks before and same period last year');
    expect(comparisonsRange(both)).toBe(
      '17 Nov 2025 to 14 May 2026, as many days; and 19 May to 13 Nov 2025, as many days',
    );
  });

  it('say why one of them is missing', () => {
    const coverage = { from: '2025-12-01', until: '2026-11-10' };
    expect(comparisonsLabel(resolve('compare=previous,last-year', coverage))).toBe('26 weeks before');
    expect(comparisonsRange(resolve('compare=previous,last-year', coverage))).toMatch(
      /; and no comparison: the record holds only 1 Dec 2025 to 9 Nov 2026$/,
    );
  });
});
