import type { JudgedPoint, Pattern } from './patterns.ts';
import type { RuleId } from './rules.ts';
import { stretches } from './stretches.ts';

/** The innermost third between centre and limit: one sigma. */
const INNER = 1 / 3;

/**
 * So many points in a row that go up and down in turn: two sources mixed, or one that is over-corrected.
 * Source: Nelson's test 4, qcc. Example: 14 points 1, 3, 2, 4, 3, 5, … each against the step before.
 */
export function alternating(points: readonly JudgedPoint[], length: number): Pattern[] {
  const step = (index: number) => {
    const [before, value] = [points[index - 1]?.value ?? null, points[index]?.value ?? null];
    return before === null || value === null ? 0 : Math.sign(value - before);
  };
  const turns = points.map((_, index) => step(index) * step(index - 1) < 0);
  return inARow(turns, length - 2).map((indexes) => {
    const first = indexes[0] ?? 2;
    return pattern('alternating', [first - 2, first - 1, ...indexes]);
  });
}

/**
 * So many points in a row within one sigma of the centre, on the line included: limits that are too wide for what
 * they judge. Source: Nelson's test 7, qcc. Example: 15 points at 0.3 sigma.
 */
export function hugging(points: readonly JudgedPoint[], length: number): Pattern[] {
  const zones = points.map(zoneOf);
  return inARow(
    zones.map((zone) => zone === 0),
    length,
  ).map((indexes) => pattern('hugging', indexes));
}

/**
 * So many points in a row further than one sigma from the centre, on both sides: two sources mixed.
 * Source: Nelson's test 8, qcc. Example: 1.2, −1.3, 1.1, −1.4, 1.5, −1.2, 1.3, −1.1 sigma.
 */
export function avoiding(points: readonly JudgedPoint[], length: number): Pattern[] {
  const zones = points.map(zoneOf);
  const outside = zones.map((zone) => zone === 1 || zone === -1);
  return inARow(outside, length).flatMap((indexes) => {
    const windows = indexes
      .slice(length - 1)
      .map((_, start) => indexes.slice(start, start + length))
      .filter((window) => window.some((at) => zones[at] === 1) && window.some((at) => zones[at] === -1));
    const covered = [...new Set(windows.flat())];
    return covered.length === 0 ? [] : [pattern('avoiding', covered)];
  });
}

/** 0 within one sigma, 1 above, −1 below; null at a gap and where there is no variation to stay within. */
function zoneOf({ value, centre, lower, upper }: JudgedPoint): number | null {
  if (value === null || upper === lower) return null;
  if (value > centre + (upper - centre) * INNER) return 1;
  return value < centre - (centre - lower) * INNER ? -1 : 0;
}

function inARow(holds: readonly boolean[], length: number): number[][] {
  return stretches(holds)
    .filter(({ value, indexes }) => value && indexes.length >= length)
    .map(({ indexes }) => indexes);
}

function pattern(rule: RuleId, points: readonly number[]): Pattern {
  return { rule, direction: null, points, last: points.at(-1) ?? -1 };
}
