import { sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';

/** A table of the record with the columns in which people's words may stand. */
export interface WordTable {
  name: string;
  columns: readonly WordColumn[];
  /** Whether its rows belong to incidents. */
  ofIncidents: boolean;
}

export interface WordColumn {
  name: string;
  kind: 'text' | 'json' | 'list' | 'address' | 'scope' | 'id';
}

/**
 * Every table and column of the record that can hold words, by the catalogue of the database itself: one that is added
 * some day is among them. Left out is what holds digests, secrets, actors and ids of fixed sets, and what has its own way.
 */
export async function listWordTables(records: Records): Promise<WordTable[]> {
  const rows = await records.execute<{ table: string; column: string; type: string; of: boolean }>(sql`
    select c.table_name as "table", c.column_name as "column", c.data_type as type,
      exists (select 1 from information_schema.columns as o where o.table_schema = c.table_schema
        and o.table_name = c.table_name and o.column_name = 'incident_id') as of
    from information_schema.columns as c
    join information_schema.tables as t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
      and (c.data_type in ('text', 'character varying', 'json', 'jsonb')
        or c.data_type = 'ARRAY' and c.udt_name in ('_text', '_varchar'))
    order by c.table_name, c.ordinal_position`);
  const tables = new Map<string, { columns: WordColumn[]; ofIncidents: boolean }>();
  for (const { table, column, type, of } of rows) {
    if (OTHER_TABLES.has(table) || isFixedId(table, column)) continue;
    if (OTHER_COLUMNS.has(column) && !OF_PRODUCTS.has(`${table}.${column}`)) continue;
    const known = tables.get(table) ?? { columns: [], ofIncidents: of };
    known.columns.push({ name: column, kind: kindOf(table, column, type) });
    tables.set(table, known);
  }
  return [...tables].map(([name, rest]) => ({ name, ...rest }));
}

function kindOf(table: string, column: string, type: string): WordColumn['kind'] {
  if (type === 'ARRAY') return 'list';
  if (type.startsWith('json')) return 'json';
  const known = OF_PRODUCTS.get(`${table}.${column}`);
  if (known) return known;
  return ADDRESSES.has(column) || ADDRESSES.has(`${table}.${column}`) ? 'address' : 'text';
}

/** Ids of products are made of the source's words; those of the other vocabularies are not. */
function isFixedId(table: string, column: string): boolean {
  return column === 'id' && table !== 'product';
}

/** What names products by their ids, and is compared with what pages ask. */
const OF_PRODUCTS: ReadonlyMap<string, WordColumn['kind']> = new Map([
  ['product.id', 'id'],
  ['series_rebase.scope', 'scope'],
  ['signal_review.scope', 'scope'],
  ['signal_review.key', 'id'],
]);

/** Queries of pages, in which spaces and other letters are written otherwise. */
const ADDRESSES: ReadonlySet<string> = new Set(['filter', 'query', 'lesson.evidence']);

const OTHER_TABLES: ReadonlySet<string> = new Set([
  // Accounts are closed on a page of their own.
  'user',
  'session',
  'account',
  'verification',
  'two_factor',
  'rate_limit',
  'sign_in_throttle',
  'set_up_link',
  'account_link',
  // Chosen one by one: somebody else may be called the same.
  'agent',
  'customer',
  'customer_identity',
  // Opened in order to be searched.
  'sealed_text',
  // It holds ids and names of fields, and nobody can change it.
  'audit_log',
]);

const OTHER_COLUMNS: ReadonlySet<string> = new Set([
  'content_hash',
  'file_sha256',
  'hash',
  'sealed',
  'sealed_row',
  'made_by',
  'kept_by',
  'linked_by',
  'shared_by',
  'started_by',
  'undone_by',
  'set_aside_by',
  'owner_account',
  'reviewer',
  'compensation_currency',
  'country',
  'currency',
  'time_zone',
  'encoding',
  'mapping',
  'scopes',
  'set_by_person',
  'state',
  'status',
  'kind',
  'form',
  'measure',
  'better',
  'page',
  'scope',
  'stage',
  'strength',
  'category',
]);
