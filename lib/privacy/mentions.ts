/** What stands in a text in the place of somebody who was erased. It is no token of redaction, and names nobody. */
export const ERASED = '[ERASED]';

/** The fewest letters, or digits of a mere number, of a name that texts are searched for: less would stand everywhere. */
export const FEWEST_LETTERS = 3;
export const FEWEST_DIGITS = 5;

/** By what a database finds the texts in which a name may stand: some more than those in which it does. */
export type Prefilter = { kind: 'word'; word: string } | { kind: 'digits'; digits: string };

/** Whether texts can be searched for a name. */
export function canBeMentioned(name: string): boolean {
  const { letters, digits } = contentOf(name);
  return letters > 0 ? letters + digits >= FEWEST_LETTERS : digits >= FEWEST_DIGITS;
}

/**
 * Finds people in texts by what they are called: words as a whole, whatever their case and what stands between them, so
 * that "Zelda Quimby" is also "QUIMBY, ZELDA" and "zelda.quimby@example.org"; numbers whatever their spaces and dashes.
 */
export class Mentions {
  readonly prefilters: readonly Prefilter[];
  readonly #patterns: readonly RegExp[];

  /** Names that cannot be searched for are left out. */
  constructor(names: readonly string[]) {
    const wanted = [...new Set(names.map((name) => name.normalize('NFC').trim()))].filter(canBeMentioned);
    // The longest first, so that what is left of a name is not taken for another.
    const longestFirst = wanted.toSorted((one, other) => other.length - one.length);
    this.prefilters = longestFirst.map(prefilterOf);
    this.#patterns = longestFirst.map((name) => new RegExp(patternOf(name), 'giu'));
  }

  /** How often somebody is mentioned. */
  count(text: string): number {
    const plain = text.normalize('NFC');
    return this.#patterns.reduce((sum, pattern) => sum + [...plain.matchAll(pattern)].length, 0);
  }

  isIn(text: string): boolean {
    return this.count(text) > 0;
  }

  /** The text with something else in the place of each mention; the very same text where there is none. */
  replaceIn(text: string, by: string = ERASED): string {
    if (!this.isIn(text)) return text;
    const plain = text.normalize('NFC');
    return this.#patterns.reduce((left, pattern) => left.replace(pattern, by), plain);
  }

  /** The same in every text of a JSON value, names of fields among them. */
  replaceWithin(value: unknown, by: string = ERASED): unknown {
    if (typeof value === 'string') return this.replaceIn(value, by);
    if (Array.isArray(value)) return value.map((one) => this.replaceWithin(one, by));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, one]) => [
      this.replaceIn(name, by),
      this.replaceWithin(one, by),
    ]);
    return Object.fromEntries(entries);
  }
}

function contentOf(name: string): { letters: number; digits: number } {
  return {
    letters: [...name.matchAll(/\p{L}/gu)].length,
    digits: [...name.matchAll(/\p{N}/gu)].length,
  };
}

function wordsOf(name: string): string[] {
  return name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function isNumber(name: string): boolean {
  return contentOf(name).letters === 0;
}

function prefilterOf(name: string): Prefilter {
  if (isNumber(name)) return { kind: 'digits', digits: wordsOf(name).join('') };
  const [longest = ''] = wordsOf(name).toSorted((one, other) => other.length - one.length);
  return { kind: 'word', word: longest };
}

function patternOf(name: string): string {
  const words = wordsOf(name);
  if (isNumber(name)) return `(?<!\\p{N})${[...words.join('')].join(BETWEEN_DIGITS)}(?!\\p{N})`;
  const forms = [words];
  // A name of a person is also written with the last name first.
  if (words.length === 2) forms.push(words.toReversed());
  const whole = forms.map((form) => form.join(BETWEEN_WORDS)).join('|');
  return `(?<![\\p{L}\\p{M}\\p{N}])(?:${whole})(?![\\p{L}\\p{M}\\p{N}])`;
}

const BETWEEN_WORDS = '[^\\p{L}\\p{N}]{1,4}';
const BETWEEN_DIGITS = '[\\s().\\/-]{0,3}';
