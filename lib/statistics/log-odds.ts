/** One word or phrase: how often it stands in the selection and in everything else. */
export interface WordCount<Word> {
  word: Word;
  selected: number;
  rest: number;
}

export interface WordOdds<Word> extends WordCount<Word> {
  /** Logarithm of the odds in the selection by the odds in the rest; above 0: more in the selection. */
  logOdds: number;
  /** By its standard error; words are ordered by it, the highest first. */
  z: number;
  /** Sets the selection apart: z of at least 1.96 and five times or more in the selection. */
  telling: boolean;
}

const TELLING_Z = 1.96;
const TELLING_COUNT = 5;

/**
 * Which words set the narratives of a selection apart from all others, without rare words leading by accident.
 *
 * Method: weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, Political Analysis
 * 16:372-403): on each side α, the word's share of all narratives times α₀, is added to its count y; the difference of
 * ln((y + α) / (n + α₀ − y − α)) is divided by √(1/(y₁ + α₁) + 1/(y₂ + α₂)). α₀ is `strength` times the words n of that
 * side: with 1 every count is drawn half-way to what all narratives have. Pass every word, not only those shown, and
 * best the number of narratives that hold it, since one narrative repeats itself; a side without words, or a single word in
 * all, gives an empty list. Negative counts and a strength not above 0 are RangeErrors. Example: 10 of 1,000 words
 * against 990 of 999,000: log-odds 1.71, z 5.67.
 */
export function weightedLogOdds<Word>(counts: readonly WordCount<Word>[], strength = 1): WordOdds<Word>[] {
  if (counts.some(({ selected, rest }) => !(selected >= 0 && rest >= 0)))
    throw new RangeError('a word is counted below 0');
  if (!(strength > 0)) throw new RangeError(`a prior has a strength above 0, got ${strength}`);
  const used = counts.filter(({ selected, rest }) => selected + rest > 0);
  const selectedWords = counts.reduce((sum, { selected }) => sum + selected, 0);
  const restWords = counts.reduce((sum, { rest }) => sum + rest, 0);
  if (selectedWords === 0 || restWords === 0 || used.length < 2) return [];
  return used
    .map((count) => {
      const share = (count.selected + count.rest) / (selectedWords + restWords);
      const selected = count.selected + strength * selectedWords * share;
      const rest = count.rest + strength * restWords * share;
      const oddsOf = (part: number, words: number) => part / ((1 + strength) * words - part);
      const logOdds = Math.log(oddsOf(selected, selectedWords) / oddsOf(rest, restWords));
      const z = logOdds / Math.sqrt(1 / selected + 1 / rest);
      return { ...count, logOdds, z, telling: z >= TELLING_Z && count.selected >= TELLING_COUNT };
    })
    .sort((one, other) => other.z - one.z);
}
