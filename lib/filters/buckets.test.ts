import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryDate, arbitraryFilters } from './arbitrary-filters.ts';
import { type BucketUnit, bucketStarts, bucketWindow, isPartialBucket } from './buckets.ts';
import type { Window } from './filters.ts';
import { daysIn, intersection } from './local-dates.ts';
import { parseFilters } from './parse-filters.ts';
import { resolveWindows } from './periods.ts';

const partials = (query: string, today: string, coverage: Window | null, unit: BucketUnit = 'week') => {
  const windows = resolveWindows(parseFilters(new URLSearchParams(query)), { today, coverage });
  return bucketStarts(windows.current, unit).filter((start) =>
    isPartialBucket(bucketWindow(start, unit), windows),
  );
};

it('names the Mondays that a window touches, the first one before it where it begins midweek', () => {
  expect(bucketStarts({ from: '2020-12-30', until: '2021-01-12' }, 'week')).toEqual([
    '2020-12-28',
    '2021-01-04',
    '2021-01-11',
  ]);
  expect(bucketStarts({ from: '2021-01-04', until: '2021-01-11' }, 'week')).toEqual(['2021-01-04']);
});

it('names the months that a window touches', () => {
  expect(bucketStarts({ from: '2023-12-31', until: '2024-03-01' }, 'month')).toEqual([
    '2023-12-01',
    '2024-01-01',
    '2024-02-01',
  ]);
});

it('loses no day and counts none twice: the parts of the buckets sum to the window', () => {
  fc.assert(
    fc.property(
      arbitraryFilters(),
      arbitraryDate(),
      fc.constantFrom<BucketUnit>('week', 'month'),
      (filters, today, unit) => {
        const { current } = resolveWindows(filters, { today, coverage: null });
        const parts = bucketStarts(current, unit).map((start) =>
          intersection(bucketWindow(start, unit), current),
        );
        expect(parts.reduce((sum, part) => sum + (part ? daysIn(part) : Number.NaN), 0)).toBe(
          daysIn(current),
        );
      },
    ),
  );
});

it('has the week of today partial, on its Sunday too, and none of the whole weeks', () => {
  expect(partials('', '2026-11-12', null)).toEqual(['2026-11-09']);
  expect(partials('', '2026-11-15', null)).toEqual(['2026-11-09']);
  expect(partials('period=last-12-weeks', '2026-11-12', null)).toEqual([]);
});

it('has weeks partial that the period or the record begins or ends in', () => {
  const coverage = { from: '2023-02-01', until: '2023-08-25' };
  expect(partials('period=2023-01-01..2023-01-31', '2026-11-12', null)).toEqual(['2022-12-26', '2023-01-30']);
  expect(partials('period=all', '2026-11-12', coverage)).toEqual(['2023-01-30', '2023-08-21']);
  expect(partials('period=all', '2026-11-12', coverage, 'month')).toEqual(['2023-08-01']);
});
