import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { incidentFilters } from '@/db/fact-columns.ts';
import { factContact, factIncident } from '@/db/facts/schema.ts';
import { nameCount, placeOf } from '@/db/held-conditions.ts';
import { toBeside, toDenominator, toNumerator } from '@/db/measure-conditions.ts';
import { packCounts } from '@/db/queries/sums/packed-counts.ts';
import type { Reading } from '@/db/reports/reading.ts';
import type { OverviewPanelId } from '@/db/reports/report-types.ts';
import { where, whereContacts } from '@/db/where.ts';
import { whereWindows } from '@/db/where-windows.ts';
import { SPLITS } from '@/lib/filters/overview-state.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import { limitOfWatching } from './watch-limit.ts';

export interface Statement {
  text: string;
  parameters: unknown[];
}

/** The parts of the overview that are asked on their own. */
export type OverviewPart = OverviewPanelId | 'heading' | 'cards';

/**
 * The rows of a part of the overview by one statement, written by hand for DuckDB: what no composition of questions
 * can be faster than. Null for a reading that it is not written for.
 * @param own what the part asks of that reading: it tells whether a change is split
 */
export function limitOf(part: OverviewPart, reading: Reading, own: readonly Statement[]): Statement | null {
  const statement = LIMITS[part](reading, own);
  if (!statement) return null;
  const { sql: text, params: parameters } = dialect.sqlToQuery(statement);
  return { text, parameters };
}

const dialect = new PgDialect();

const { trigger, outcome, path, weekday, week, occurredHour, minutesToClose } = factIncident;

const OF_WINDOW = sql.identifier('of_window');

const LIMITS: Record<OverviewPart, (reading: Reading, own: readonly Statement[]) => SQL | null> = {
  heading: (reading) => sql`
    select count(*), ${sql.join(counted(['unclassified_share', 'escalation_rate'], reading), sql`, `)},
      (select count(*) from fact_incident)
    from fact_incident where ${now(reading)}`,
  cards: (reading) =>
    reading.settings.cardMeasures.every(
      (measure) => MEASURES[measure].aggregate !== 'median' || measure === 'time_to_close',
    )
      ? withContactDays(
          reading,
          inWindows(reading, (within, window) => courses(within, window, reading)),
        )
      : null,
  series: (reading) => withContactDays(reading, weeksInWindows(reading)),
  triggers: (reading) =>
    eachWindow(
      reading,
      (within) => sql`select ${trigger}, count(*) from fact_incident where ${within} group by all`,
    ),
  signals: limitOfWatching,
  changed: (reading, own) =>
    withContactDays(
      reading,
      own.some(({ text }) => text.includes('grouping sets'))
        ? sql`${weeksInWindows(reading)} union all by name ${splitsInWindows(reading)}`
        : weeksInWindows(reading),
    ),
  outcomes: (reading) =>
    sql`select ${trigger}, ${outcome}, count(*) from fact_incident where ${now(reading)} group by all`,
  hours: (reading) =>
    sql`select ${weekday}, ${occurredHour}, count(*) from fact_incident where ${now(reading)} group by all`,
  flow: (reading) =>
    sql`select ${trigger}, ${path}, ${outcome}, count(*) from fact_incident where ${now(reading)} group by all`,
};

function weeksInWindows(reading: Reading): SQL {
  return inWindows(
    reading,
    (within, window) =>
      sql`select ${week}${window}, count(*) from fact_incident where ${within} group by all`,
  );
}

/** Incidents by the values of each dimension by which a change is split, in the period and in what it is compared with. */
function splitsInWindows(reading: Reading): SQL {
  const columns = SPLITS.map((dimension) => incidentFilters[dimension]);
  const all = sql.join(columns, sql`, `);
  return inWindows({ ...reading, askedAlso: null }, (within, window, isOfSeveral) => {
    const sets = columns.map((column) => (isOfSeveral ? sql`(${column}, ${OF_WINDOW})` : sql`(${column})`));
    return sql`
      select grouping(${all}) as way, ${all}${window}, count(*) as split from fact_incident
      where ${within} group by grouping sets (${sql.join(sets, sql`, `)})`;
  });
}

/** With the days of which contacts are known: without these nobody can say whether a count is a rate. */
function withContactDays({ viewer, asked }: Reading, counts: SQL): SQL {
  return sql`${counts} union all by name
    select cast(${factContact.occurredOn} - date '1970-01-01' as integer) as contact_day from fact_contact
    where ${whereContacts(viewer, asked) ?? sql`true`} group by all`;
}

/** Every share by week with the median beside it, and one row with the percentiles of the whole. */
function courses(within: SQL, window: SQL, reading: Reading): SQL {
  const counts = counted(reading.settings.cardMeasures, reading);
  const none = counts.map(() => sql`null`);
  const columns = sql.join([...counts, sql`count(*)`], sql`, `);
  return sql`
    select ${week}${window}, ${columns}, quantile_cont(${minutesToClose}, 0.5), null from fact_incident
    where ${within} group by all
    union all
    select null${window}, ${sql.join([...none, sql`null`], sql`, `)},
      quantile_cont(${minutesToClose}, 0.5), quantile_cont(${minutesToClose}, 0.9) from fact_incident
    where ${within} group by all`;
}

/** What is counted for measures: by the bits that the copy holds, two counts in the sum of one column. */
function counted(measures: readonly MeasureId[], { asked }: Reading): SQL[] {
  const conditions = measures.flatMap((measure) => {
    const { denominator, numerator, beside } = MEASURES[measure];
    const besides = toBeside(measure, asked);
    return [
      [nameCount(denominator), toDenominator(measure, asked)] as const,
      [nameCount([...denominator, ...numerator]), toNumerator(measure, asked)] as const,
      ...beside.map(({ holds }, place) => [nameCount(holds), besides[place] ?? sql`false`] as const),
    ].filter(([name]) => name !== nameCount([]));
  });
  return Object.values(packCounts(Object.fromEntries(conditions), placeOf).columns);
}

/** The period and what it is compared with, as one statement. */
function eachWindow({ viewer, asked, askedBefore, askedAlso }: Reading, select: (within: SQL) => SQL): SQL {
  const windows = [asked, askedBefore, askedAlso].filter((each) => each !== null);
  return sql.join(
    windows.map((each) => select(where(viewer, each) ?? sql`true`)),
    sql` union all `,
  );
}

/** The same by looking at each incident once, with a column of its window, where no day is in two of them. */
function inWindows(reading: Reading, select: (within: SQL, window: SQL, isOfSeveral: boolean) => SQL): SQL {
  const { viewer, asked, askedBefore, askedAlso } = reading;
  const windows = whereWindows(
    viewer,
    [asked, askedBefore, askedAlso].filter((each) => each !== null),
  );
  if (!windows) return eachWindow(reading, (within) => select(within, sql``, false));
  return select(windows.condition ?? sql`true`, sql`, ${windows.place} as ${OF_WINDOW}`, true);
}

function now({ viewer, asked }: Reading): SQL {
  return where(viewer, asked) ?? sql`true`;
}
