import { replaceTokens } from '../../privacy/tokens.ts';
import { STOP_WORDS } from './stop-words.ts';

/** A telling word, and where it stands in its narrative. */
export interface PlacedWord {
  word: string;
  start: number;
  end: number;
  /** Nothing but blanks stands between it and the telling word before it: the two are a phrase. */
  joins: boolean;
}

/**
 * Calls `visit` for each telling word of a narrative, in order.
 *
 * A word is letters, with apostrophes and hyphens inside; case and a possessive 's do not matter. Left out are stop
 * words, tokens such as [PHONE-1], masks such as XXXX, whatever holds a digit (amounts and accounts are those of one
 * case), single letters and what is longer than 30; they part their neighbours, as marks and empty lines do. Names of
 * people are words like any other here: they are taken out when a narrative is written, and one that was missed has to
 * be in five narratives to be told. `read` remembers how words were written, for those who read many narratives.
 */
export function eachWord(
  narrative: string,
  visit: (placed: PlacedWord) => void,
  read: Map<string, string | null> = new Map(),
): void {
  // Tokens are blotted out letter by letter, so that places stay those of the narrative.
  const text = replaceTokens(narrative, (token) => BLOT.repeat(token.length));
  let joins = false;
  let lines = 0;
  for (let at = 0; at < text.length; ) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === LETTER || kind === DIGIT) {
      const end = endOfWord(text, at);
      const word = end < 0 ? null : remembered(text.slice(at, end), read);
      if (word !== null) visit({ word, start: at, end, joins });
      joins = word !== null;
      lines = 0;
      at = Math.abs(end);
    } else {
      if (kind === LINE) lines += 1;
      if (kind === OTHER || lines > 1) joins = false;
      at += 1;
    }
  }
}

const BLOT = '|';
const LONGEST = 30;
const [UNKNOWN, OTHER, LETTER, DIGIT, INSIDE, BLANK, LINE] = [0, 1, 2, 3, 4, 5, 6];

/** Where the word from `at` ends; below 0, with the place behind the sign, where it holds a digit. */
function endOfWord(text: string, at: number): number {
  let end = at;
  let withDigit = false;
  for (;;) {
    const kind = kindOf(text.charCodeAt(end));
    if (kind === DIGIT) withDigit = true;
    else if (kind === INSIDE) {
      const next = kindOf(text.charCodeAt(end + 1));
      if (next !== LETTER && next !== DIGIT) break;
    } else if (kind !== LETTER) break;
    end += 1;
  }
  return withDigit ? -end : end;
}

function remembered(written: string, read: Map<string, string | null>): string | null {
  const known = read.get(written);
  if (known !== undefined) return known;
  const word = toWord(written);
  read.set(written, word);
  return word;
}

function toWord(written: string): string | null {
  if (written.length > LONGEST) return null;
  let word = written.toLowerCase();
  if (word.includes('’')) word = word.replaceAll('’', "'");
  if (word.endsWith("'s")) word = word.slice(0, -2);
  return word.length < 2 || STOP_WORDS.has(word) || MASK.test(word) ? null : word;
}

const MASK = /^x{2,}$/;

/** What a character is, found out once: to ask it of each of twenty million takes seconds. */
function kindOf(code: number): number {
  if (Number.isNaN(code)) return OTHER;
  const known = kinds[code];
  if (known !== UNKNOWN && known !== undefined) return known;
  const found = tellKind(String.fromCharCode(code));
  kinds[code] = found;
  return found;
}

const kinds = new Uint8Array(65_536);

const LETTERS = /[\p{L}\p{M}]/u;
const NUMBERS = /\p{N}/u;

function tellKind(letter: string): number {
  if (LETTERS.test(letter)) return LETTER;
  if (NUMBERS.test(letter)) return DIGIT;
  if (/['’-]/.test(letter)) return INSIDE;
  if (letter === '\n') return LINE;
  return /\s/.test(letter) ? BLANK : OTHER;
}
