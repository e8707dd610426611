import { alternating, avoiding, hugging } from './rhythm-patterns.ts';
import { RULE_IDS, RULE_SETS, type RuleId, type RuleSet } from './rules.ts';
import { runPatterns } from './run-patterns.ts';
import { stretches } from './stretches.ts';
import { fourOfFive, twoOfThree } from './zone-patterns.ts';

/** A point and the limits that it is judged by, raw (not cut at zero); `value` null is a gap. */
export interface JudgedPoint {
  value: number | null;
  centre: number;
  lower: number;
  upper: number;
  /** Left out of the limits for a known reason: no part of Anhøj's runs either. */
  excluded?: boolean;
}

/** A pattern that a rule found: the points that belong to it, and its direction (a trend's, not its side). */
export interface Pattern {
  rule: RuleId;
  /** Null where the rule tells that something is not chance, but not which way it went. */
  direction: 'up' | 'down' | null;
  /** Indexes of the points, ascending; of two in three and four in five, only those near the limit. */
  points: readonly number[];
  /** The point that completed it last. */
  last: number;
}

/**
 * Every pattern of a set of rules in one stretch of points that share their limits' origin.
 *
 * Method: beyond a limit; `shift` points in a row strictly on one side of the centre; `trend` points in a row each
 * strictly above (below) the one before; and the zone, rhythm and run rules of the set. A point on the centre breaks
 * a shift, an equal neighbour breaks a trend, a gap breaks both. A pattern covers all its points from the first on
 * (back-filled) and is silent while there are fewer points than it needs. Answers patterns in the order in which they
 * ended. Sources: NHSRplotthedots (ptd_calculate_point_type), qcc (rules), qicharts2 (runs.analysis). Example:
 * 1, 2, 3, 4, 5, 6, 7 about a centre of 10 with limits 0 and 20: one trend and one shift, each over all 7.
 */
export function findPatterns(points: readonly JudgedPoint[], set: RuleSet = RULE_SETS.nhs): Pattern[] {
  const found = [
    ...beyond(points),
    ...(set.trend === null ? [] : trends(points, set.trend)),
    ...(set.twoOfThree === null ? [] : twoOfThree(points, set.twoOfThree)),
    ...(set.fourOfFive ? fourOfFive(points) : []),
    ...(set.shift === null ? [] : shifts(points, set.shift)),
    ...(set.alternating === null ? [] : alternating(points, set.alternating)),
    ...(set.hugging === null ? [] : hugging(points, set.hugging)),
    ...(set.avoiding === null ? [] : avoiding(points, set.avoiding)),
    ...(set.runs ? runPatterns(points) : []),
  ];
  return found.sort((one, other) => one.last - other.last || precedence(one) - precedence(other));
}

/**
 * The patterns that each point belongs to, the one to show first in front.
 *
 * Order: that of RULE_IDS, beyond first. Where they point both ways, the pattern that completed last wins, and those
 * of its direction come first. Example: a point beyond the upper limit inside a falling trend that goes on after it
 * is shown as falling.
 */
export function patternsByPoint(patterns: readonly Pattern[], length: number): Pattern[][] {
  const byPoint: Pattern[][] = Array.from({ length }, () => []);
  for (const pattern of patterns) for (const index of pattern.points) byPoint[index]?.push(pattern);
  return byPoint.map((here) => {
    if (here.length < 2) return here;
    const newest = [...here].sort(
      (one, other) => other.last - one.last || precedence(one) - precedence(other),
    )[0];
    const against = (pattern: Pattern) => (pattern.direction === newest?.direction ? 0 : 1);
    return here.sort((one, other) => against(one) - against(other) || precedence(one) - precedence(other));
  });
}

/** Whether the patterns at one point point both ways, which has to be said: it is improvement and deterioration at once. */
export function isBothWays(here: readonly Pattern[]): boolean {
  const points = (way: Pattern['direction']) => here.some(({ direction }) => direction === way);
  return points('up') && points('down');
}

function beyond(points: readonly JudgedPoint[]): Pattern[] {
  return points.flatMap(({ value, lower, upper }, index): Pattern[] =>
    value === null || (value <= upper && value >= lower)
      ? []
      : [{ rule: 'beyond', direction: value > upper ? 'up' : 'down', points: [index], last: index }],
  );
}

function shifts(points: readonly JudgedPoint[], length: number): Pattern[] {
  const sides = points.map(({ value, centre }) => (value === null ? 0 : Math.sign(value - centre)));
  return stretches(sides)
    .filter(({ value, indexes }) => value !== 0 && indexes.length >= length)
    .map(({ value, indexes }) => inDirection('shift', value, indexes));
}

function trends(points: readonly JudgedPoint[], length: number): Pattern[] {
  const steps = points.map(({ value }, index) => {
    const before = points[index - 1]?.value ?? null;
    return value === null || before === null ? 0 : Math.sign(value - before);
  });
  return stretches(steps)
    .filter(({ value, indexes }) => value !== 0 && indexes.length >= length - 1)
    .map(({ value, indexes }) => inDirection('trend', value, [(indexes[0] ?? 0) - 1, ...indexes]));
}

function inDirection(rule: RuleId, sign: number, points: readonly number[]): Pattern {
  return { rule, direction: sign > 0 ? 'up' : 'down', points, last: points.at(-1) ?? -1 };
}

function precedence({ rule }: Pattern): number {
  return RULE_IDS.indexOf(rule);
}
