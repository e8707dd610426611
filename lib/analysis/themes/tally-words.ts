import type { WordCount } from '../../statistics/log-odds.ts';
import { eachWord } from './narrative-words.ts';

export type Side = 'selected' | 'rest';

/** In how many narratives of each side every word and every two-word phrase stands. */
export interface WordTally {
  /** A narrative counts each of its words and phrases once. */
  add(side: Side, narrative: string): void;
  narratives: Readonly<Record<Side, number>>;
  /** Those that stand in at least so many selected narratives, and the sums of all others. */
  words(least: number): Frequent;
  phrases(least: number): Frequent;
}

export interface Frequent {
  counts: WordCount<string>[];
  others: Record<Side, number>;
}

/** An empty tally. Words are told by numbers, so that a narrative costs no more than its length. */
export function wordTally(): WordTally {
  const read = new Map<string, string | null>();
  const numbers = new Map<string, number>();
  const known: string[] = [];
  const words = counter();
  const phrases = counter();
  const places: Map<number, number>[] = [];
  const narratives = { selected: 0, rest: 0 };
  const numberOf = (word: string) => {
    const found = numbers.get(word);
    if (found !== undefined) return found;
    numbers.set(word, known.length);
    places.push(new Map());
    words.open();
    return known.push(word) - 1;
  };
  const placeOf = (first: number, second: number) => {
    const found = places[first]?.get(second);
    if (found !== undefined) return found;
    const place = phrases.open();
    places[first]?.set(second, place);
    return place;
  };
  return {
    narratives,
    add(side, narrative) {
      narratives[side] += 1;
      const stamp = narratives.selected + narratives.rest;
      let before = 0;
      eachWord(
        narrative,
        ({ word, joins }) => {
          const number = numberOf(word);
          words.count(number, side, stamp);
          if (joins) phrases.count(placeOf(before, number), side, stamp);
          before = number;
        },
        read,
      );
    },
    words: (least) => words.frequent(least, (place) => known[place] ?? ''),
    phrases: (least) => {
      const names = new Map<number, string>();
      for (const [first, seconds] of places.entries())
        for (const [second, place] of seconds)
          if (phrases.selected(place) >= least) names.set(place, `${known[first]} ${known[second]}`);
      return phrases.frequent(least, (place) => names.get(place) ?? '');
    },
  };
}

/** Counts by place and side, each once a stamp. */
function counter() {
  const last: number[] = [];
  const counted: Record<Side, number[]> = { selected: [], rest: [] };
  return {
    /** @returns the new place */
    open(): number {
      counted.selected.push(0);
      counted.rest.push(0);
      return last.push(0) - 1;
    },
    count(place: number, side: Side, stamp: number): void {
      if (last[place] === stamp) return;
      last[place] = stamp;
      counted[side][place] = (counted[side][place] ?? 0) + 1;
    },
    selected: (place: number): number => counted.selected[place] ?? 0,
    frequent(least: number, nameOf: (place: number) => string): Frequent {
      const counts: WordCount<string>[] = [];
      const others = { selected: 0, rest: 0 };
      for (const [place, selected] of counted.selected.entries()) {
        const rest = counted.rest[place] ?? 0;
        if (selected >= least) counts.push({ word: nameOf(place), selected, rest });
        else {
          others.selected += selected;
          others.rest += rest;
        }
      }
      return { counts, others };
    },
  };
}
