import { eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import type { SearchWords } from '@/lib/search/search-words.ts';

/** Written as the index has it, so that the index answers it. */
export const SEARCHED = sql`to_tsvector('english', coalesce(${incidentText.topic}, '') || ' ' || coalesce(${incidentText.narrative}, '') || ' ' || coalesce(${incidentText.resolution}, ''))`;

/** The words that are looked for, as the record reads them. */
export function toTsQuery({ words, prefixes }: Pick<SearchWords, 'words' | 'prefixes'>): SQL {
  const parts = [
    ...(words === '' ? [] : [sql`websearch_to_tsquery('english', ${words})`]),
    ...prefixes.map((prefix) => sql`to_tsquery('english', ${`${prefix}:*`})`),
  ];
  return sql`(${sql.join(parts, sql` && `)})`;
}

/** A search with what it means by number or id, asked for once. */
export interface Search {
  search: SearchWords;
  meant: readonly string[];
}

/** The numbers of the incidents that a search finds, for a condition: of the record alone, where the words are. */
export function foundNumbers({ search, meant }: Search) {
  return new QueryBuilder()
    .select({ number: incident.number })
    .from(incidentText)
    .innerJoin(incident, eq(incident.incidentId, incidentText.incidentId))
    .where(whereFound(search, meant));
}

/** Incidents whose words say it, and those that are meant by their number or id. */
export function whereFound(search: SearchWords, meant: readonly string[]): SQL | undefined {
  const says = sql`${SEARCHED} @@ ${toTsQuery(search)}`;
  return meant.length === 0 ? says : or(says, inArray(incidentText.incidentId, [...meant]));
}
