import { type SQL, sql } from 'drizzle-orm';

/**
 * What either engine reckons of a day, in the same words: the ISO weekday (1 Monday), and its week, counted from that of
 * 3 January 2000, a Monday. It is by Mondays that is divided, so that both engines get a whole number. A stored week is
 * several times faster to group by than a date from which the weekday is taken off.
 */
export const OF_DAY = {
  weekday: (day: SQL) => sql`date_part('isodow', ${day})::smallint`,
  week: (day: SQL) =>
    sql`((${day} - date '2000-01-03' - date_part('isodow', ${day})::integer + 1) / 7)::smallint`,
} as const;

/** The same day for those who make dates of weeks. */
export const MONDAY_OF_WEEK_0 = '2000-01-03';
