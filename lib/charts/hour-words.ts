import type { CrossTable } from '../analysis/cross-table.ts';
import { FEWEST } from '../analysis/measure-findings.ts';
import { newcombeOneSample } from '../statistics/newcombe.ts';
import { formatCount, formatCounted, formatFraction, formatList, formatShare } from './format.ts';

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** "09–10" */
export function hourLabel(hour: number): string {
  return `${String(hour).padStart(2, '0')}–${String(hour + 1).padStart(2, '0')}`;
}

/** The busiest hour of the week, as far as ties and chance let one be named. `total` counts unknown hours too. */
export function hourHeadline(table: CrossTable, hours: readonly number[], total: number): string {
  if (total === 0) return 'No incidents in this period';
  if (table.total === 0) return `The hour is known for none of the ${formatCounted(total, 'incident')}`;
  if (table.total < FEWEST)
    return `Too few to see a pattern: ${formatCounted(table.total, 'incident')} with a known hour`;
  const [first, second = 0] = table.counts.flat().sort((one, other) => other - one);
  const largest = first ?? 0;
  const busiest = table.counts.flatMap((line, row) =>
    line.flatMap((count, day) =>
      count === largest ? [`${WEEKDAYS[day]} ${hourLabel(hours[row] ?? 0)}`] : [],
    ),
  );
  const share = `${formatFraction(largest, table.total)}, ${formatShare(largest / table.total)}`;
  if (busiest.length > 2)
    return `No hour stands out: ${busiest.length} share the largest count, ${formatCount(largest)}`;
  if (busiest.length === 2) return `${formatList(busiest)} have the most, ${share} each`;
  const [low] = newcombeOneSample(largest, second, table.total) ?? [0];
  return low > 0
    ? `${busiest[0]} is the busiest hour of the week: ${share}`
    : `${busiest[0]} has the most, ${share}, but chance could put another hour first`;
}
