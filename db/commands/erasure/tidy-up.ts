import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { listMaintained } from '@/db/commands/incidents/maintained-tables.ts';

/**
 * Lets the database take what was removed out of these tables, their indexes and what its planner remembers of them,
 * now rather than when it comes round to it. Tables that the program may not maintain are left to the server.
 */
export async function tidyUp(
  records: PostgresJsDatabase<Record<string, never>>,
  tables: readonly string[],
): Promise<void> {
  for (const name of await listMaintained(records, tables)) {
    await records.execute(sql`vacuum (analyze) ${sql.identifier(name)}`);
  }
}
