export interface Place {
  start: number;
  end: number;
}

/** Neither a letter nor a digit nor a blank: no rule goes on over it. */
const COVER = '\u0001';

/** The text with these places, in order and apart, out of reach of every rule. */
export function cover(text: string, places: readonly Place[]): string {
  if (places.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of places) {
    parts.push(text.slice(from, start), COVER.repeat(end - start));
    from = end;
  }
  return parts.join('') + text.slice(from);
}

/** The places in order; of two that overlap the first, and of two that begin together the longer. */
export function apart<T extends Place>(places: readonly T[]): T[] {
  const kept: T[] = [];
  let until = 0;
  for (const one of [...places].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (one.start < until || one.end <= one.start) continue;
    kept.push(one);
    until = one.end;
  }
  return kept;
}
