import type { Measure } from './measure.ts';

/**
 * A measure with the direction that counts as better among some incidents, where it has none by itself: a number of
 * incidents of one cause is meant to fall. Others keep theirs.
 */
export function inDirection(measure: Measure, better: 'lower' | 'higher'): Measure {
  if (measure.better !== 'neutral') return measure;
  const definition = `${measure.words.definition} Here it is different: whoever kept this pattern has said that ${better} is better.`;
  return { ...measure, better, words: { ...measure.words, definition } };
}
