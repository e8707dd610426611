import type { Measure } from '../measures/measure.ts';
import type { Judgement } from './judge.ts';

/** Whether a process, left as it is, meets its target: always, never, or now and then as chance has it. */
export type Assurance = 'pass' | 'fail' | 'hit_or_miss';

/**
 * A target beside the usual range of the newest stretch.
 *
 * Method: the whole range on the wanted side of the target is a pass, on the other side a fail; a target inside the
 * range, its limits included, is met in some periods and missed in others. Null where the measure has no wanted
 * direction, or there are no limits or only trial ones. Source: NHS Making Data Count, as in NHSRplotthedots
 * (ptd_calculate_assurance_type). Example: limits 8.4 % to 34.3 %, target 25 %, lower is better: hit or miss.
 */
export function assure(
  better: Measure['better'],
  { chart, limits, newest }: Judgement,
  target: number | null,
): Assurance | null {
  if (target === null || better === 'neutral' || newest === null || !limits || limits.trial) return null;
  const { rawLower, rawUpper } = chart.points[newest] ?? {};
  if (typeof rawLower !== 'number' || typeof rawUpper !== 'number') return null;
  if (target > rawUpper) return better === 'lower' ? 'pass' : 'fail';
  if (target < rawLower) return better === 'higher' ? 'pass' : 'fail';
  return 'hit_or_miss';
}
