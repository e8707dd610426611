import { expect, test } from 'vitest';
import { FALSE_SHARE } from './bar.ts';
import {
  clumpedRows,
  rowsOfVaryingRates,
  runsThatFind,
  shareOfFalse,
  shuffledColumns,
  shuffledWeeks,
} from './testing/prove-scan.ts';

const SECONDS = 30_000;

// The same with twenty runs and more rows is in the long tests.
test(
  'over 4 shuffles of all columns the mean share of false findings is at most q',
  () => {
    expect(shareOfFalse(4, shuffledColumns(1500))).toBeLessThanOrEqual(FALSE_SHARE);
  },
  SECONDS,
);

test(
  'over 4 shuffles of the weeks nothing rises',
  () => {
    expect(shareOfFalse(4, shuffledWeeks(1500), (kind) => kind === 'rising')).toBeLessThanOrEqual(
      FALSE_SHARE,
    );
  },
  SECONDS,
);

test(
  'over 4 records whose incidents come in clumps the mean share of false findings is at most q',
  () => {
    expect(shareOfFalse(4, clumpedRows(1500))).toBeLessThanOrEqual(FALSE_SHARE);
  },
  SECONDS,
);

test(
  'over 4 records whose teams and triggers vary by a third from week to week, it is at most q',
  () => {
    expect(shareOfFalse(4, rowsOfVaryingRates(1500))).toBeLessThanOrEqual(FALSE_SHARE);
  },
  SECONDS,
);

test(
  'a team with 1.3 times the 200 incidents expected is found in half of 6 records',
  () => {
    expect(runsThatFind(6)).toBeGreaterThanOrEqual(3);
  },
  SECONDS,
);
