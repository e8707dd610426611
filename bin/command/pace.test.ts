import { expect, it } from 'vitest';
import { paceOf } from './pace.ts';

it('9,000 incidents of 60,000 rows in 2.504 s are 3,594 and 23,962 a second', () => {
  expect(paceOf({ incidents: 9000, rows: 60_000 }, 2.504)).toMatchObject({
    seconds: 2.5,
    incidentsPerSecond: 3594,
    rowsPerSecond: 23_962,
  });
});

it('rows that were not counted have no pace', () => {
  expect(paceOf({ incidents: 9000, rows: null }, 2).rowsPerSecond).toBeNull();
});

it('the memory of this process is told in megabytes: it has more now than it was given at first, and less than 100 GB', () => {
  const { peakMemoryMb } = paceOf({ incidents: 1, rows: 1 }, 1);
  expect(peakMemoryMb).toBeGreaterThanOrEqual(Math.floor(process.memoryUsage.rss() / 1e6) - 1);
  expect(peakMemoryMb).toBeLessThan(100_000);
});
