import { expect, it } from 'vitest';
import { nextComparison } from './next-comparison.ts';

it('three steps go round: nothing, the period before, the same last year, nothing', () => {
  const before = nextComparison({ comparison: { kind: 'none' }, also: null });
  const lastYear = nextComparison({ comparison: before, also: null });
  expect([before, lastYear, nextComparison({ comparison: lastYear, also: null })]).toEqual([
    { kind: 'previous' },
    { kind: 'last-year' },
    { kind: 'none' },
  ]);
});

it('from both, or from days that somebody chose, nothing is next', () => {
  const days = { kind: 'custom', firstDay: '2024-01-01', lastDay: '2024-01-31' } as const;
  expect(nextComparison({ comparison: days, also: null })).toEqual({ kind: 'none' });
  const both = { comparison: { kind: 'previous' }, also: { kind: 'last-year' } } as const;
  expect(nextComparison(both)).toEqual({ kind: 'none' });
});
