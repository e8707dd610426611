import { type Found, groupAtEnd } from './found.ts';
import { GIVEN_NAMES } from './given-names.ts';
import { INTRODUCTIONS } from './introductions.ts';
import { NOT_NAMES } from './not-names.ts';

/**
 * Names of people where the words around them say that one stands there: a title, a greeting, "my name is", a relation,
 * the end of a letter.
 */
export function findNames(text: string): Found[] {
  return INTRODUCTIONS.flatMap(({ pattern, mustBeGiven = false, mayBeSmall = false }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { start, end } = groupAtEnd(match, 'name');
      const name = nameAt(text, start, end, { mustBeGiven, mayBeSmall });
      return name ? [name] : [];
    }),
  );
}

interface Wanted {
  /** The first word must be a known given name: what stands here is more often something else. */
  mustBeGiven: boolean;
  mayBeSmall: boolean;
}

function nameAt(text: string, start: number, end: number, { mustBeGiven, mayBeSmall }: Wanted): Found | null {
  const written = text.slice(start, end);
  const [first = ''] = written.split(/[ \u00a0]/, 1);
  const isGiven = GIVEN_NAMES.has(first.toLowerCase());
  if (mayBeSmall && first === first.toLowerCase()) {
    return isGiven ? toFound(text, start, start + first.length) : null;
  }
  if (mustBeGiven && !isGiven) return null;
  const words = written.split(/[ \u00a0]/);
  const stop = words.findIndex(
    (word) => !/^\p{Lu}\.$/u.test(word) && NOT_NAMES.has(word.toLowerCase().replace(/[’']s?$/, '')),
  );
  if (stop === 0) return null;
  const kept = stop < 0 ? written : words.slice(0, stop).join(' ');
  return toFound(
    text,
    start,
    start + kept.replace(/(?:[ \u00a0](?:van|de|der|von|di|da|la|le|el|al|bin|zu))+$/, '').length,
  );
}

function toFound(text: string, start: number, end: number): Found {
  const written = text.slice(start, end).replace(/['’]s$/, '');
  return { start, end: start + written.length, key: toKey(written) };
}

export const toKey = (name: string) =>
  name
    .toLowerCase()
    .replace(/[\s\u00a0.]+/g, ' ')
    .trim();
