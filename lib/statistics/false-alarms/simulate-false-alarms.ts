import { findPatterns } from '../patterns.ts';
import type { RuleSet } from '../rules.ts';
import { xmr } from '../xmr.ts';

/** How often rules fire although nothing happens, as shares of the series. */
export interface FalseAlarms {
  /** The newest point belongs to a pattern: the series would be on a watch-list. */
  now: number;
  /** Any point does. */
  anywhere: number;
}

/**
 * How often each set of rules flags a series in which nothing but chance acts.
 *
 * Method: so many series of independent normal values, each judged by the XmR limits of its own points, outlying
 * moving ranges screened, as charts are. All sets judge the same series. `normal` gives standard normal values from a
 * seed. Shares carry a standard error of √(p (1 − p) / series), 0.5 points at most for 10,000. Fewer than 12 points
 * are a RangeError, since those are not judged. Example: 26 points, NHS rules, 10,000 series: see FALSE_ALARMS.
 */
export function simulateFalseAlarms<Id extends string>(
  sets: Readonly<Record<Id, RuleSet>>,
  length: number,
  series: number,
  normal: () => number,
): Record<Id, FalseAlarms> {
  if (!(Number.isInteger(length) && length >= 12)) throw new RangeError(`${length} points are not judged`);
  const ids = Object.keys(sets) as Id[];
  const counts = Object.fromEntries(ids.map((id) => [id, { now: 0, anywhere: 0 }])) as Record<
    Id,
    FalseAlarms
  >;
  for (let drawn = 0; drawn < series; drawn++) {
    const values = Array.from({ length }, normal);
    const limits = xmr(values);
    if (limits === null) continue;
    const { centre, lower, upper } = limits;
    const points = values.map((value) => ({ value, centre, lower, upper }));
    for (const id of ids) {
      const patterns = findPatterns(points, sets[id]);
      const isNow = patterns.some(({ points: covered }) => covered.includes(length - 1));
      counts[id].now += isNow ? 1 / series : 0;
      counts[id].anywhere += patterns.length > 0 ? 1 / series : 0;
    }
  }
  return counts;
}
