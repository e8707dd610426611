import { readMigrationFiles } from 'drizzle-orm/migrator';
import { findUpwards } from '@/db/embedded/paths.ts';
import { type OpenRecords, records } from '@/db/records.ts';
import { isDraining } from '@/db/serving/drain.ts';
import { isUnavailable } from '@/db/unavailable.ts';

/** Whether requests should be sent here: the database answers, has this program's schema, and no end is near. */
export interface Readiness {
  ready: boolean;
  database: 'ok' | 'away';
  /** Unknown while the database is away. */
  schema: 'ok' | 'older' | 'newer' | 'unknown';
  draining: boolean;
}

/** Asks the database of this process, for two seconds at most. */
export function readiness(): Promise<Readiness> {
  return readinessOf(records);
}

/** The same of a given record. */
export async function readinessOf(open: () => Promise<OpenRecords>): Promise<Readiness> {
  const draining = isDraining();
  try {
    const opened = await open();
    await opened.check();
    const schema = await compareSchema(opened.sql);
    return { ready: schema === 'ok' && !draining, database: 'ok', schema, draining };
  } catch (error) {
    if (isUnavailable(error)) return { ready: false, database: 'away', schema: 'unknown', draining };
    throw error;
  }
}

async function compareSchema(sql: OpenRecords['sql']): Promise<Readiness['schema']> {
  const [row] = await sql<[{ newest: string | null }]>`
    select max(created_at)::text as newest from drizzle.__drizzle_migrations`;
  const applied = Number(row.newest ?? 0);
  known ??= newestKnown();
  return applied === known ? 'ok' : applied < known ? 'older' : 'newer';
}

/** When the newest migration of this program was written, in milliseconds since 1970. */
function newestKnown(): number {
  const folder = findUpwards('db/migrations');
  if (!folder) throw new Error('The folder db/migrations is missing from this copy of Lookback.');
  return Math.max(...readMigrationFiles({ migrationsFolder: folder }).map((file) => file.folderMillis));
}

let known: number | undefined;
