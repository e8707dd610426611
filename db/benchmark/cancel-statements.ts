import { sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';

/** Makes whatever the program is asking of its database fail, but for this. */
export async function cancelStatements(records: Records): Promise<void> {
  await records.execute(sql`select pg_cancel_backend(pid) from pg_stat_activity
    where usename = current_user and datname = current_database() and state = 'active' and pid <> pg_backend_pid()`);
}
