import { RULE_IDS, RULE_SETS, type RuleId, type RuleSet } from './rules.ts';

/** A point and the limits that it is judged by, raw (not cut at zero); `value` null is a gap. */
export interface JudgedPoint {
  value: number | null;
  centre: number;
  lower: number;
  upper: number;
}

/** A pattern that a rule found: the points that belong to it, and its direction (a trend's, not its side). */
export interface Pattern {
  rule: RuleId;
  direction: 'up' | 'down';
  /** Indexes of the points, ascending; for two of three, only those near the limit. */
  points: readonly number[];
  /** The point that completed it last. */
  last: number;
}

/**
 * Every pattern of a set of rules in one stretch of points that share their limits' origin.
 *
 * Method: beyond a limit; `shift` points in a row strictly on one side of the centre; `trend` points in a row each
 * strictly above (below) the one before; two of three neighbours between two thirds of the way to the limit and the
 * limit. A point on the centre breaks a run, an equal neighbour breaks a trend, a gap breaks all of them. A pattern
 * covers all its points from the first on (back-filled) and is silent while there are fewer points than it needs.
 * Answers patterns in the order in which they ended. Source: NHSRplotthedots (ptd_calculate_point_type). Example:
 * 1, 2, 3, 4, 5, 6, 7 about a centre of 10 with limits 0 and 20: one trend and one shift, each over all 7.
 */
export function findPatterns(points: readonly JudgedPoint[], set: RuleSet = RULE_SETS.nhs): Pattern[] {
  const found = [
    ...beyond(points),
    ...(set.trend === null ? [] : trends(points, set.trend)),
    ...(set.twoOfThree === null ? [] : twoOfThree(points, set.twoOfThree)),
    ...(set.shift === null ? [] : shifts(points, set.shift)),
  ];
  return found.sort((one, other) => one.last - other.last || precedence(one) - precedence(other));
}

/**
 * The patterns that each point belongs to, the one to show first in front.
 *
 * Order: beyond, trend, two of three, shift. Where they point both ways, the pattern that completed last wins, and
 * those of its direction come first. Example: a point beyond the upper limit inside a falling trend that goes on
 * after it is shown as falling.
 */
export function patternsByPoint(patterns: readonly Pattern[], length: number): Pattern[][] {
  return Array.from({ length }, (_, index) => {
    const here = patterns.filter((pattern) => pattern.points.includes(index));
    const newest = [...here].sort(
      (one, other) => other.last - one.last || precedence(one) - precedence(other),
    )[0];
    const against = (pattern: Pattern) => (pattern.direction === newest?.direction ? 0 : 1);
    return here.sort((one, other) => against(one) - against(other) || precedence(one) - precedence(other));
  });
}

function beyond(points: readonly JudgedPoint[]): Pattern[] {
  return points.flatMap(({ value, lower, upper }, index) =>
    value === null || (value <= upper && value >= lower)
      ? []
      : [pattern('beyond', value > upper ? 'up' : 'down', [index])],
  );
}

function shifts(points: readonly JudgedPoint[], length: number): Pattern[] {
  const sides = points.map(({ value, centre }) => (value === null ? 0 : Math.sign(value - centre)));
  return stretches(sides)
    .filter(({ sign, indexes }) => sign !== 0 && indexes.length >= length)
    .map(({ sign, indexes }) => pattern('shift', sign > 0 ? 'up' : 'down', indexes));
}

function trends(points: readonly JudgedPoint[], length: number): Pattern[] {
  const steps = points.map(({ value }, index) => {
    const before = points[index - 1]?.value ?? null;
    return value === null || before === null ? 0 : Math.sign(value - before);
  });
  return stretches(steps)
    .filter(({ sign, indexes }) => sign !== 0 && indexes.length >= length - 1)
    .map(({ sign, indexes }) =>
      pattern('trend', sign > 0 ? 'up' : 'down', [(indexes[0] ?? 0) - 1, ...indexes]),
    );
}

/** Maximal stretches of neighbours with the same sign. */
function stretches(signs: readonly number[]): { sign: number; indexes: number[] }[] {
  const all: { sign: number; indexes: number[] }[] = [];
  for (const [index, sign] of signs.entries()) {
    const open = all.at(-1);
    if (open?.sign === sign) open.indexes.push(index);
    else all.push({ sign, indexes: [index] });
  }
  return all;
}

function twoOfThree(points: readonly JudgedPoint[], rule: NonNullable<RuleSet['twoOfThree']>): Pattern[] {
  const merged: { direction: 'up' | 'down'; points: number[] }[] = [];
  for (let end = 2; end < points.length; end++) {
    for (const direction of ['up', 'down'] as const) {
      const near = nearLimit(points, end, direction, rule);
      if (near.length < 2) continue;
      const open = merged.findLast((one) => one.direction === direction);
      if (open && near.some((index) => open.points.includes(index))) {
        open.points = [...new Set([...open.points, ...near])];
      } else merged.push({ direction, points: near });
    }
  }
  return merged.map((one) => pattern('two_of_three', one.direction, one.points));
}

function nearLimit(
  points: readonly JudgedPoint[],
  end: number,
  direction: 'up' | 'down',
  rule: NonNullable<RuleSet['twoOfThree']>,
): number[] {
  const three = [end - 2, end - 1, end];
  const away = three.map((index) => distance(points[index], direction));
  if (away.some((one) => one === null || (rule.allOneSide && one.fromCentre <= 0))) return [];
  return three.filter((_, position) => {
    const one = away[position];
    return (
      one && one.fromCentre > (one.toLimit * 2) / 3 && (rule.beyondCounts || one.fromCentre <= one.toLimit)
    );
  });
}

function distance(point: JudgedPoint | undefined, direction: 'up' | 'down') {
  if (!point || point.value === null) return null;
  const up = { fromCentre: point.value - point.centre, toLimit: point.upper - point.centre };
  const down = { fromCentre: point.centre - point.value, toLimit: point.centre - point.lower };
  return direction === 'up' ? up : down;
}

function pattern(rule: RuleId, direction: 'up' | 'down', points: readonly number[]): Pattern {
  return { rule, direction, points, last: points.at(-1) ?? -1 };
}

function precedence({ rule }: Pattern): number {
  return RULE_IDS.indexOf(rule);
}
