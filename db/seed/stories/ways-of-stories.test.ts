import { expect, it } from 'vitest';
import { recurringCustomersTruth } from './recurring-customers.ts';
import { skippedLevelTruth } from './skipped-level.ts';
import { findStoryWays } from './ways-of-stories.ts';

it.each([
  [1, 12_000],
  [2, 12_000],
  [3, 12_000],
  [1, 6000],
  [1, 24_000],
])(
  'sample %i of %i incidents shows which team skips a level, and by repeats most of the customers who return',
  (seed, incidents) => {
    const { skipping, returning } = findStoryWays(seed, incidents);
    expect(skipping).toEqual([skippedLevelTruth.team]);
    const planted = returning.filter((customer) => recurringCustomersTruth.customers.includes(customer));
    expect(planted.length, 'of thirty').toBeGreaterThanOrEqual(25);
    expect(returning.length - planted.length, 'of thousands of others').toBeLessThanOrEqual(5);
  },
);
