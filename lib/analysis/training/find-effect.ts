import type { LocalDate, Window } from '../../filters/filters.ts';
import { daysIn } from '../../filters/local-dates.ts';
import type { Change } from '../../statistics/change/change.ts';
import {
  type BeforeAfter,
  type DifferenceInDifferences,
  shareDifferenceInDifferences,
} from '../../statistics/change/difference-in-differences.ts';
import { shareChange } from '../../statistics/change/share-change.ts';
import type { Fraction } from '../../statistics/fraction.ts';
import type { EffectWindows } from './effect-windows.ts';

/** Opportunities of the trained techniques, those of them handled effectively, and the distinct incidents of both. */
export interface Handled {
  effective: number;
  opportunities: number;
  incidents: number;
}

/** What one day has of one side. */
export interface HandledDay extends Handled {
  day: LocalDate;
  side: 'trained' | 'compared';
}

/**
 * What is said of a session. `worked` and `fell`: the trained changed by more than the others, and chance does not
 * explain it; `nothing`: chance explains it; `uncompared`: nobody to compare with.
 */
export type EffectVerdict = 'worked' | 'fell' | 'nothing' | 'uncompared' | 'too_few' | 'too_early';

export interface TrainingEffect {
  windows: EffectWindows;
  trained: BeforeAfter<Handled>;
  compared: BeforeAfter<Handled>;
  /** Of the trained alone; null where a side has no opportunity. */
  change: Change | null;
  comparedChange: Change | null;
  /** Of the trained beyond that of the others. */
  difference: DifferenceInDifferences | null;
  verdict: EffectVerdict;
  /** The smallest change, 0 to 1, that such a comparison shows in four cases of five; null where there is none. */
  wouldShow: number | null;
}

/** Of fewer opportunities in any of the four groups nothing is told. */
export const FEWEST_OPPORTUNITIES = 10;
/** What was learned shows in no fewer days. */
export const LEAST_DAYS_AFTER = 28;

/**
 * Whether a session changed how its techniques are handled: the share of opportunities handled effectively, after less
 * before, among the trained less among the others (see `shareDifferenceInDifferences`).
 * @param rows of both sides; days outside of the windows count nowhere
 */
export function findEffect(rows: readonly HandledDay[], windows: EffectWindows): TrainingEffect {
  const sideOf = (side: HandledDay['side']) => {
    const own = rows.filter((row) => row.side === side);
    return { before: addUp(own, windows.before), after: addUp(own, windows.after) };
  };
  const [trained, compared] = [sideOf('trained'), sideOf('compared')];
  const [own, others] = [toFractions(trained), toFractions(compared)];
  const difference = shareDifferenceInDifferences(own, others);
  const change = shareChange(own.before, own.after);
  const verdict = toVerdict({ windows, trained, compared, difference });
  return {
    windows,
    trained,
    compared,
    change,
    comparedChange: shareChange(others.before, others.after),
    difference,
    verdict,
    wouldShow: toPoints(verdict === 'uncompared' ? change : difference, own.before),
  };
}

function addUp(rows: readonly HandledDay[], { from, until }: Window): Handled {
  const sum = { effective: 0, opportunities: 0, incidents: 0 };
  for (const { day, effective, opportunities, incidents } of rows) {
    if (day < from || day >= until) continue;
    sum.effective += effective;
    sum.opportunities += opportunities;
    sum.incidents += incidents;
  }
  return sum;
}

function toFractions({ before, after }: BeforeAfter<Handled>): BeforeAfter<Fraction> {
  return { before: toFraction(before), after: toFraction(after) };
}

export function toFraction({ effective, opportunities }: Handled): Fraction {
  return { numerator: effective, denominator: opportunities };
}

function toVerdict({
  windows,
  trained,
  compared,
  difference,
}: Pick<TrainingEffect, 'windows' | 'trained' | 'compared' | 'difference'>): EffectVerdict {
  if (daysIn(windows.after) < LEAST_DAYS_AFTER) return 'too_early';
  if (isFew(trained)) return 'too_few';
  if (compared.before.opportunities === 0 || compared.after.opportunities === 0) return 'uncompared';
  if (isFew(compared) || difference === null) return 'too_few';
  if (!difference.clear) return 'nothing';
  return difference.effect > 0 ? 'worked' : 'fell';
}

function isFew({ before, after }: BeforeAfter<Handled>): boolean {
  return Math.min(before.opportunities, after.opportunities) < FEWEST_OPPORTUNITIES;
}

/** What would have been seen is told as a share of the value before. */
function toPoints(
  found: Pick<DifferenceInDifferences, 'detectable'> | null,
  before: Fraction,
): number | null {
  if (!found?.detectable || before.denominator === 0) return null;
  return found.detectable.rise * (before.numerator / before.denominator);
}
