import { and, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import { factIncident } from '@/db/facts/schema.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Window } from '@/lib/filters/filters.ts';
import { daysBetween } from '@/lib/filters/local-dates.ts';
import { type Asked, where } from './where.ts';

/** The condition of incidents that lie in any of several windows, and in which one, by its place. */
export interface WhereWindows {
  condition: SQL | undefined;
  place: SQL<number>;
}

/**
 * The same question of several windows as one: to look at each incident once takes the copy less than to look for each
 * window. Null where that cannot be, since an incident would lie in two of them or they are asked with other filters, and
 * where it does not pay: most days of what would be looked at lie in none.
 */
export function whereWindows(viewer: Viewer, askeds: readonly Asked[]): WhereWindows | null {
  const [first] = askeds;
  const windows = askeds
    .flatMap(({ window }, place) => (window ? { ...window, place } : []))
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  if (!first || askeds.length < 2 || windows.length < askeds.length) return null;
  const isApart = windows.every(({ until }, place) => until <= (windows[place + 1]?.from ?? until));
  const isAlike = askeds.every((asked) => filtersOf(asked) === filtersOf(first));
  if (!isApart || !isAlike) return null;
  const days = windows.reduce((sum, { from, until }) => sum + daysBetween(from, until), 0);
  const [earliest, latest] = [windows[0], windows.at(-1)];
  const hull = { from: earliest?.from ?? '', until: latest?.until ?? '' };
  if (daysBetween(hull.from, hull.until) > 2 * days) return null;
  const hasGaps = windows.some(({ until }, place) => until < (windows[place + 1]?.from ?? until));
  // The latest one first: what is of none of the others before it begins no earlier than its own.
  const places = windows
    .toReversed()
    .map(({ from, place }) => sql`when ${gte(factIncident.occurredOn, from)} then cast(${place} as integer)`);
  return {
    // What lies outside of the hull is passed over without being looked at.
    condition: and(where(viewer, { ...first, window: hull }), hasGaps ? or(...windows.map(isIn)) : undefined),
    place: sql<number>`case ${sql.join(places, sql` `)} end`.mapWith(Number),
  };
}

function isIn({ from, until }: Window): SQL {
  return sql`(${and(gte(factIncident.occurredOn, from), lt(factIncident.occurredOn, until))})`;
}

function filtersOf(asked: Asked): string {
  return JSON.stringify({ ...asked, window: null });
}
