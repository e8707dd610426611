import type { Window } from '../filters/filters.ts';
import type { SeriesBreak } from '../taxonomy/series-breaks.ts';
import { recountsPast } from '../taxonomy/taxonomy-changes.ts';
import { formatDate } from './format.ts';

/** A break of a series as a sentence, with what it means for its figures. */
export function breakSentence({ day, change, words }: SeriesBreak): string {
  const since = recountsPast(change)
    ? 'every day of this series is counted so since'
    : 'what was coded before and after is not the same';
  return `${words}, ${formatDate(day)}: ${since}.`;
}

/** The breaks that fall into a window, as the words under a headline; null where there are none. */
export function breaksInside(breaks: readonly SeriesBreak[], { from, until }: Window): string | null {
  const inside = breaks.filter(({ day }) => day >= from && day < until);
  return inside.length === 0 ? null : inside.map(breakSentence).join(' ');
}
