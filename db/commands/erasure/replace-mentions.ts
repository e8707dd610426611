import { randomBytes } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { giveWay } from '@/db/commands/incidents/give-way.ts';
import { unnestInsert } from '@/db/commands/incidents/unnest-insert.ts';
import { WRITERS_LOCK } from '@/db/commands/incidents/writers-lock.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { findMentions, type MentioningRow } from '@/db/queries/mentions.ts';
import { listWordTables, type WordTable } from '@/db/queries/word-columns.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { sqlStateOf, UNIQUE_VIOLATION } from '@/db/sql-state.ts';
import type { Mentions } from '@/lib/privacy/mentions.ts';

type Database = PostgresJsDatabase<Record<string, never>>;

const PAGE = 1000;

/**
 * Puts something else in the place of each mention in every table that can hold words, a page a transaction.
 * @returns in how many rows of each table; a table without any is left out
 */
export async function replaceMentions(
  records: Database,
  mentions: Mentions,
  now: Date,
): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of await listWordTables(records)) {
    let after: string | null = null;
    do {
      const page: { rows: number; next: string | null } = await records.transaction((tx) =>
        replacePage(tx, table, mentions, after, now),
      );
      if (page.rows > 0) found[table.name] = (found[table.name] ?? 0) + page.rows;
      after = page.next;
      await giveWay();
    } while (after !== null);
  }
  return found;
}

async function replacePage(
  tx: Records,
  table: WordTable,
  mentions: Mentions,
  after: string | null,
  now: Date,
): Promise<{ rows: number; next: string | null }> {
  // Whoever writes incidents would move rows away from where they were found.
  await tx.execute(sql`select pg_advisory_xact_lock(${WRITERS_LOCK})`);
  const { rows, next } = await findMentions(tx, table, mentions, { after, most: PAGE, but: [] });
  const incidents: string[] = [];
  for (const row of rows) incidents.push(...(await store(tx, table, row)));
  const marks = [...new Set(incidents)].map((incidentId) => ({ incidentId, changedAt: now }));
  if (marks.length > 0) await unnestInsert(tx, factChange, marks);
  return { rows: rows.length, next };
}

/** Two that differed only in the name stay two. Returns the incident of the row, if it belongs to one. */
async function store(tx: Records, table: WordTable, row: MentioningRow): Promise<string[]> {
  try {
    return await tx.transaction((inner) => update(inner, table, row));
  } catch (error) {
    if (sqlStateOf(error) !== UNIQUE_VIOLATION) throw error;
    const suffix = randomBytes(4).toString('hex');
    const apart = Object.entries(row.changed).map(([name, value]) => [
      name,
      typeof value === 'string' ? `${value}_${suffix}` : value,
    ]);
    return update(tx, table, { ...row, changed: Object.fromEntries(apart) });
  }
}

async function update(tx: Records, table: WordTable, { place, changed }: MentioningRow): Promise<string[]> {
  const settings = table.columns
    .filter(({ name }) => name in changed)
    .map(({ name, kind }) => sql`${sql.identifier(name)} = ${toValue(kind, changed[name])}`);
  const rows = await tx.execute<{ incident_id?: string }>(sql`
    update ${sql.identifier(table.name)} set ${sql.join(settings, sql`, `)} where ctid = ${place}::tid
    ${table.ofIncidents ? sql`returning incident_id` : sql``}`);
  return rows.flatMap(({ incident_id: id }) => id ?? []);
}

function toValue(kind: WordTable['columns'][number]['kind'], value: unknown): SQL {
  if (kind === 'json') return sql`${JSON.stringify(value)}::jsonb`;
  if (kind === 'list')
    return sql`(select array_agg(e.word) from jsonb_array_elements_text(${JSON.stringify(value)}::jsonb) as e(word))`;
  return sql`${value}::text`;
}
