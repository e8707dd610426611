import type { JudgedPoint, Pattern } from './patterns.ts';
import type { RuleId, RuleSet } from './rules.ts';

interface Zone {
  rule: RuleId;
  /** So many of so many neighbours. */
  needed: number;
  of: number;
  /** Further from the centre than this part of the way to the limit. */
  from: number;
  allOneSide: boolean;
  beyondCounts: boolean;
  newestNear: boolean;
}

/**
 * Two of three neighbours in the outer third between centre and limit, on the same side.
 *
 * Method: windows of three that share a marked point are one pattern; only the points near the limit belong to it. A
 * gap in the window silences it. Sources: NHSRplotthedots (ptd_two_in_three), qcc (WER 2). Example: 26, 16, 27 about
 * 15 with limits 0 and 30: near is above 25, so the first and the third.
 */
export function twoOfThree(
  points: readonly JudgedPoint[],
  rule: NonNullable<RuleSet['twoOfThree']>,
): Pattern[] {
  return inZone(points, { rule: 'two_of_three', needed: 2, of: 3, from: 2 / 3, ...rule });
}

/**
 * Four of five neighbours more than a third of the way from the centre to a limit, the fifth among them, on the same
 * side. Source: qcc (WER 3, Nelson's test 6). Example: in units of sigma 1.2, 1.3, 0.2, 1.4, 1.5.
 */
export function fourOfFive(points: readonly JudgedPoint[]): Pattern[] {
  const zone = { needed: 4, of: 5, from: 1 / 3, allOneSide: false, beyondCounts: true, newestNear: true };
  return inZone(points, { rule: 'four_of_five', ...zone });
}

function inZone(points: readonly JudgedPoint[], zone: Zone): Pattern[] {
  const merged: { direction: 'up' | 'down'; points: number[] }[] = [];
  for (let end = zone.of - 1; end < points.length; end++) {
    for (const direction of ['up', 'down'] as const) {
      const near = nearLimit(points, end, direction, zone);
      if (near.length < zone.needed) continue;
      const open = merged.findLast((one) => one.direction === direction);
      if (open && near.some((index) => open.points.includes(index))) {
        open.points = [...new Set([...open.points, ...near])];
      } else merged.push({ direction, points: [...near] });
    }
  }
  return merged.map((one) => ({ rule: zone.rule, ...one, last: one.points.at(-1) ?? -1 }));
}

function nearLimit(
  points: readonly JudgedPoint[],
  end: number,
  direction: 'up' | 'down',
  zone: Zone,
): readonly number[] {
  // A page looks at tens of thousands of windows, of which few hold anything: no list is made for the others.
  let near: number[] | undefined;
  for (let index = end - zone.of + 1; index <= end; index++) {
    const point = points[index];
    if (!point || point.value === null) return NONE;
    const isUp = direction === 'up';
    const fromCentre = isUp ? point.value - point.centre : point.centre - point.value;
    const toLimit = isUp ? point.upper - point.centre : point.centre - point.lower;
    if (zone.allOneSide && fromCentre <= 0) return NONE;
    if (fromCentre > toLimit * zone.from && (zone.beyondCounts || fromCentre <= toLimit)) {
      near ??= [];
      near.push(index);
    }
  }
  return !near || (zone.newestNear && near.at(-1) !== end) ? NONE : near;
}

const NONE: readonly number[] = [];
