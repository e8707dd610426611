/** The first and the last of letters that follow each other, by their numbers. */
export type LetterRange = readonly [first: number, last: number];

/** Reads ranges as style sheets write them: "U+0590-05FF,U+20AA". Throws SyntaxError for anything else. */
export function readRanges(text: string): LetterRange[] {
  return text.split(',').map((part) => {
    const [, first, last = first] = /^U\+([0-9a-f]+)(?:-([0-9a-f]+))?$/i.exec(part.trim()) ?? [];
    if (first === undefined || last === undefined)
      throw new SyntaxError(`this is no range of letters: ${part}`);
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}

/**
 * Which of these fonts has to write what: each cluster is given to the first one that has all of its letters, or else
 * its letters to the first that has them. Those that no font has are with none.
 */
export function shareOut<Font extends { ranges: readonly LetterRange[] }>(
  clusters: readonly string[],
  fonts: readonly Font[],
): Map<Font, string> {
  const shares = new Map<Font, string>();
  const give = (text: string): boolean => {
    const font = fonts.find(({ ranges }) => Array.from(text).every((letter) => isIn(ranges, letter)));
    if (font) shares.set(font, (shares.get(font) ?? '') + text);
    return font !== undefined;
  };
  for (const cluster of clusters) if (!give(cluster)) for (const letter of cluster) give(letter);
  return shares;
}

function isIn(ranges: readonly LetterRange[], letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return ranges.some(([first, last]) => code >= first && code <= last);
}
