import { inArray, or, type SQL, sql } from 'drizzle-orm';
import { incidentText } from '@/db/schema/incidents.ts';
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

/** Incidents whose words say it, and those that are meant by their number or id. */
export function whereFound(search: SearchWords, meant: readonly string[]): SQL | undefined {
  const says = sql`${SEARCHED} @@ ${toTsQuery(search)}`;
  return meant.length === 0 ? says : or(says, inArray(incidentText.incidentId, [...meant]));
}
