import { ANTECEDENT_CASES } from '../../../statistics/association/association.ts';
import { groupBy } from '../../group-by.ts';
import { type Cells, type Counts, makeCells, NO_COUNTS } from '../cells.ts';
import { findClumping } from '../clumps.ts';
import { type Combination, DIMENSION_SETS, type PatternValue, SCANNED } from '../combinations.ts';
import { findPatterns, type ScanResult } from '../findings.ts';
import type { Group } from '../fold-overlaps.ts';
import type { ScanInput } from '../scan-input.ts';
import { shortlist } from '../shortlist.ts';
import { NO_TALLY, type Tally } from '../tally.ts';

/** An incident of a test: the codes of its values in the order of SCANNED (0: not known), its week, what became of it. */
export interface Row {
  codes: readonly number[];
  week: number;
  now: boolean;
  escalated?: boolean | null;
  bad?: boolean | null;
}

/** Scans rows in the memory of a test as the facts would be scanned. Weeks of which `isBefore` holds tell the scatter. */
export function scanRows(
  rows: readonly Row[],
  {
    contacts = null,
    isBefore = () => true,
  }: { contacts?: ScanInput['contacts']; isBefore?: (row: Row) => boolean } = {},
): ScanResult {
  const all = countRows(rows);
  const weeks = [...new Set(rows.filter(isBefore).map(({ week }) => week))].sort((one, other) => one - other);
  const input: ScanInput = {
    all,
    cells: countCells(rows),
    contacts,
    clumping: findClumping({
      all: byWeek(rows, weeks),
      values: valuesIn(rows).map((value) => ({
        dimension: value.dimension,
        weeks: byWeek(rows.filter(holds([value])), weeks),
      })),
    }),
  };
  const list = shortlist(input);
  const patterns = list.patterns.map((pattern) => byWeek(rows.filter(holds(pattern)), weeks));
  return findPatterns(
    list,
    { weeks: { all: byWeek(rows, weeks), patterns }, groups: groupRows(rows, list.patterns) },
    input,
  );
}

export function holds(combination: Combination): (row: Row) => boolean {
  const places = combination.map(({ dimension, code }) => [SCANNED.indexOf(dimension), code] as const);
  return ({ codes }) => places.every(([place, code]) => codes[place] === code);
}

function countCells(rows: readonly Row[]): Cells {
  const cells = makeCells();
  for (const set of DIMENSION_SETS) {
    const places = set.map((dimension) => SCANNED.indexOf(dimension));
    const known = rows.filter(({ codes }) => places.every((place) => codes[place]));
    const found = groupBy(known, ({ codes }) => places.map((place) => codes[place]).join());
    for (const [key, held] of found) {
      if (held.length < ANTECEDENT_CASES) continue;
      const codes = key.split(',').map(Number);
      cells.add(
        set.map((dimension, place) => ({ dimension, code: codes[place] ?? 0 })),
        countRows(held),
      );
    }
  }
  return cells;
}

function countRows(rows: readonly Row[]): Counts {
  const { incidents: now, ...rest } = tally(rows.filter((row) => row.now));
  return { ...NO_COUNTS, now, before: rows.length - now, ...rest };
}

function tally(rows: readonly Row[]): Tally {
  const sum = { ...NO_TALLY };
  for (const { escalated = null, bad = null } of rows) {
    sum.incidents += 1;
    sum.known += escalated === null ? 0 : 1;
    sum.escalated += escalated ? 1 : 0;
    sum.settled += bad === null ? 0 : 1;
    sum.bad += bad ? 1 : 0;
  }
  return sum;
}

function byWeek(rows: readonly Row[], weeks: readonly number[]): Tally[] {
  return weeks.map((week) => tally(rows.filter((row) => row.week === week)));
}

function valuesIn(rows: readonly Row[]): PatternValue[] {
  return SCANNED.flatMap((dimension, place) =>
    [...new Set(rows.map(({ codes }) => codes[place] ?? 0))]
      .filter((code) => code > 0)
      .map((code) => ({ dimension, code })),
  );
}

function groupRows(rows: readonly Row[], patterns: readonly Combination[]): Group[] {
  const has = patterns.map(holds);
  const membersOf = (row: Row) => has.flatMap((is, index) => (is(row) ? [index] : [])).join();
  const groups = [...groupBy(rows, membersOf)].filter(([key]) => key !== '');
  return groups.map(([key, held]) => ({
    members: key.split(',').map(Number),
    now: tally(held.filter((row) => row.now)),
    before: tally(held.filter((row) => !row.now)),
  }));
}
