import type { LocalDate } from '../filters/filters.ts';

/** A year with its quarters; a quarter is 0 where nothing was counted in it. */
export interface YearOfQuarters {
  year: number;
  quarters: readonly [number, number, number, number];
  total: number;
}

/** Counts by the first day of their quarter as years, the latest first; years between without any are there, too. */
export function toYears(counted: readonly { quarter: LocalDate; incidents: number }[]): YearOfQuarters[] {
  if (counted.length === 0) return [];
  const years = counted.map(({ quarter }) => yearOf(quarter));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, back) => {
    const year = last - back;
    const quarters: [number, number, number, number] = [0, 0, 0, 0];
    for (const { quarter, incidents } of counted)
      if (yearOf(quarter) === year) quarters[placeOf(quarter)] += incidents;
    return { year, quarters, total: quarters.reduce((sum, each) => sum + each, 0) };
  });
}

const yearOf = (day: LocalDate) => Number(day.slice(0, 4));
const placeOf = (day: LocalDate) => Math.floor((Number(day.slice(5, 7)) - 1) / 3) as 0 | 1 | 2 | 3;
