import type { FoundPii } from './find-pii.ts';
import { NAME_WORD } from './finders/introductions.ts';
import { toKey } from './finders/names.ts';
import { ALSO_WORDS, NOT_NAMES } from './finders/not-names.ts';
import { apart, cover } from './places.ts';
import { findForeignTokens } from './tokens.ts';

/** The people that texts speak of: whoever was named once is known wherever else a part of the name stands. */
export class People {
  /** Each word of a name, in lower case, and the longest name that it belongs to. */
  readonly #words = new Map<string, string>();
  readonly #references = new Set<string>();

  get size(): number {
    return this.#words.size + this.#references.size;
  }

  /** The references that stand in a text, whatever their case. */
  referencesIn(text: string): string[] {
    if (this.#references.size === 0) return [];
    const small = text.toLowerCase();
    return [...this.#references].filter((reference) => small.includes(reference.toLowerCase()));
  }

  addName(name: string): void {
    for (const word of name.split(' ')) {
      const known = this.#words.get(word);
      if (word.length > 1 && (!known || known.length < name.length)) this.#words.set(word, name);
    }
  }

  /** What a source calls a customer: taken out as it is, and by its words where it is a name. */
  addReference(reference: string): void {
    const trimmed = reference.trim();
    if (trimmed.length < 3 || this.#references.has(trimmed) || NOT_NAMES.has(trimmed.toLowerCase())) return;
    this.#references.add(trimmed);
    if (isName(trimmed)) this.addName(toKey(trimmed));
  }

  /** Whether a name was given, parts of which may stand anywhere. */
  get hasNames(): boolean {
    return this.#words.size > 0;
  }

  /** The name that a word belongs to, unless the word alone may be any. */
  nameWith(word: string): string | null {
    const small = word.toLowerCase();
    if (small.length < 3 || ALSO_WORDS.has(small) || NOT_NAMES.has(small)) return null;
    return this.#words.get(small) ?? null;
  }

  /** "Gonzalez" is "maria gonzalez", where she is known. */
  wholeName(key: string): string {
    const names = key.split(' ').map((word) => this.#words.get(word) ?? key);
    return names.every((name) => name === names[0]) ? (names[0] ?? key) : key;
  }
}

const isName = (reference: string) => /^[\p{L}\p{M}.,’' -]+$/u.test(reference);
const WORD = new RegExp(`(?<![\\p{L}\\d_])${NAME_WORD}(?![\\p{L}\\d_])`, 'gu');

/** What was found in a text, with the other places in which the same people stand. */
export function findKnown(text: string, found: readonly FoundPii[], people: People): FoundPii[] {
  const references = people.referencesIn(text);
  if (references.length === 0 && !people.hasNames) return [...found];
  const open = cover(text, apart([...findForeignTokens(text), ...found]));
  const added = apart([...references.flatMap((one) => findReference(open, one)), ...findWords(open, people)]);
  return added.length === 0 ? [...found] : apart([...found, ...added]);
}

function findReference(text: string, reference: string): FoundPii[] {
  const escaped = reference.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, 'giu');
  const type = isName(reference) ? 'NAME' : 'ACCOUNT';
  return [...text.matchAll(pattern)].map((match) => ({
    type,
    start: match.index,
    end: match.index + match[0].length,
    key: toKey(reference),
  }));
}

/** "Maria", "Gonzalez" and "Maria Gonzalez", where one of the three has been named. */
function findWords(text: string, people: People): FoundPii[] {
  const added: FoundPii[] = [];
  let last: FoundPii | null = null;
  for (const match of text.matchAll(WORD)) {
    const end = match.index + match[0].length;
    const isNext = last !== null && /^[ \u00a0]$/.test(text.slice(last.end, match.index));
    const name = people.nameWith(match[0]);
    if (last && isNext && last.key.split(' ').includes(match[0].toLowerCase())) last.end = end;
    else if (name) {
      last = { type: 'NAME', start: match.index, end, key: name };
      added.push(last);
    }
  }
  return added;
}
