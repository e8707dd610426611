import type { Term } from '../filters/vocabulary.ts';
import { newcombeOneSample } from '../statistics/newcombe.ts';
import { weightedShare, weightedShareDifference } from '../statistics/weighted-share.ts';
import { type Interval, wilson } from '../statistics/wilson.ts';
import { UNKNOWN_CODE } from '../taxonomy/editable-sets.ts';
import { byName, termOf } from './terms.ts';

export interface CodeCount {
  code: number;
  /** Incidents, or what they add up to: hours, money, points. */
  count: number;
  /** The squares of what each of them adds; of counted incidents the count itself. */
  squares?: number;
}

export interface RankedValue {
  term: Term;
  count: number;
  /** Of all, 0 to 1, with its 95 % range; null where few large ones make most of it. */
  share: number;
  interval: Interval | null;
  cumulativeShare: number;
  comparison: number | null;
  uncoded: boolean;
}

/** Neighbours in the ranking, by index, that chance could reorder; overlapping ones lie in different lanes. */
export interface Bracket {
  firstIndex: number;
  lastIndex: number;
  lane: number;
}

export interface Ranking {
  values: readonly RankedValue[];
  total: number;
  /** How many coded values it takes to reach 80 % of all incidents; null where they never do. */
  vitalFew: number | null;
  brackets: readonly Bracket[];
}

const VITAL_SHARE = 0.8;

/**
 * Values by count, largest first, ties by name, what is not coded last whatever its count. Shares are of all
 * incidents, each counted once; where rows carry squares, of what the incidents add up to. Values without any are not
 * listed.
 */
export function rank(
  rows: readonly CodeCount[],
  before: readonly CodeCount[] | null,
  terms: readonly Term[],
): Ranking {
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const chance = chanceOf(rows, total);
  const earlier = before && new Map(before.map(({ code, count }) => [code, count]));
  const ordered = rows
    .filter(({ count }) => count > 0)
    .map((row) => ({
      row,
      count: row.count,
      term: termOf(terms, row.code),
      uncoded: row.code === UNKNOWN_CODE,
    }))
    .sort((one, other) => order(one, other));
  let reached = 0;
  const values = ordered.map(({ row, term, count, uncoded }) => {
    reached += count;
    return {
      term,
      count,
      uncoded,
      share: count / total,
      interval: chance.rangeOf(row),
      cumulativeShare: Math.min(1, reached / total),
      comparison: earlier && (earlier.get(term.code) ?? 0),
    };
  });
  const coded = ordered.filter(({ uncoded }) => !uncoded).map(({ row }) => row);
  const last = values.findIndex((value) => !value.uncoded && value.cumulativeShare >= VITAL_SHARE);
  return { values, total, vitalFew: last < 0 ? null : last + 1, brackets: brackets(coded, chance.areAlike) };
}

type Sortable = { term: Term; count: number; uncoded: boolean };

function order(one: Sortable, other: Sortable): number {
  if (one.uncoded !== other.uncoded) return one.uncoded ? 1 : -1;
  return other.count - one.count || byName(one.term.label, other.term.label);
}

interface Chance {
  rangeOf(row: CodeCount): Interval | null;
  /** Whether the order of two could be chance, at 5 %. */
  areAlike(more: CodeCount, fewer: CodeCount): boolean;
}

/** What chance can do to counts, or to sums of which a few large ones may make most. */
function chanceOf(rows: readonly CodeCount[], total: number): Chance {
  if (rows.every(({ squares }) => squares === undefined)) {
    return {
      rangeOf: ({ count }) => wilson(count, total),
      areAlike: (more, fewer) => (newcombeOneSample(more.count, fewer.count, total)?.[0] ?? 0) <= 0,
    };
  }
  const toSum = ({ count, squares = count }: CodeCount) => ({ sum: count, squares });
  const whole = { sum: total, squares: rows.reduce((sum, row) => sum + toSum(row).squares, 0) };
  return {
    rangeOf: (row) => weightedShare(toSum(row), whole)?.interval ?? null,
    areAlike: (more, fewer) => {
      const difference = weightedShareDifference(toSum(more), toSum(fewer), whole);
      return difference !== null && difference[0] <= 0;
    },
  };
}

/** The longest stretches whose first and last value cannot be told apart. */
function brackets(coded: readonly CodeCount[], areAlike: Chance['areAlike']): Bracket[] {
  const found: Bracket[] = [];
  for (const [firstIndex, value] of coded.entries()) {
    const end = coded.findIndex((other, index) => index > firstIndex && !areAlike(value, other));
    const lastIndex = (end < 0 ? coded.length : end) - 1;
    const covered = found.some((bracket) => bracket.lastIndex >= lastIndex);
    if (lastIndex > firstIndex && !covered)
      found.push({ firstIndex, lastIndex, lane: freeLane(found, firstIndex) });
  }
  return found;
}

function freeLane(found: readonly Bracket[], firstIndex: number): number {
  const taken = found.filter(({ lastIndex }) => lastIndex >= firstIndex).map(({ lane }) => lane);
  for (let lane = 0; ; lane++) if (!taken.includes(lane)) return lane;
}
