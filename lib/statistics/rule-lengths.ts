import type { RuleSet } from './rules.ts';

const FEWEST = 5;
const MOST = 15;

/**
 * A set of rules with other lengths of its run and its trend; its name says so.
 *
 * Method: only rules that the set has can be changed, to whole numbers from 5 to 15, for below five points in a row
 * chance alone makes such patterns every few weeks. Anything else is a RangeError. Source: Making Data Count itself
 * lets its users take 6 or 7 (NHSRplotthedots, issue 202). Example: withLengths(RULE_SETS.nhs, { shift: 6 }) is the
 * NHS set with a run of 6, called "NHS, run of 6".
 */
export function withLengths(set: RuleSet, lengths: { shift?: number; trend?: number }): RuleSet {
  const { shift = set.shift, trend = set.trend } = lengths;
  check('run', set.shift, shift);
  check('trend', set.trend, trend);
  const changes = [
    ...(shift === set.shift ? [] : [`run of ${shift}`]),
    ...(trend === set.trend ? [] : [`trend of ${trend}`]),
  ];
  return { ...set, shift, trend, label: [set.label, ...changes].join(', ') };
}

function check(rule: string, before: number | null, after: number | null): void {
  if (after === before) return;
  if (before === null) throw new RangeError(`this set of rules has no ${rule}`);
  if (Number.isInteger(after) && after !== null && after >= FEWEST && after <= MOST) return;
  throw new RangeError(`a ${rule} takes ${FEWEST} to ${MOST} points, got ${after}`);
}
