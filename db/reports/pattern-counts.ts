import { countCells } from '@/db/queries/pattern-cells.ts';
import { countOverlaps } from '@/db/queries/pattern-overlaps.ts';
import { countWeeksByValue, countWeeksOfPattern, type TallyOfWeek } from '@/db/queries/pattern-weeks.ts';
import type { Reading } from '@/db/reports/reading.ts';
import type { Asked } from '@/db/where.ts';
import { type Cells, type Counts, makeCells } from '@/lib/analysis/pattern-scan/cells.ts';
import { findClumping } from '@/lib/analysis/pattern-scan/clumps.ts';
import { BLOCKS, type Combination, SCANNED } from '@/lib/analysis/pattern-scan/combinations.ts';
import type { Followed } from '@/lib/analysis/pattern-scan/findings.ts';
import type { Clumping } from '@/lib/analysis/pattern-scan/scan-input.ts';
import { addTallies, NO_TALLY, type Tally } from '@/lib/analysis/pattern-scan/tally.ts';
import { weeksOfScatter } from '@/lib/analysis/pattern-scan/weeks-of-scatter.ts';
import { bucketStarts } from '@/lib/filters/buckets.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';

/** What a scan asks of a reading. */
export type ScanReading = Pick<
  Reading,
  'snapshot' | 'viewer' | 'asked' | 'askedBefore' | 'windows' | 'filters'
>;

/** Weeks of all incidents that have the values of a combination. */
export function askWeeks(
  { snapshot, viewer }: ScanReading,
  asked: Asked,
  combination: Combination,
): Promise<TallyOfWeek[]> {
  return countWeeksOfPattern(snapshot, viewer, asked, combination);
}

/** What became of all incidents. */
export async function askTotal(reading: ScanReading, asked: Asked): Promise<Tally> {
  return addTallies(await askWeeks(reading, asked, []));
}

/** The counts of every combination with at least so many incidents in both windows. */
export async function askCells(
  { snapshot, viewer, asked }: ScanReading,
  earlier: Asked | null,
  least: number,
): Promise<Cells> {
  const cells = makeCells();
  const found = await countCells(snapshot, viewer, asked, earlier, BLOCKS, least);
  for (const { combination, before, ...tally } of found) cells.add(combination, toCounts(tally, before));
  return cells;
}

export function toCounts({ incidents, known, escalated, settled, bad }: Tally, before: number): Counts {
  return { now: incidents, before, known, escalated, settled, bad, contacts: null, contactsBefore: null };
}

/** How counts scatter from week to week, and the weeks that tell it. */
export interface Scatter {
  asked: Asked;
  starts: readonly LocalDate[];
  all: readonly Tally[];
  clumping: Clumping;
}

export async function askScatter(reading: ScanReading): Promise<Scatter> {
  const { snapshot, viewer } = reading;
  const window = weeksOfScatter(reading.windows);
  const asked = { ...reading.asked, window };
  const starts = bucketStarts(window, 'week');
  const [weeks, ...dimensions] = await Promise.all([
    askWeeks(reading, asked, []),
    ...SCANNED.map(async (dimension) => {
      const values = await countWeeksByValue(snapshot, viewer, asked, dimension);
      const known = values.filter(({ code }) => code > 0);
      return known.map((value) => ({ dimension, weeks: inWeeks(starts, value.weeks) }));
    }),
  ]);
  const all = inWeeks(starts, weeks).map((week) => week ?? NO_TALLY);
  return { asked, starts, all, clumping: findClumping({ all, values: dimensions.flat() }) };
}

/** Weeks and overlaps of the patterns that may become findings. */
export async function followPatterns(
  reading: ScanReading,
  earlier: Asked | null,
  patterns: readonly Combination[],
  { asked, starts, all }: Scatter,
): Promise<Followed> {
  const { snapshot, viewer } = reading;
  const [now, before, weeks] = await Promise.all([
    countOverlaps(snapshot, viewer, reading.asked, patterns),
    earlier ? countOverlaps(snapshot, viewer, earlier, patterns) : [],
    Promise.all(patterns.map((pattern) => askWeeks(reading, asked, pattern))),
  ]);
  return {
    weeks: { all, patterns: weeks.map((own) => inWeeks(starts, own)) },
    groups: [
      ...now.map(({ members, ...tally }) => ({ members, now: tally, before: NO_TALLY })),
      ...before.map(({ members, ...tally }) => ({ members, now: NO_TALLY, before: tally })),
    ],
  };
}

function inWeeks(starts: readonly LocalDate[], weeks: readonly TallyOfWeek[]): (Tally | null)[] {
  const byStart = new Map(weeks.map((week) => [week.start, week]));
  return starts.map((start) => byStart.get(start) ?? null);
}
