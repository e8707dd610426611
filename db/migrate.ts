import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import type { Sql } from 'postgres';
import { CannotStart } from './cannot-start.ts';
import { connectOnce } from './connect.ts';
import { findUpwards } from './embedded/paths.ts';
import { grantToApp } from './grants.ts';
import { describeServer, explainConnection } from './server-address.ts';

/**
 * Brings the schema to what this program needs, then gives the app's role its rights. Two processes may do it at once:
 * the second waits and finds nothing to do. It happens in one transaction, so a failure leaves the schema as it was.
 * Throws CannotStart when the schema is newer than the program or the owner's role lacks a right.
 * @param folder the migrations as drizzle-kit writes them, with their journal
 * @returns how many migrations were applied
 */
export async function migrate(
  { ownerUrl, appUrl }: { ownerUrl: string; appUrl: string },
  folder: string = findMigrations(),
): Promise<number> {
  const sql = connectOnce(ownerUrl, 'lookback migrate');
  try {
    // The lock ends with the session, however that ends. Another's migration may take longer than a statement may.
    await sql`set statement_timeout = 0`;
    await sql`select pg_advisory_lock(${LOCK})`;
    await ensureExtensions(sql, ownerUrl);
    const applied = await applyMissing(sql, folder);
    await grantToApp(sql, appUrl);
    return applied;
  } catch (error) {
    throw explainConnection(error, 'DATABASE_DIRECT_URL', ownerUrl);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const LOCK = 1_819_241_324;

function findMigrations(): string {
  const folder = findUpwards('db/migrations');
  if (folder) return folder;
  throw new CannotStart('The folder db/migrations is missing from this copy of Lookback. Install it again.');
}

async function applyMissing(sql: Sql, folder: string): Promise<number> {
  const known = readMigrationFiles({ migrationsFolder: folder }).map((migration) => migration.folderMillis);
  const before = await listApplied(sql);
  refuseNewer(before, known);
  await applyMigrations(drizzle(sql), { migrationsFolder: folder });
  const after = await listApplied(sql);
  refuseSkipped(after, known);
  return after.length - before.length;
}

/** When each applied migration was written, in milliseconds since 1970, oldest first. */
async function listApplied(sql: Sql): Promise<number[]> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!table?.name) return [];
  const rows = await sql<
    { created_at: string }[]
  >`select created_at from drizzle.__drizzle_migrations order by 1`;
  return rows.map((row) => Number(row.created_at));
}

function refuseNewer(applied: readonly number[], known: readonly number[]): void {
  const newer = applied.filter((moment) => moment > Math.max(0, ...known));
  if (newer.length === 0) return;
  const count = newer.length === 1 ? 'one change' : `${newer.length} changes`;
  throw new CannotStart(
    `The database was last used by a newer Lookback: its schema has ${count} that this one does not know. ` +
      'Nothing was changed. Update this copy ("git pull", then "npm start").',
  );
}

/** Drizzle applies only what is younger than the last one applied and passes over the rest in silence. */
function refuseSkipped(applied: readonly number[], known: readonly number[]): void {
  const skipped = known.filter((moment) => !applied.includes(moment));
  if (skipped.length === 0) return;
  throw new Error(
    `${skipped.length} migrations are older than the last one applied and were passed over: ${skipped}`,
  );
}

async function ensureExtensions(sql: Sql, ownerUrl: string): Promise<void> {
  for (const name of ['pg_trgm', 'unaccent']) {
    const found = await sql`select 1 from pg_extension where extname = ${name}`;
    if (found.length > 0) continue;
    try {
      await sql.unsafe(`create extension ${name}`);
    } catch (error) {
      throw new CannotStart(
        `PostgreSQL at ${describeServer(ownerUrl)} lacks the extension ${name} and this role cannot add it ` +
          `(${error instanceof Error ? error.message : error}). Ask its administrator to run "create extension ${name}" there.`,
      );
    }
  }
}
