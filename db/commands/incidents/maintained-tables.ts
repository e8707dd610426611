import { sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';

/** Of these tables those that the program may maintain: the others are left to the server. */
export async function listMaintained(records: Records, tables: readonly string[]): Promise<string[]> {
  const rows = await records.execute<{ name: string }>(sql`
    select c.relname as name from pg_class as c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname = any(${sql.param([...tables])}::text[])
      and case when current_setting('server_version_num')::integer >= 170000
        then has_table_privilege(c.oid, 'MAINTAIN') else pg_has_role(c.relowner, 'USAGE') end`);
  return rows.map(({ name }) => name);
}
