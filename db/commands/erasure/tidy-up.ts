import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';

/**
 * Lets the database take what was removed out of these tables, their indexes and what its planner remembers of them,
 * now rather than when it comes round to it. Tables that the program may not maintain are left to the server.
 */
export async function tidyUp(
  records: PostgresJsDatabase<Record<string, never>>,
  tables: readonly string[],
): Promise<void> {
  const rows = await records.execute<{ name: string }>(sql`
    select c.relname as name from pg_class as c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname = any(${sql.param([...tables])}::text[])
      and case when current_setting('server_version_num')::integer >= 170000
        then has_table_privilege(c.oid, 'MAINTAIN') else pg_has_role(c.relowner, 'USAGE') end`);
  for (const { name } of rows) await records.execute(sql`vacuum (analyze) ${sql.identifier(name)}`);
}
