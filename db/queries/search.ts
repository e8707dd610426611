import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { incident, incidentText, source } from '@/db/schema/incidents.ts';
import { isAmong, type Search, toTsQuery, whereFound } from '@/db/search-conditions.ts';
import { whereIncidents } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import { toIncidentId } from '@/lib/intake/incident-id.ts';
import { HIT_BEGINS, HIT_ENDS } from '@/lib/search/fragments.ts';
import type { SearchWords } from '@/lib/search/search-words.ts';
import { fromCode, STANDINGS, type Standing } from '@/lib/taxonomy/fixed-sets.ts';

/** Which incidents a text names by their number, or by the id that a source gave them. */
export async function findMeant(records: Records, viewer: Viewer, search: SearchWords): Promise<string[]> {
  const rows = await records
    .select({ id: incident.incidentId })
    .from(incident)
    .where(and(whereIncidents(viewer), eq(incident.standing, 0), await isMeant(records, search)));
  return rows.map(({ id }) => id);
}

/** The same by their numbers, the lowest first, those that are set aside too, and how each stands. */
export async function listMeant(
  records: Records,
  viewer: Viewer,
  search: SearchWords,
): Promise<{ number: number; standing: Standing }[]> {
  const rows = await records
    .select({ number: incident.number, standing: incident.standing })
    .from(incident)
    .where(and(whereIncidents(viewer), await isMeant(records, search)))
    .orderBy(incident.number);
  return rows.map(({ number, standing }) => ({ number, standing: fromCode(STANDINGS, standing) }));
}

async function isMeant(records: Records, search: SearchWords): Promise<SQL | undefined> {
  const sources = await records.select({ id: source.id }).from(source);
  const ids = sources.map(({ id }) => toIncidentId(id, search.whole));
  const byNumber = search.number === null ? undefined : eq(incident.number, search.number);
  return or(inArray(incident.incidentId, ids), byNumber);
}

/** Whether a text is of words alone that are in every account, such as "the": the record does not look for these. */
export async function isOnlyCommonWords(records: Records, search: SearchWords): Promise<boolean> {
  const parts = sql`numnode(${toTsQuery(search)})`.mapWith(Number);
  const [row] = await records.select({ parts }).from(sql`(select 1) as asked`);
  return row?.parts === 0;
}

/** The numbers of the incidents in scope that say the words of a search, in no order; at most so many. */
export async function listFoundNumbers(
  records: Records,
  viewer: Viewer,
  { search, meant }: Search,
  atMost: number,
): Promise<number[]> {
  // By itself, or the limit would make the database read one text after the other in place of asking the index.
  const said = records
    .select({ id: incidentText.incidentId })
    .from(incidentText)
    .where(whereFound(search, meant))
    .offset(0)
    .as('said');
  const rows = await records
    .select({ number: incident.number })
    .from(said)
    .innerJoin(incident, eq(incident.incidentId, said.id))
    .where(whereIncidents(viewer))
    .limit(atMost);
  return rows.map(({ number }) => number);
}

/** Which of these incidents say the words of a search. */
export async function listFoundAmong(
  records: Records,
  viewer: Viewer,
  { search, meant }: Search,
  numbers: readonly number[],
): Promise<number[]> {
  const rows = await records
    .select({ number: incident.number })
    .from(incident)
    .innerJoin(incidentText, eq(incidentText.incidentId, incident.incidentId))
    .where(and(whereIncidents(viewer), isAmong(incident.number, numbers), whereFound(search, meant)));
  return rows.map(({ number }) => number);
}

/** Where in their words these incidents say what is looked for, by number, with marks round each hit. */
export async function listHits(
  records: Records,
  viewer: Viewer,
  search: SearchWords,
  numbers: readonly number[],
): Promise<Map<number, string>> {
  if (numbers.length === 0) return new Map();
  const text = sql`translate(concat_ws(' · ', ${incidentText.topic}, ${incidentText.narrative}, ${incidentText.resolution}), ${HIT_BEGINS + HIT_ENDS}, '')`;
  const options = `StartSel=${HIT_BEGINS}, StopSel=${HIT_ENDS}, MaxFragments=2, MaxWords=16, MinWords=6, FragmentDelimiter=" … "`;
  const rows = await records
    .select({
      number: incident.number,
      words: sql`ts_headline('english', left(${text}, 20000), ${toTsQuery(search)}, ${options})`.mapWith(
        String,
      ),
    })
    .from(incidentText)
    .innerJoin(incident, eq(incident.incidentId, incidentText.incidentId))
    .where(and(whereIncidents(viewer), inArray(incident.number, [...numbers])));
  return new Map(rows.map(({ number, words }) => [number, words]));
}
