import { setTimeout as sleep } from 'node:timers/promises';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import { type Env, env, isBuilding } from '@/lib/env.ts';
import { CannotStart } from './cannot-start.ts';
import { connect } from './connect.ts';
import { startEmbedded } from './embedded.ts';
import { describeServer, explainConnection } from './server-address.ts';
import { DatabaseUnavailable, isUnavailable } from './unavailable.ts';

/** The system of record, open. */
export interface OpenRecords {
  records: PostgresJsDatabase<Record<string, never>>;
  /** The client below `records`: dates and instants arrive as text, bigint and numeric too. */
  sql: Sql;
  /** Signs in as the role without rights on the schema. Both addresses hold passwords. */
  appUrl: string;
  /** Signs in as the owner of the schema, for migrations and jobs, and never through a pooler. */
  ownerUrl: string;
  /** Resolves when the database answers within two seconds. Throws DatabaseUnavailable. */
  check(): Promise<void>;
  /** Ends the connections and leaves the embedded server, which stops with the last to leave. */
  close(): Promise<void>;
}

export type RecordSettings = Pick<Env, 'home' | 'databaseUrl' | 'databaseDirectUrl'>;

/**
 * Opens the record: the server that DATABASE_URL names, else the embedded one of the home.
 * When the database goes away, questions fail with errors that `isUnavailable` knows; when it is back, they work again.
 * Throws CannotStart when it cannot be reached, refuses, or is older than PostgreSQL 15.
 * @param say takes a warning of one line
 */
export async function openRecords(
  settings: RecordSettings,
  say: (line: string) => void = console.warn,
): Promise<OpenRecords> {
  if (settings.databaseUrl) return openServer(settings.databaseUrl, settings.databaseDirectUrl, say);
  const embedded = await startEmbedded(settings.home, { say });
  const sql = connect(embedded.appUrl);
  return toOpenRecords(sql, embedded, () => embedded.leave());
}

/** The record of this process by its settings, opened on the first call. The next call tries again if that failed. */
export function records(): Promise<OpenRecords> {
  if (isBuilding()) throw new Error('a page asks for the record while it is built: await connection() first');
  memo[RECORDS] ??= openRecords(env()).catch((error) => {
    delete memo[RECORDS];
    throw error;
  });
  return memo[RECORDS];
}

/** The web program loads this file several times over, and a reload in development once more. */
const RECORDS = Symbol.for('lookback.records');
const memo = globalThis as { [RECORDS]?: Promise<OpenRecords> };

const OLDEST_MAJOR = 15;

async function openServer(
  url: string,
  directUrl: string | null,
  say: (line: string) => void,
): Promise<OpenRecords> {
  const sql = connect(url);
  try {
    await refuseOld(sql, url);
  } catch (error) {
    await sql.end({ timeout: 0 });
    throw explainConnection(error, 'DATABASE_URL', url);
  }
  const ownerUrl = directUrl ?? url;
  if (postgres(ownerUrl).options.user === sql.options.user) say(ONE_ROLE);
  return toOpenRecords(sql, { appUrl: url, ownerUrl }, async () => {});
}

const ONE_ROLE =
  'Lookback signs in to PostgreSQL with one role, which can rewrite the audit log; only its hash chain would tell. ' +
  'Name a role without rights on the schema in DATABASE_URL and the owner of the schema in DATABASE_DIRECT_URL.';

async function refuseOld(sql: Sql, url: string): Promise<void> {
  const [row] = await sql<[{ server_version_num: string }]>`show server_version_num`;
  const major = Math.floor(Number(row.server_version_num) / 10_000);
  if (major >= OLDEST_MAJOR) return;
  throw new CannotStart(
    `PostgreSQL at ${describeServer(url)} is version ${major}; Lookback needs ${OLDEST_MAJOR} or newer. ` +
      'Upgrade it, or leave DATABASE_URL empty for the embedded database.',
  );
}

function toOpenRecords(
  sql: Sql,
  { appUrl, ownerUrl }: { appUrl: string; ownerUrl: string },
  leave: () => Promise<unknown>,
): OpenRecords {
  return {
    records: drizzle(sql),
    sql,
    appUrl,
    ownerUrl,
    check: () => check(sql),
    close: async () => {
      await sql.end({ timeout: 2 });
      await leave();
    },
  };
}

async function check(sql: Sql): Promise<void> {
  const answered = new AbortController();
  const late = sleep(2000, undefined, { signal: answered.signal }).then(() => {
    throw new DatabaseUnavailable('no answer within 2 seconds');
  });
  try {
    await Promise.race([sql`select 1`, late]);
  } catch (error) {
    throw isUnavailable(error) ? new DatabaseUnavailable(error) : error;
  } finally {
    answered.abort();
  }
}
