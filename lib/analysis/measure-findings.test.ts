import { expect, test } from 'vitest';
import { resolveWindows } from '../filters/periods.ts';
import { MEASURES } from '../measures/measures.ts';
import { someSums } from '../measures/some-sums.ts';
import { findMeasure } from './measure-findings.ts';

const windows = resolveWindows(
  {
    period: { kind: 'custom', firstDay: '2024-01-15', lastDay: '2024-01-28' },
    comparison: { kind: 'previous' },
  },
  { today: '2024-06-01', coverage: { from: '2024-01-01', until: '2024-05-01' } },
);

test('655 of 2,331 is a share with its interval, and its two weeks meet the two before', () => {
  const findings = findMeasure({
    measure: MEASURES.escalation_rate,
    bucket: 'week',
    windows,
    now: {
      total: 2412,
      overall: someSums('escalation_rate', { numerator: 655, denominator: 2331, all: 2412 }),
      rows: [{ start: '2024-01-22', ...someSums('escalation_rate', { numerator: 1, denominator: 2 }) }],
    },
    before: {
      total: 9,
      overall: someSums('escalation_rate', { numerator: 1, denominator: 4 }),
      rows: [{ start: '2024-01-08', ...someSums('escalation_rate', { numerator: 1, denominator: 4 }) }],
    },
  });
  expect(findings.now).toMatchObject({ value: 655 / 2331, total: 2412, leftOut: 81, few: false });
  expect(findings.now.interval?.[0]).toBeCloseTo(0.2631, 4);
  expect(findings.points.map(({ value }) => value)).toEqual([null, 0.5]);
  expect(findings.comparison).toEqual([null, 0.25]);
  expect(findings.before).toMatchObject({ value: 0.25, few: true });
});

test('0 of 0 has no value, and a median of 3 is too few', () => {
  const share = findMeasure({
    measure: MEASURES.resolution_rate,
    bucket: 'week',
    windows,
    now: { total: 7, overall: someSums('resolution_rate', { all: 7, beside: [4] }), rows: [] },
    before: null,
  });
  expect(share.now).toMatchObject({ value: null, interval: null, few: false, leftOut: 7 });
  expect(share.before).toBeNull();
  const median = findMeasure({
    measure: MEASURES.time_to_close,
    bucket: 'week',
    windows,
    now: {
      total: 7,
      overall: someSums('time_to_close', { median: 90, p90: 200, denominator: 3, all: 7, beside: [4] }),
      rows: [],
    },
    before: null,
  });
  expect(median.now).toMatchObject({
    value: 90,
    p90: 200,
    few: true,
    denominator: 3,
    beside: [{ words: 'still open', count: 4, share: 4 / 7 }],
  });
});
