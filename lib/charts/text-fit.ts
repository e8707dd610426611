/**
 * How far each letter from space to tilde moves on, in thousandths of the type size: as in IBM Plex Sans 400 or 600,
 * whichever is wider, so that what is measured fits in both (advance widths of the files of @fontsource/ibm-plex-sans).
 */
const LETTERS = [
  236, 309, 471, 713, 600, 960, 713, 260, 337, 337, 556, 600, 299, 402, 299, 437, 600, 600, 600, 600, 600,
  600, 600, 600, 600, 600, 319, 319, 600, 600, 600, 493, 899, 672, 663, 642, 689, 600, 577, 712, 719, 423,
  545, 678, 521, 817, 719, 712, 641, 712, 664, 611, 580, 689, 638, 949, 655, 632, 599, 329, 437, 329, 600,
  565, 600, 559, 600, 513, 600, 558, 350, 545, 588, 275, 275, 562, 294, 888, 588, 563, 600, 600, 393, 499,
  374, 588, 524, 819, 544, 524, 502, 363, 376, 363, 600,
];

/** Beyond those: what stands on the letter before it, signs of the charts, wide scripts and pictures, other scripts. */
const OTHERS: readonly (readonly [RegExp, number])[] = [
  [/[\p{Mn}\p{Me}\p{Cf}]/u, 0],
  [/\u00a0/u, 0.236],
  [/[‘’·‹›]/u, 0.349],
  [/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{20000}-\u{3ffff}]/u, 1],
  [/[\u{1f000}-\u{1faff}]/u, 1.3],
  [/[–“”°×−£€§]/u, 0.626],
];
const OTHER = 0.9;

/** How wide a text is drawn at most, in pixels, in the face at its usual width; narrower where the page has it narrowed. */
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

const known = new Map<string, number>();

function letterWidth(letter: string): number {
  const width = known.get(letter) ?? measured(letter);
  if (known.size < MOST_KNOWN) known.set(letter, width);
  return width;
}

const MOST_KNOWN = 2000;

/** Of a letter with an accent that of its base. */
function measured(letter: string): number {
  const base = String.fromCodePoint(letter.normalize('NFD').codePointAt(0) ?? 0);
  const thousandths = LETTERS[(base.codePointAt(0) ?? 0) - 0x20];
  if (thousandths !== undefined) return thousandths / 1000;
  return OTHERS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER;
}
