/** Widths of letters in parts of the type size, for the face at its usual width; a little wide, to be safe. */
const LETTERS: readonly (readonly [RegExp, number])[] = [
  [/[ .,:;'’|!ijlI\u00a0]/u, 0.28],
  [/[ftr()\-›]/u, 0.36],
  [/[mwMW%@…—]|[\u0250-\u1fff\u2070-\u{10ffff}]/u, 0.88],
  [/[\p{Lu}\d]/u, 0.62],
];
const OTHER = 0.55;

/** About how wide a text is drawn, in pixels. */
export function textWidth(text: string, size = 12): number {
  return [...text].reduce((sum, letter) => sum + letterWidth(letter), 0) * size;
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function fitText(text: string, width: number, size = 12): string {
  if (textWidth(text, size) <= width) return text;
  let room = width / size - letterWidth('…');
  let kept = '';
  for (const letter of text) {
    room -= letterWidth(letter);
    if (room < 0 && kept !== '') break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

/** The text in lines that fit; a word that is too long for a line is cut. At most so many lines, the last one cut. */
export function wrapText(text: string, width: number, size = 12, most = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const open = lines.at(-1);
    const joined = open === undefined ? word : `${open} ${word}`;
    const full = lines.length >= most;
    if (open === undefined || (!full && textWidth(joined, size) > width)) lines.push(word);
    else lines[lines.length - 1] = joined;
  }
  return lines.map((line) => fitText(line, width, size));
}

function letterWidth(letter: string): number {
  return LETTERS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER;
}
