import type { JudgedPoint, Pattern } from './patterns.ts';
import { findRuns } from './runs.ts';

/**
 * Anhøj's two rules as patterns: each run that is longer than chance allows, with its side as direction, and all
 * useful points where the centre is crossed too seldom, which has no direction.
 *
 * Silent below 10 useful points. Excluded points belong to no run. Method and source: see findRuns. Example: twelve
 * points of which the last eight lie above the centre: the longest run allowed is round(log2 12) + 3 = 7, so a long
 * run over those eight.
 */
export function runPatterns(points: readonly JudgedPoint[]): Pattern[] {
  const centre = points[0]?.centre;
  if (centre === undefined) return [];
  const found = findRuns(
    points.map(({ value, excluded }) => (excluded ? null : value)),
    centre,
  );
  if (!found?.signal) return [];
  const long = found.runs.filter((run) => run.points.length > found.longestAllowed);
  const useful = found.runs.flatMap((run) => run.points);
  return [
    ...long.map(
      ({ side, points: covered }): Pattern => ({
        rule: 'long_run',
        direction: side > 0 ? 'up' : 'down',
        points: covered,
        last: covered.at(-1) ?? -1,
      }),
    ),
    ...(found.crossings < found.crossingsNeeded
      ? [{ rule: 'few_crossings', direction: null, points: useful, last: useful.at(-1) ?? -1 } as const]
      : []),
  ];
}
