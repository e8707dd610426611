import { type CrossTable, crossTable } from '../analysis/cross-table.ts';
import { countStep, countSteps } from '../analysis/heat-steps.ts';
import type { Panel, TwinTable } from './chart-model.ts';
import type { ChartContext } from './context.ts';
import { formatCount, formatFraction } from './format.ts';
import type { HeatMap } from './heat-model.ts';
import { openCells } from './heat-twin.ts';
import { hourHeadline, hourLabel, WEEKDAYS } from './hour-words.ts';
import { openIncidents } from './open-link.ts';

const DEFINITION =
  'Incidents counted once each by the weekday and the hour at which they occurred, in the workspace’s time zone. Only incidents whose time is known to the minute are in the map; the others are counted in the line above. These are counts, not rates: a busy hour may only have more contacts.';

export interface HourRow {
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  /** 0 to 23; null where only the date is known. */
  hour: number | null;
  count: number;
}

/** Weekday by hour: when incidents happen, of those whose hour is known. */
export function hourHeat(
  rows: readonly HourRow[],
  { periodWords }: Pick<ChartContext, 'periodWords'>,
): Panel<HeatMap> {
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const known = rows.flatMap(({ weekday, hour, count }) =>
    hour === null || count === 0 ? [] : [{ row: hour, column: weekday, count }],
  );
  const hours = hoursBetween(known.map(({ row }) => row));
  const table = crossTable(
    known,
    hours,
    WEEKDAYS.map((_, index) => index + 1),
  );
  const picture = table.total === 0 ? null : toHeatMap(table, hours, total);
  return {
    id: 'hours',
    headline: hourHeadline(table, hours, total),
    subtitle: subtitle(table.total, total, periodWords),
    definition: { title: 'Weekday and hour', text: DEFINITION, passage: 'counted' },
    picture,
    empty: table.total === 0 ? emptyWords(total) : null,
    table: openCells(toTable(table, hours), picture),
    open: openIncidents(
      total,
      {},
      table.total === total ? undefined : { count: table.total, words: 'with a known hour' },
    ),
  };
}

function hoursBetween(hours: readonly number[]): number[] {
  if (hours.length === 0) return [];
  const first = Math.min(...hours);
  return Array.from({ length: Math.max(...hours) - first + 1 }, (_, index) => first + index);
}

function emptyWords(total: number): string {
  if (total === 0) return 'No incidents in this period.';
  return 'Only the date of these incidents is known. Import a source with times to see when in the day they happen.';
}

function subtitle(known: number, total: number, periodWords: string): string {
  const left =
    total > known ? ` Left out: ${formatFraction(total - known, total)} without a known hour.` : '';
  return `Incidents by weekday and hour, ${periodWords}, n\u00a0${formatCount(known)}.${left} Counts, not rates.`;
}

function toHeatMap(table: CrossTable, hours: readonly number[], all: number): HeatMap {
  const { counts, rowTotals, columnTotals, total } = table;
  const largest = Math.max(...counts.flat());
  const steps = countSteps(largest);
  const weekday = (value: string) => ({ dimension: 'weekday' as const, value });
  const hour = (value: number) => ({ dimension: 'hour' as const, value: String(value) });
  const opens = (count: number, ...selections: (ReturnType<typeof weekday> | ReturnType<typeof hour>)[]) =>
    count === 0 ? null : { selections };
  return {
    kind: 'heat',
    rowTitle: 'Hour',
    rows: hours.map((at, row) => {
      const count = rowTotals[row] ?? 0;
      return { id: String(at), label: hourLabel(at), total: count, open: opens(count, hour(at)) };
    }),
    columns: WEEKDAYS.map((name, column) => {
      const id = String(column + 1);
      const count = columnTotals[column] ?? 0;
      // Where some hours are unknown a weekday would also open those, which are not in this map.
      const open = total === all ? opens(count, weekday(id)) : null;
      return { id, label: name.slice(0, 3), total: count, open };
    }),
    cells: hours.map((at, row) =>
      WEEKDAYS.map((_, column) => {
        const count = counts[row]?.[column] ?? 0;
        const open = opens(count, weekday(String(column + 1)), hour(at));
        return { count, step: countStep(count, steps), unknown: false, open };
      }),
    ),
    total,
    key: {
      title: 'Incidents',
      from: '0',
      to: formatCount(largest),
      steps: steps.length > 0 ? `steps at ${steps.map(formatCount).join(', ')}` : '',
      unknown: false,
    },
  };
}

function toTable(
  { counts, rowTotals, columnTotals, total }: CrossTable,
  hours: readonly number[],
): TwinTable {
  return {
    columns: [
      { id: 'hour', label: 'Hour', form: 'text' },
      ...WEEKDAYS.map((label, index) => ({ id: String(index + 1), label, form: 'count' as const })),
      { id: 'total', label: 'Total', form: 'count' },
    ],
    rows: hours.map((at, row) => ({
      cells: [hourLabel(at), ...(counts[row] ?? []), rowTotals[row] ?? 0],
      open: rowTotals[row] ? { selections: [{ dimension: 'hour', value: String(at) }] } : null,
    })),
    total: ['Total', ...columnTotals, total],
  };
}
