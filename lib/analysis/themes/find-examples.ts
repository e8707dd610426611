import { eachWord, type PlacedWord } from './narrative-words.ts';

/** A sentence of an incident with the phrase in it; the parts in their order make the sentence. */
export interface ThemeExample {
  number: number;
  parts: readonly { text: string; isPhrase: boolean }[];
}

interface Narrative {
  number: number;
  narrative: string;
}

const LONGEST = 220;

/** For each phrase a sentence of up to so many of these incidents, taken in their order. */
export function findExamples(
  phrases: readonly string[],
  narratives: readonly Narrative[],
  most = 2,
): Map<string, ThemeExample[]> {
  const found = new Map(phrases.map((phrase): [string, ThemeExample[]] => [phrase, []]));
  const wanted = new Set(phrases);
  for (const { number, narrative } of narratives) {
    if (wanted.size === 0) break;
    for (const [phrase, start, end] of placesOf(narrative, wanted)) {
      const examples = found.get(phrase) ?? [];
      if (examples.at(-1)?.number === number) continue;
      examples.push({ number, parts: sentenceAround(narrative, start, end) });
      if (examples.length === most) wanted.delete(phrase);
    }
  }
  return found;
}

function placesOf(narrative: string, wanted: ReadonlySet<string>): [string, number, number][] {
  const places: [string, number, number][] = [];
  let before: PlacedWord | null = null;
  eachWord(narrative, (placed) => {
    if (wanted.has(placed.word)) places.push([placed.word, placed.start, placed.end]);
    const phrase = before && placed.joins ? `${before.word} ${placed.word}` : null;
    if (before && phrase && wanted.has(phrase)) places.push([phrase, before.start, placed.end]);
    before = placed;
  });
  return places;
}

/** The sentence with the phrase, cut to what surrounds it where it is long. */
function sentenceAround(narrative: string, start: number, end: number): ThemeExample['parts'] {
  const reach = Math.floor((LONGEST - (end - start)) / 2);
  const before = lastPart(narrative.slice(0, start), reach);
  const after = firstPart(narrative.slice(end), reach);
  return [
    { text: before, isPhrase: false },
    { text: oneLine(narrative.slice(start, end)), isPhrase: true },
    { text: after, isPhrase: false },
  ].filter(({ text }) => text !== '');
}

function lastPart(text: string, reach: number): string {
  const sentence = oneLine(text.slice(lastBreak(text))).trimStart();
  if (sentence.length <= reach) return sentence;
  const cut = sentence.slice(-reach);
  return `…${cut.slice(cut.search(/\s/))}`;
}

function lastBreak(text: string): number {
  let last = 0;
  for (const { index, 0: mark } of text.matchAll(/[.!?]\s+|\n\s*\n/g)) last = index + mark.length;
  return last;
}

function firstPart(text: string, reach: number): string {
  const stop = /[.!?](?=\s|$)|\n\s*\n/.exec(text);
  const sentence = oneLine(stop ? text.slice(0, stop.index + 1) : text).trimEnd();
  if (sentence.length <= reach) return sentence;
  const cut = sentence.slice(0, reach);
  return `${cut.slice(0, Math.max(0, cut.lastIndexOf(' ')))}…`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
