import type { Standing } from '../taxonomy/fixed-sets.ts';

/** What an incident that was set aside is, in the list of them and on its own page. */
export const STANDING_LABELS: Record<Exclude<Standing, 'counts'>, string> = {
  not_an_incident: 'Not an incident',
  same_as_another: 'The same as another',
};

/** How many incidents were set aside, by what they are. */
export type SetAsideCounts = Record<Exclude<Standing, 'counts'>, number>;

/** "3 incidents are set aside and in no figure: 2 are not incidents, 1 is the same as another." Null without any. */
export function describeSetAside(counts: SetAsideCounts): string | null {
  const { not_an_incident: not, same_as_another: same } = counts;
  const all = not + same;
  if (all === 0) return null;
  const parts = [
    ...(not > 0 ? [not === 1 ? '1 is not an incident' : `${write(not)} are not incidents`] : []),
    ...(same > 0 ? [`${write(same)} ${same === 1 ? 'is' : 'are'} the same as another`] : []),
  ];
  return `${write(all)} ${all === 1 ? 'incident is' : 'incidents are'} set aside and in no figure: ${parts.join(', ')}.`;
}

const write = (count: number) => count.toLocaleString('en-GB');
