import type { ControlChart } from './control-chart.ts';

/** Whether a target is met always, never, or now and then as chance has it. */
export type Assurance = 'pass' | 'fail' | 'hit_and_miss';

/**
 * What the usual range promises of a target, if nothing changes.
 *
 * Method: a target above the upper limit is never met where higher is better and always where lower is; below the
 * lower limit the reverse; between them, limits included, it is hit and missed. Limits are those of the newest point
 * with a value. Null where there is no good direction, no target, or no limits to go by (a trial, a run chart, an
 * empty newest stretch). Source: NHS Making Data Count; NHSRplotthedots (ptd_calculate_assurance_type). Example:
 * limits 1 and 3, target 4: fail where higher is better, pass where lower is.
 */
export function assurance(
  { points, segments }: Pick<ControlChart, 'points' | 'segments'>,
  target: number | null,
  better: 'lower' | 'higher' | 'neutral',
): Assurance | null {
  const stretch = segments.at(-1);
  if (target === null || better === 'neutral' || !stretch || stretch.trial) return null;
  const newest = points.slice(stretch.from).findLast(({ value }) => value !== null);
  const { lower = null, upper = null } = newest ?? {};
  if (lower === null || upper === null) return null;
  if (target > upper) return better === 'higher' ? 'fail' : 'pass';
  if (target < lower) return better === 'higher' ? 'pass' : 'fail';
  return 'hit_and_miss';
}
