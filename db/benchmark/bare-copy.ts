import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import postgres from 'postgres';

/** The rows of a table as COPY writes them. */
interface Dump {
  table: string;
  columns: string;
  pieces: Buffer[];
}

/**
 * How long PostgreSQL takes for the rows that the record has of customers, contact volumes, incidents and all that
 * hangs on them: they are copied out, taken away and copied in again, into the same tables with their keys and indexes.
 * They are gone afterwards.
 * @returns seconds
 */
export async function measureBareCopy(ownerUrl: string): Promise<number> {
  const tables = await listTables(ownerUrl);
  const dumps: Dump[] = [];
  for (const table of tables) dumps.push(await copyOut(ownerUrl, table));
  await empty(ownerUrl, tables);
  const started = performance.now();
  for (const dump of dumps) await copyIn(ownerUrl, dump);
  const seconds = (performance.now() - started) / 1000;
  await empty(ownerUrl, tables);
  return seconds;
}

/** What comes with incidents, then the incidents, then what refers to them, then what refers to that. */
function listTables(url: string): Promise<string[]> {
  return withLine(url, async (sql) => {
    const rows = await sql`
      with recursive below (name, depth) as (
        select 'incident'::regclass, 0
        union
        select c.conrelid::regclass, below.depth + 1
        from pg_constraint c join below on c.confrelid = below.name
        where c.contype = 'f' and c.conrelid <> c.confrelid and below.depth < 9)
      select name::text as name from below group by name order by max(depth), name::text`;
    return [...BESIDE, ...rows.map(({ name }) => String(name)), 'fact_change'];
  });
}

/** What an intake writes beside incidents, in an order in which nothing refers to a row that is not there yet. */
const BESIDE = ['customer', 'customer_identity', 'contact_volume'];

// A connection is good for one COPY: a second one would wait for ever.
async function copyOut(url: string, table: string): Promise<Dump> {
  return withLine(url, async (sql) => {
    const rows = await sql`select attname from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`;
    const columns = rows.map(({ attname }) => `"${attname}"`).join(', ');
    const pieces: Buffer[] = [];
    for await (const piece of await sql.unsafe(`copy ${table} (${columns}) to stdout`).readable())
      pieces.push(piece);
    return { table, columns, pieces };
  });
}

async function copyIn(url: string, { table, columns, pieces }: Dump): Promise<void> {
  await withLine(url, async (sql) => {
    await pipeline(
      Readable.from(pieces),
      await sql.unsafe(`copy ${table} (${columns}) from stdin`).writable(),
    );
  });
}

function empty(url: string, tables: readonly string[]) {
  return withLine(url, (sql) => sql.unsafe(`truncate ${tables.join(', ')} cascade`));
}

/** A connection of its own, for one COPY. */
export async function withLine<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, fetch_types: false });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
