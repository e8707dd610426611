import { weeksAfter } from '../analysis/training/effect-windows.ts';
import {
  FEWEST_OPPORTUNITIES,
  LEAST_DAYS_AFTER,
  type TrainingEffect,
} from '../analysis/training/find-effect.ts';
import type { Interval } from '../statistics/wilson.ts';
import { formatCounted, formatDecimal, formatList, formatShare } from './format.ts';
import { inSentence } from './sentence-words.ts';

/** A difference of shares in points of a percentage: "+13.9", "−2.0", "0.0". */
export function formatPoints(difference: number): string {
  const points = formatDecimal(difference * 100, 1);
  return /[1-9]/.test(points) && difference > 0 ? `+${points}` : points;
}

/** "+5.2 to +22.4" */
export function formatPointsRange([low, high]: Interval): string {
  return `${formatPoints(low)} to ${formatPoints(high)}`;
}

/** What is to be said of a session's effect, in one sentence. */
export function effectHeadline(effect: TrainingEffect): string {
  const { verdict, difference, change, windows } = effect;
  if (verdict === 'too_early') {
    const gone = formatCounted(weeksAfter(windows), 'whole week');
    return `Too early to say: ${gone} since the session, ${LEAST_DAYS_AFTER / 7} are needed`;
  }
  if (verdict === 'too_few')
    return `Too few to say: each side needs ${FEWEST_OPPORTUNITIES} opportunities before and after`;
  if (verdict === 'uncompared' && change)
    return `${formatShare(change.before)} before and ${formatShare(change.after)} after, and nobody untrained to compare with`;
  if (!difference) return 'The effect cannot be told';
  const range = `95\u00a0% interval ${formatPointsRange(difference.interval)}`;
  if (verdict === 'nothing')
    return `No real change beside people not trained: ${formatPoints(difference.effect)} points (${range})`;
  const size = formatDecimal(Math.abs(difference.effect) * 100, 1);
  return verdict === 'worked'
    ? `Followed by a real rise, ${size} points more than in people not trained (${range})`
    : `Followed by a real fall, ${size} points more than in people not trained (${range})`;
}

/** The same for a cell of a table: "worked, +13.9 points". */
export function effectInShort({ verdict, difference, change }: TrainingEffect): string {
  const words = {
    worked: 'Real rise',
    fell: 'Real fall',
    nothing: 'No real change',
    uncompared: 'Not compared',
    too_few: 'Too few',
    too_early: 'Too early',
  }[verdict];
  const effect = verdict === 'uncompared' ? change?.effect : difference?.effect;
  return effect === undefined || verdict === 'too_few' || verdict === 'too_early'
    ? words
    : `${words}, ${formatPoints(effect)} points`;
}

/** How large an effect would have had to be to show; null where nothing is compared or it cannot be said. */
export function wouldShowWords({ verdict, wouldShow }: TrainingEffect): string | null {
  if (wouldShow === null || verdict === 'too_early' || verdict === 'too_few') return null;
  const size = formatDecimal(wouldShow * 100, 0);
  return wouldShow > 1
    ? 'With so few opportunities not even a rise from nothing to all would have shown.'
    : `With so many opportunities a rise of ${size} points or more would have shown in four cases of five; a smaller one may be there and not be seen.`;
}

/** The names of techniques within one sentence: "Active listening, paraphrasing and open questions". */
export function inOneBreath(labels: readonly string[]): string {
  return formatList(labels.map((label, index) => (index === 0 ? label : inSentence(label))));
}
