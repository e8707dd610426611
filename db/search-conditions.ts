import { and, eq, inArray, not, notExists, or, type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, QueryBuilder } from 'drizzle-orm/pg-core';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import type { SearchWords } from '@/lib/search/search-words.ts';

/** Written as the index has it, so that the index answers it. */
export const SEARCHED = sql`to_tsvector('english', coalesce(${incidentText.topic}, '') || ' ' || coalesce(${incidentText.narrative}, '') || ' ' || coalesce(${incidentText.resolution}, ''))`;

/** The words that are looked for, as the record reads them. */
export function toTsQuery({ words, prefixes }: Pick<SearchWords, 'words' | 'prefixes'>): SQL {
  const parts = [
    ...(words === '' ? [] : [sql`websearch_to_tsquery('english', ${words})`]),
    ...prefixes.map(toPrefix),
  ];
  return sql`(${sql.join(parts, sql` && `)})`;
}

/** The beginning of a word, cut as words are; one that is left out of the index itself, such as "the", as it is. */
function toPrefix(prefix: string): SQL {
  const begins = `${prefix}:*`;
  return sql`case when numnode(to_tsquery('english', ${begins})) > 0
    then to_tsquery('english', ${begins}) else to_tsquery('simple', ${begins}) end`;
}

/** A search with what it means by number or id, asked for once. */
export interface Search {
  search: SearchWords;
  meant: readonly string[];
}

/**
 * What a search found: the incidents one by one where they are few, or those that it leaves out; else what says whether it
 * is one of them.
 */
export type Found = { numbers: readonly number[] } | { without: readonly number[] } | Search;

/** Whether an incident is among what was found, by the column of its number; where these are many, of the record alone. */
export function isFound(number: AnyPgColumn, found: Found): SQL {
  if ('numbers' in found) return isOneOf(number, found.numbers);
  if ('without' in found) return not(isOneOf(number, found.without));
  return found.search.isWithout ? saysNone(number, found) : inArray(number, foundNumbers(found));
}

/** Asked of each by itself: of a million that say it a list to compare with would be kept in memory. */
function saysNone(number: AnyPgColumn, { search, meant }: Search): SQL {
  const one = foundNumbers({ search, meant }, eq(incident.number, number));
  return notExists(one);
}

/** Written out, as both engines read it: as parameters, one by one, ten thousand would take a second. */
function isOneOf(number: AnyPgColumn, numbers: readonly number[]): SQL {
  return sql`${inArray(number, [...numbers])}`.inlineParams();
}

/** Whether a number is one of many: as one parameter, so that there may be ten thousand. */
export function isAmong(number: AnyPgColumn, numbers: readonly number[]): SQL {
  return sql`${number} = any(${`{${numbers.join(',')}}`}::integer[])`;
}

function foundNumbers({ search, meant }: Search, which?: SQL) {
  return new QueryBuilder()
    .select({ number: incident.number })
    .from(incidentText)
    .innerJoin(incident, eq(incident.incidentId, incidentText.incidentId))
    .where(and(which, whereFound(search, meant)));
}

/** Incidents whose words say it, wanted or not, and those that are meant by their number or id. */
export function whereFound(search: SearchWords, meant: readonly string[]): SQL | undefined {
  const says = and(sql`${SEARCHED} @@ ${toTsQuery(search)}`, ...search.phrases.map(saysLiterally));
  return meant.length === 0 ? says : or(says, inArray(incidentText.incidentId, [...meant]));
}

/** The index has words without their endings and no "the": a phrase is looked for as it is in what the index finds. */
function saysLiterally(phrase: string): SQL {
  return sql`${SAID} ~* ${phrase}`;
}

const SAID = sql`concat_ws(' ', ${incidentText.topic}, ${incidentText.narrative}, ${incidentText.resolution})`;
