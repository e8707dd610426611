import bidiFactory from 'bidi-js';
import { clustersOf } from './clusters.ts';

/** Letters of one font that go the same way; none of the fonts has those of `null`. */
export interface Run {
  font: string | null;
  text: string;
  /** How deep it lies among runs of the other way: odd ones go from right to left. */
  level: number;
}

/** A text that goes from left to right as a whole, in runs in the order in which it is read. */
export function toRuns(text: string, fontOf: (cluster: string) => string | null): Run[] {
  const clusters = clustersOf(text).flatMap((cluster) => inFonts(cluster, fontOf));
  const whole = clusters.map((cluster) => cluster.text).join('');
  const levels = FROM_THE_RIGHT.test(whole) ? bidi.getEmbeddingLevels(whole, 'ltr').levels : null;
  const runs: Run[] = [];
  let at = 0;
  for (const cluster of clusters) {
    const level = levels?.[at] ?? 0;
    at += cluster.text.length;
    const last = runs.at(-1);
    if (last && last.font === cluster.font && last.level === level) last.text += cluster.text;
    else runs.push({ ...cluster, level });
  }
  return runs;
}

/** The runs of a line from left to right. Source: Unicode Standard Annex 9, rule L2. */
export function fromLeft(runs: readonly Run[]): Run[] {
  const order = [...runs];
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level -= 1)
    for (let from = 0; from < order.length; from += 1) {
      let until = from;
      while ((order[until]?.level ?? 0) >= level) until += 1;
      if (until > from) order.splice(from, until - from, ...order.slice(from, until).reverse());
      from = Math.max(from, until);
    }
  return order;
}

/** The letters of a run for a program that itself turns letters of scripts from the right, but nothing between them. */
export function asDrawn({ text, level }: Run): string {
  if (level % 2 === 0) return text;
  const mirrored = Array.from(text, (letter) => bidi.getMirroredCharacter(letter) ?? letter);
  return TURNED.test(text) ? mirrored.join('') : mirrored.reverse().join('');
}

const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const TURNED = /\p{Script=Hebrew}|\p{Script=Arabic}/u;

const bidi = bidiFactory();

/** A cluster whole where a font has all of it, else by its letters; what joins letters is nothing by itself. */
function inFonts(
  cluster: string,
  fontOf: (cluster: string) => string | null,
): { text: string; font: string | null }[] {
  const font = fontOf(cluster);
  const letters = [...cluster];
  if (font !== null || letters.length === 1) return JOINS.test(cluster) ? [] : [{ text: cluster, font }];
  return letters.flatMap((text) => (JOINS.test(text) ? [] : [{ text, font: fontOf(text) }]));
}

const JOINS = /^[\u200c\u200d]+$/;
