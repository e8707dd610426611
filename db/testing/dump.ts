import type { Sql } from 'postgres';

/** All rows of all tables and views as text, by the name of the table: what a dump of the database would hold. */
export async function dumpOf(sql: Sql): Promise<Map<string, string>> {
  const tables = await sql<{ name: string }[]>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
    from information_schema.tables where table_schema in ('public', 'drizzle')`;
  const dump = new Map<string, string>();
  for (const { name } of tables) {
    const rows = await sql.unsafe(`select to_jsonb(t)::text as row from ${name} as t`);
    dump.set(name, rows.map(({ row }) => row).join('\n'));
  }
  return dump;
}

/** The tables in which one of the words stands, whatever its case. */
export function tablesWith(dump: ReadonlyMap<string, string>, words: readonly string[]): string[] {
  const small = words.map((word) => word.toLowerCase());
  return [...dump]
    .filter(([, text]) => small.some((word) => text.toLowerCase().includes(word)))
    .map(([name]) => name)
    .toSorted();
}
