import { type WordOdds, weightedLogOdds } from '../../statistics/log-odds.ts';
import { type Interval, Z95 } from '../../statistics/wilson.ts';
import type { Frequent, WordTally } from './tally-words.ts';

/** A word or two-word phrase that sets the selection apart. */
export interface Theme {
  phrase: string;
  /** Narratives that hold it. */
  selected: number;
  rest: number;
  /** Natural logarithm of the odds in the selection by those in the rest, with its 95 % interval. */
  logOdds: number;
  interval: Interval;
  z: number;
}

export interface Themes {
  /** The most telling first. */
  themes: readonly Theme[];
  /** How many words and phrases were frequent enough to be told at all. */
  tested: number;
}

/**
 * What the narratives of a selection speak of more than all others: weighted log-odds of words, and apart from them of
 * phrases, from 1.96 standard errors and five narratives on. A word that hardly ever stands outside of a phrase that
 * is told is left to the phrase.
 */
export function findThemes(tally: Pick<WordTally, 'words' | 'phrases'>): Themes {
  const words = tellingOf(tally.words(LEAST));
  const phrases = tellingOf(tally.phrases(LEAST));
  const own = words.telling.filter((word) => !isTold(word, phrases.telling));
  return {
    themes: [...phrases.telling, ...own].sort(
      (one, other) => other.z - one.z || (one.phrase < other.phrase ? -1 : 1),
    ),
    tested: words.tested + phrases.tested,
  };
}

const LEAST = 5;
/** The share of a word's narratives in which a phrase speaks for it. */
const MOSTLY = 0.8;

// The odds of a word rest on its own counts and the sums of all: the rare ones need not be told apart.
function tellingOf({ counts, others }: Frequent): { telling: Theme[]; tested: number } {
  const odds = weightedLogOdds<string | null>([...counts, { word: null, ...others }]);
  return { telling: odds.flatMap((found) => toTheme(found) ?? []), tested: counts.length };
}

function toTheme({ word, selected, rest, logOdds, z, telling }: WordOdds<string | null>): Theme | null {
  if (word === null || !telling) return null;
  const reach = (Z95 * logOdds) / z;
  return { phrase: word, selected, rest, logOdds, z, interval: [logOdds - reach, logOdds + reach] };
}

function isTold({ phrase: word, selected }: Theme, phrases: readonly Theme[]): boolean {
  return phrases.some(
    (theme) => theme.phrase.split(' ').includes(word) && theme.selected >= MOSTLY * selected,
  );
}
