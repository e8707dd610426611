import type { Measure } from '../measures/measure.ts';
import type { Fraction } from '../statistics/fraction.ts';
import { newcombe } from '../statistics/newcombe.ts';
import { type Interval, wilson } from '../statistics/wilson.ts';

/** What the incidents of a lesson say, beside all others of the same days and teams. */
export interface LessonFigures {
  numerator: number;
  denominator: number;
  otherNumerator: number;
  otherDenominator: number;
}

export interface EvidenceSide {
  share: number;
  interval: Interval;
  of: Fraction;
}

export interface LessonEvidence {
  /** Null where there is no incident. */
  own: EvidenceSide | null;
  other: EvidenceSide | null;
  /** Own less other, 95 %; null where one of them has no incident. */
  difference: { value: number; interval: Interval } | null;
  /**
   * `stands_out`: better than the others by more than chance explains; `worse`: worse by that; `chance`: neither;
   * `few`: fewer than ten on a side.
   */
  verdict: 'stands_out' | 'worse' | 'chance' | 'few';
}

/** Of fewer incidents a lesson is told, and not that it stands out. */
export const FEWEST_INCIDENTS = 10;

/**
 * Whether the incidents that a lesson rests on went better than the others: difference of two shares with Newcombe's
 * interval. It is an association: what else was different about them is not known.
 */
export function findEvidence(
  { better }: Pick<Measure, 'better'>,
  { numerator, denominator, otherNumerator, otherDenominator }: LessonFigures,
): LessonEvidence {
  const own = { numerator, denominator };
  const other = { numerator: otherNumerator, denominator: otherDenominator };
  const interval = newcombe(own, other);
  const value = numerator / denominator - otherNumerator / otherDenominator;
  return {
    own: toSide(own),
    other: toSide(other),
    difference: interval && { value, interval },
    verdict: toVerdict(better, [own, other], interval),
  };
}

function toSide(of: Fraction): EvidenceSide | null {
  const interval = wilson(of.numerator, of.denominator);
  return interval && { share: of.numerator / of.denominator, interval, of };
}

function toVerdict(
  better: Measure['better'],
  sides: readonly Fraction[],
  interval: Interval | null,
): LessonEvidence['verdict'] {
  if (!interval || sides.some(({ denominator }) => denominator < FEWEST_INCIDENTS)) return 'few';
  const [low, high] = better === 'lower' ? [-interval[1], -interval[0]] : interval;
  if (low > 0) return 'stands_out';
  return high < 0 ? 'worse' : 'chance';
}
