import { type SQL, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { incident } from '@/db/schema/incidents.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { toSearchParams } from '@/lib/filters/serialise-filters.ts';
import { ERASED, type Mentions } from '@/lib/privacy/mentions.ts';
import type { WordColumn, WordTable } from './word-columns.ts';

/** A row in which somebody is mentioned: where it lies, and its columns as they are to become. */
export interface MentioningRow {
  place: string;
  changed: Record<string, unknown>;
}

/** A page of a table: its rows with mentions, and where the next page begins; null at the end. */
export interface MentioningPage {
  rows: MentioningRow[];
  next: string | null;
}

/**
 * The next rows of a table in which somebody is mentioned.
 * @param but customers whose incidents are left out, since all of their words go anyway
 */
export async function findMentions(
  records: Records,
  table: WordTable,
  mentions: Mentions,
  { after, most, but }: { after: string | null; most: number; but: readonly number[] },
): Promise<MentioningPage> {
  const columns = table.columns.map(({ name }) => sql`to_jsonb(t.${sql.identifier(name)})`);
  const rows = await records.execute<{ place: string; held: unknown[] }>(sql`
    select t.ctid::text as place, jsonb_build_array(${sql.join(columns, sql`, `)}) as held
    from ${sql.identifier(table.name)} as t
    where (${mayMention(table, mentions)}) ${table.ofIncidents && but.length > 0 ? notOf(but) : sql``}
      ${after === null ? sql`` : sql`and t.ctid > ${after}::tid`}
    order by t.ctid limit ${most}::integer`);
  const mentioning = rows.map(({ place, held }) => ({ place, changed: changedIn(table, held, mentions) }));
  return {
    rows: mentioning.filter(({ changed }) => Object.keys(changed).length > 0),
    next: rows.length < most ? null : (rows.at(-1)?.place ?? null),
  };
}

function changedIn(table: WordTable, held: readonly unknown[], mentions: Mentions): Record<string, unknown> {
  const changes = table.columns.flatMap((column, at) => {
    const before = held[at] ?? null;
    const after = without(column, before, mentions);
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [[column.name, after] as const];
  });
  return Object.fromEntries(changes);
}

function without({ kind }: WordColumn, value: unknown, mentions: Mentions): unknown {
  if (kind === 'address' && typeof value === 'string') return withoutInAddress(value, mentions);
  if (kind === 'scope' && typeof value === 'string') return withoutInScope(value, mentions);
  // Ids and addresses know no brackets.
  return mentions.replaceWithin(value, kind === 'id' ? PLAIN : ERASED);
}

function withoutInAddress(address: string, mentions: Mentions): string {
  const pairs = [...new URLSearchParams(address)];
  if (!pairs.some((pair) => pair.some((words) => mentions.isIn(words)))) return address;
  const left = pairs.map(([name, words]) => [name, mentions.replaceIn(words, PLAIN)]);
  return new URLSearchParams(left).toString();
}

/** In its canonical form again, by which a page finds what was said of its series. */
function withoutInScope(scope: string, mentions: Mentions): string {
  const left = withoutInAddress(scope, mentions);
  return left === scope ? scope : toSearchParams(parseFilters(new URLSearchParams(left)));
}

const PLAIN = 'erased';

function mayMention({ columns }: WordTable, mentions: Mentions): SQL {
  const conditions = columns.map(({ name }) => mayHold(sql`t.${sql.identifier(name)}::text`, mentions));
  return sql.join(conditions, sql` or `);
}

/** Whether somebody may be mentioned in these words: of those that are, none is left out. */
export function mayHold(words: SQL, { prefilters }: Mentions): SQL {
  const conditions = prefilters.map((prefilter) => {
    if (prefilter.kind === 'digits') return sql`${words} ~ ${[...prefilter.digits].join('[^0-9]{0,3}')}`;
    return sql`${words} ilike any(${sql.param(formsOf(prefilter.word))}::text[])`;
  });
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`;
}

/** As a text may hold the word: with letters in one part or in two, or as an address writes it. */
function formsOf(word: string): string[] {
  const forms = [
    word.normalize('NFC'),
    word.normalize('NFD'),
    encodeURIComponent(word).replaceAll('%', '\\%'),
  ];
  return [...new Set(forms)].map((form) => `%${form}%`);
}

function notOf(customers: readonly number[]): SQL {
  return sql`and t.incident_id not in (select i.incident_id from ${incident} as i
    where i.customer_id = any(${sql.param(customers.map(String))}::text[]::integer[]))`;
}
