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

const RUNS = 20;
const MINUTES = 600_000;

test(
  `over ${RUNS} shuffles of all columns the mean share of false findings is at most q`,
  () => {
    expect(shareOfFalse(RUNS, shuffledColumns(6000))).toBeLessThanOrEqual(FALSE_SHARE);
  },
  MINUTES,
);

test(
  `over ${RUNS} shuffles of the weeks the mean share of patterns that falsely rise is at most q`,
  () => {
    const isRising = (kind: string) => kind === 'rising';
    expect(shareOfFalse(RUNS, shuffledWeeks(6000), isRising)).toBeLessThanOrEqual(FALSE_SHARE);
  },
  MINUTES,
);

test(
  `over ${RUNS} records whose incidents come in clumps, one and a half times as scattered, it is at most q`,
  () => {
    expect(shareOfFalse(RUNS, clumpedRows(6000))).toBeLessThanOrEqual(FALSE_SHARE);
  },
  MINUTES,
);

test(
  `over ${3 * RUNS} records whose teams and triggers vary by a third from week to week, it is at most q`,
  () => {
    expect(shareOfFalse(3 * RUNS, rowsOfVaryingRates(6000))).toBeLessThanOrEqual(FALSE_SHARE);
  },
  MINUTES,
);

test(
  `a team with 1.3 times the 200 incidents expected is found in at least 10 of ${RUNS} records`,
  () => {
    expect(runsThatFind(RUNS)).toBeGreaterThanOrEqual(10);
  },
  MINUTES,
);
