import type { SearchWords } from './search-words.ts';

/** A piece of a text in which something was found. */
export interface Fragment {
  text: string;
  isHit: boolean;
}

/** The signs that the record puts round what it found; neither can stand in a text. */
export const HIT_BEGINS = '\u0001';
export const HIT_ENDS = '\u0002';

/** A text with marks round hits, in pieces, without the dots that part what was left out. */
export function toFragments(marked: string): Fragment[] {
  const parted = marked
    .replace(/^\s*·\s*|\s*·\s*$/g, '')
    .replace(/\s*·(?= … )/g, '')
    .replace(/(?<= … )·\s*/g, '');
  return parted.split(HIT_BEGINS).flatMap((part, index) => {
    if (index === 0) return piece(part, false);
    const [hit = '', ...rest] = part.split(HIT_ENDS);
    return [...piece(hit, true), ...piece(rest.join(''), false)];
  });
}

const piece = (text: string, isHit: boolean): Fragment[] => (text === '' ? [] : [{ text, isHit }]);

/**
 * The same pieces with each phrase that is said as one hit, the words between its own included. Where nothing but phrases
 * was looked for, their words by themselves are no hits, unless the phrase is not in these pieces at all.
 */
export function markPhrases(
  fragments: readonly Fragment[],
  { phrases, isPhrasesAlone }: Pick<SearchWords, 'phrases' | 'isPhrasesAlone'>,
): readonly Fragment[] {
  const text = fragments.map((one) => one.text).join('');
  const said = phrases.flatMap((phrase) =>
    [...text.matchAll(toExpression(phrase))].map(
      ({ index, 0: { length } }) => [index, index + length] as const,
    ),
  );
  if (said.length === 0) return fragments;
  return cut(text, isPhrasesAlone ? said : [...said, ...hitsIn(fragments)]);
}

type Stretch = readonly [from: number, until: number];

/** The expression of the record as one of this program. */
function toExpression(phrase: string): RegExp {
  const words = phrase.replace('\\m', '').replace('\\M', '').split('[^[:alnum:]]+');
  const letter = '[\\p{L}\\p{M}\\p{N}]';
  return new RegExp(`(?<!${letter})${words.join('[^\\p{L}\\p{N}]+')}(?!${letter})`, 'giu');
}

function hitsIn(fragments: readonly Fragment[]): Stretch[] {
  let at = 0;
  return fragments.flatMap(({ text, isHit }) => {
    const from = at;
    at += text.length;
    return isHit ? [[from, at] as const] : [];
  });
}

/** A text in pieces, of which these stretches are hits; those that overlap are one. */
function cut(text: string, stretches: readonly Stretch[]): Fragment[] {
  const pieces: Fragment[] = [];
  let at = 0;
  for (const [from, until] of [...stretches].sort((one, other) => one[0] - other[0] || other[1] - one[1])) {
    if (until <= at) continue;
    pieces.push(
      ...piece(text.slice(at, Math.max(at, from)), false),
      ...piece(text.slice(Math.max(at, from), until), true),
    );
    at = until;
  }
  return [...pieces, ...piece(text.slice(at), false)];
}
