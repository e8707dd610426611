import { formatFraction, formatPercent, formatShare } from '../charts/format.ts';
import { formatPoints, formatPointsRange } from '../charts/training-words.ts';
import type { Measure } from '../measures/measure.ts';
import { type EvidenceSide, FEWEST_INCIDENTS, type LessonEvidence } from './evidence.ts';

/** "61 of 84 calmer afterwards, 72.6 % (62.2 to 81.0)" */
export function ownWords({ words }: Pick<Measure, 'words'>, { own }: LessonEvidence): string {
  if (!own) return 'No incident counts in this measure';
  const { numerator, denominator } = own.of;
  return `${formatFraction(numerator, denominator)} ${words.numerator}, ${rangeWords(own)}`;
}

/** "of all others 1,204 of 2,190, 55.0 % (52.9 to 57.1)" */
export function otherWords({ other }: LessonEvidence): string {
  if (!other) return 'there are no others to set them against';
  const { numerator, denominator } = other.of;
  return `of all others ${formatFraction(numerator, denominator)}, ${rangeWords(other)}`;
}

/** What the difference says, in a sentence that says no more than it does. */
export function verdictWords({ verdict, difference, other }: LessonEvidence): string {
  if (!other)
    return 'These are all incidents of these days and teams: a filter sets some against the others.';
  if (verdict === 'few' || !difference)
    return `Too few on one side to tell it from chance: at least ${FEWEST_INCIDENTS} are needed.`;
  const size = `${formatPoints(difference.value)} points (95\u00a0% interval ${formatPointsRange(difference.interval)})`;
  const words = {
    stands_out: `Better than the others, ${size}. It is an association: what else was different is not known.`,
    worse: `Worse than the others, ${size}. What is told does not show here.`,
    chance: `Chance explains the difference to the others, ${size}.`,
  };
  return words[verdict];
}

function rangeWords({ share, interval }: EvidenceSide): string {
  return `${formatShare(share)} (${formatPercent(interval[0])} to ${formatPercent(interval[1])})`;
}
