import { RULE_SETS, type RuleSetId } from '../rules.ts';
import { simulateFalseAlarms } from './simulate-false-alarms.ts';

/** Shares of series by length, in the order of the lengths. */
export interface FalseAlarmTable {
  series: number;
  lengths: readonly number[];
  rates: Readonly<Record<RuleSetId, { now: readonly number[]; anywhere: readonly number[] }>>;
}

const SERIES = 10_000;
const LENGTHS = [12, 16, 20, 26, 36, 52, 78, 104, 156, 208, 312, 520];

/**
 * The table of false alarms: every set of rules at lengths from 12 to 520 points, each from 10,000 series.
 *
 * Each length is its own seed, so that one length can be drawn again alone. Shares are rounded to a series in 10,000.
 */
export function drawFalseAlarms(
  normalOf: (seed: number) => () => number,
  lengths: readonly number[] = LENGTHS,
): FalseAlarmTable {
  const drawn = lengths.map((length) => simulateFalseAlarms(RULE_SETS, length, SERIES, normalOf(length)));
  const column = (id: RuleSetId, which: 'now' | 'anywhere') =>
    drawn.map((one) => Math.round(one[id][which] * SERIES) / SERIES);
  const both = (id: RuleSetId) => ({ now: column(id, 'now'), anywhere: column(id, 'anywhere') });
  const rates = {
    nhs: both('nhs'),
    western_electric: both('western_electric'),
    nelson: both('nelson'),
    anhoej: both('anhoej'),
  };
  return { series: SERIES, lengths, rates };
}
