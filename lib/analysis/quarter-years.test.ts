import { expect, it } from 'vitest';
import { toYears } from './quarter-years.ts';

it('quarters stand in their years, the latest first, and a year between without any is there', () => {
  const counted = [
    { quarter: '2024-01-01', incidents: 3 },
    { quarter: '2024-10-01', incidents: 4 },
    { quarter: '2026-04-01', incidents: 5 },
  ];
  expect(toYears(counted)).toEqual([
    { year: 2026, quarters: [0, 5, 0, 0], total: 5 },
    { year: 2025, quarters: [0, 0, 0, 0], total: 0 },
    { year: 2024, quarters: [3, 0, 0, 4], total: 7 },
  ]);
  expect(toYears([])).toEqual([]);
});
