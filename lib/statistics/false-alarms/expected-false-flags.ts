import { POINTS_FOR_LIMITS } from '../control-chart.ts';
import { RULE_SETS, type RuleSet } from '../rules.ts';
import { FALSE_ALARMS } from './false-alarm-table.ts';
import type { FalseAlarms } from './simulate-false-alarms.ts';

/**
 * How many of these series would be flagged although nothing happens in any of them: "chance alone would give 2".
 *
 * Method: sum over the series of the false-alarm rate of the set of rules at its length, from a table of 10,000
 * simulated series a length (simulateFalseAlarms), interpolated between lengths. Beyond the longest, the rate of
 * `now` stays and that of `anywhere` goes on as between the last two. `now` counts series whose newest point is part
 * of a pattern, as on a watch-list; `anywhere` those with any pattern. Series of fewer than 12 points are not judged
 * and add nothing. The table is of independent normal values under XmR limits: counts near zero and series that
 * depend on their own past are flagged more often. Null for a set whose lengths were changed, which is not in the
 * table; a RangeError for a length that is no number of points. Example: 100 series of 26 points, NHS rules: 1.76.
 */
export function expectedFalseFlags(
  lengths: readonly number[],
  set: RuleSet = RULE_SETS.nhs,
  which: keyof FalseAlarms = 'now',
): number | null {
  const rates = ratesOf(set)?.[which];
  if (!rates) return null;
  return lengths.reduce((sum, length) => sum + rateAt(length, rates, which), 0);
}

function ratesOf(set: RuleSet) {
  const alike = Object.entries(RULE_SETS).find(([, preset]) => rulesOf(preset) === rulesOf(set));
  return Object.entries(FALSE_ALARMS.rates).find(([id]) => id === alike?.[0])?.[1];
}

function rulesOf({ label: _, ...rules }: RuleSet): string {
  return JSON.stringify(Object.entries(rules).sort(([one], [other]) => one.localeCompare(other)));
}

function rateAt(length: number, rates: readonly number[], which: keyof FalseAlarms): number {
  if (!(Number.isInteger(length) && length >= 0)) throw new RangeError(`${length} is not a number of points`);
  if (length < POINTS_FOR_LIMITS) return 0;
  const { lengths } = FALSE_ALARMS;
  const above = lengths.findIndex((one) => one >= length);
  const last = lengths.length - 1;
  if (above < 0) return which === 'now' ? (rates[last] ?? 0) : goOn(length, rates);
  const [to = 0, from = to] = [lengths[above], lengths[above - 1]];
  const [high = 0, low = high] = [rates[above], rates[above - 1]];
  return to === from ? high : low + ((high - low) * (length - from)) / (to - from);
}

/** Each further point flags as many of the series left as between the last two lengths of the table. */
function goOn(length: number, rates: readonly number[]): number {
  const [before = 0, longest = 0] = FALSE_ALARMS.lengths.slice(-2);
  const [one = 0, other = 0] = rates.slice(-2);
  const kept = ((1 - other) / (1 - one)) ** (1 / (longest - before));
  return 1 - (1 - other) * kept ** (length - longest);
}
