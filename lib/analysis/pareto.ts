import type { Term } from '../filters/vocabulary.ts';
import { newcombeOneSample } from '../statistics/newcombe.ts';
import { type Interval, wilson } from '../statistics/wilson.ts';
import { UNKNOWN_CODE } from '../taxonomy/editable-sets.ts';
import { byName, termOf } from './terms.ts';

export interface CodeCount {
  code: number;
  count: number;
}

export interface RankedValue {
  term: Term;
  count: number;
  /** Of all incidents, 0 to 1, with its 95 % Wilson interval. */
  share: number;
  interval: Interval;
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
 * incidents, each counted once. Values without incidents are not listed.
 */
export function rank(
  rows: readonly CodeCount[],
  before: readonly CodeCount[] | null,
  terms: readonly Term[],
): Ranking {
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const earlier = before && new Map(before.map(({ code, count }) => [code, count]));
  const ordered = rows
    .filter(({ count }) => count > 0)
    .map(({ code, count }) => ({ term: termOf(terms, code), count, uncoded: code === UNKNOWN_CODE }))
    .sort((one, other) => order(one, other));
  let reached = 0;
  const values = ordered.map(({ term, count, uncoded }) => {
    reached += count;
    return {
      term,
      count,
      uncoded,
      share: count / total,
      interval: wilson(count, total) ?? ([0, 1] as const),
      cumulativeShare: reached / total,
      comparison: earlier && (earlier.get(term.code) ?? 0),
    };
  });
  const coded = values.filter(({ uncoded }) => !uncoded);
  const last = coded.findIndex(({ cumulativeShare }) => cumulativeShare >= VITAL_SHARE);
  return { values, total, vitalFew: last < 0 ? null : last + 1, brackets: brackets(coded, total) };
}

type Sortable = { term: Term; count: number; uncoded: boolean };

function order(one: Sortable, other: Sortable): number {
  if (one.uncoded !== other.uncoded) return one.uncoded ? 1 : -1;
  return other.count - one.count || byName(one.term.label, other.term.label);
}

/** The longest stretches whose first and last value cannot be told apart at 5 %. */
function brackets(coded: readonly RankedValue[], total: number): Bracket[] {
  const found: Bracket[] = [];
  for (const [firstIndex, value] of coded.entries()) {
    const end = coded.findIndex(
      ({ count }, index) => index > firstIndex && !alike(value.count, count, total),
    );
    const lastIndex = (end < 0 ? coded.length : end) - 1;
    const covered = found.some((bracket) => bracket.lastIndex >= lastIndex);
    if (lastIndex > firstIndex && !covered)
      found.push({ firstIndex, lastIndex, lane: freeLane(found, firstIndex) });
  }
  return found;
}

function alike(more: number, fewer: number, total: number): boolean {
  const [low] = newcombeOneSample(more, fewer, total) ?? [Number.NEGATIVE_INFINITY];
  return low <= 0;
}

function freeLane(found: readonly Bracket[], firstIndex: number): number {
  const taken = found.filter(({ lastIndex }) => lastIndex >= firstIndex).map(({ lane }) => lane);
  for (let lane = 0; ; lane++) if (!taken.includes(lane)) return lane;
}
