import { type AskedPareto, countWeighed } from './asked-pareto.ts';
import { formatCount, formatCounted } from './format.ts';
import { DIMENSION_WORDS, type ParetoSubject, weightWords } from './pareto-words.ts';

/** What is ranked, of how many, and what the marks mean. */
export function paretoSubtitle(asked: AskedPareto, periodWords: string, compared: string | null): string {
  const { subject, ranking } = asked;
  const counted = countWeighed(asked, 'known');
  const leftOut = countWeighed(asked, 'incidents') - counted;
  const { values, brackets, total } = ranking;
  const { one, many, uncoded } = DIMENSION_WORDS[subject.dimension];
  const words = weightWords(subject);
  const none = values.find((value) => value.uncoded);
  const kept = none ? `; ${words.figure(none.count)} ${uncoded} kept as a bar` : '';
  const before = values.reduce((sum, { comparison }) => sum + (comparison ?? 0), 0);
  const left = leftOut === 0 ? 'none left out' : `${formatCount(leftOut)} left out ${words.leftOut ?? ''}`;
  const sum = subject.weight === 'count' ? '' : ` with ${words.figure(total)} ${words.unit}`;
  const hasRange = values.some(({ interval }) => interval !== null);
  return [
    `${words.label} by ${one}, ${periodWords}, n\u00a0${formatCount(counted)}${sum}, ${left.trim()}${kept}.`,
    ...(brackets.length > 0 ? ['A bracket joins bars that chance could reorder (5\u00a0% level).'] : []),
    ...(hasRange || total === 0 ? [] : ['A few large ones make most of it, so no range can be told.']),
    ...(compared ? [`Outline: ${compared}, ${words.figure(before)} under the same ${many}.`] : []),
  ].join(' ');
}

/** How it is computed, in words. */
export function paretoDefinition(subject: ParetoSubject): string {
  const { one, uncoded } = DIMENSION_WORDS[subject.dimension];
  const what =
    subject.weight === 'count'
      ? `Incidents counted once each under their ${one}, largest first, ties by name`
      : `What the incidents of each ${one} weigh together, largest first: ${WEIGHT_TEXT[subject.weight]}`;
  const range =
    subject.weight === 'count'
      ? 'the 95\u00a0% interval of the difference of their shares holds 0 (Newcombe’s method for two shares of one sample)'
      : 'the 95\u00a0% interval of the difference of their shares holds 0. Ranges are those of as many equal incidents as the weights are worth; below 30 of these none is told';
  return `${what}; what is ${uncoded} is a bar of its own at the end. Shares are of all of it in the period. The cumulative share adds them up from the top. A bracket joins bars whose order chance could have made: ${range}.`;
}

const WEIGHT_TEXT = {
  minutes: 'the hours from when they occurred to their last closing, of closed ones',
  compensation: 'the amounts that customers were given, in the currency of the workspace',
  severity: 'their severity from 1 to 5, so that a threat counts as much as five irritated customers',
} as const;

/** Why there is nothing to draw. */
export function paretoEmptyWords(asked: AskedPareto): string {
  const { weight } = asked.subject;
  const incidents = countWeighed(asked, 'incidents');
  if (incidents === 0 || weight === 'count') return 'No incidents in this period.';
  if (countWeighed(asked, 'known') > 0)
    return `Everything that is known adds up to nothing: ${NAUGHT[weight]}.`;
  return `None of the ${formatCounted(incidents, 'incident')} in this period has ${NOTHING_OF[weight]}.`;
}

const NAUGHT = { minutes: '0 hours', compensation: 'no money', severity: 'no points' } as const;

const NOTHING_OF = {
  minutes: 'a time to close',
  compensation: 'an amount in the currency of the workspace',
  severity: 'a severity',
} as const;
