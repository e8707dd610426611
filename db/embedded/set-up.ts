import postgres, { type Sql } from 'postgres';
import type { Passwords } from './make-cluster.ts';

/** The database of the product in the embedded cluster, and its two roles. */
export const DATABASE = 'lookback';
export const OWNER = 'lookback_owner';
export const APP = 'lookback_app';

/**
 * Makes the roles, their rights, the database and its extensions where they are missing. Like the cluster, the database
 * is made under another name and renamed when it is whole.
 * @param sql the superuser, in another database
 * @param urlOf the superuser's address of a database
 */
export async function ensureDatabase(
  sql: Sql,
  passwords: Passwords,
  urlOf: (database: string) => string,
): Promise<void> {
  const found = await sql`select 1 from pg_database where datname = ${DATABASE}`;
  if (found.length === 0) await makeDatabase(sql, passwords, urlOf);
  await letOwnerCheckAtOnce(sql);
}

async function makeDatabase(
  sql: Sql,
  passwords: Passwords,
  urlOf: (database: string) => string,
): Promise<void> {
  await ensureRole(sql, OWNER, passwords.owner);
  await ensureRole(sql, APP, passwords.app);
  const side = `${DATABASE}_new`;
  await sql.unsafe(`drop database if exists ${side} with (force)`);
  await sql.unsafe(`create database ${side} owner ${OWNER} template template0`);
  await sql.unsafe(`revoke all on database ${side} from public`);
  await sql.unsafe(`grant connect, temporary on database ${side} to ${APP}`);
  await addExtensions(urlOf(side));
  await sql.unsafe(`alter database ${side} rename to ${DATABASE}`);
}

/** The owner can take foreign keys away anyway; so it may also look after them itself while it loads very many rows. */
async function letOwnerCheckAtOnce(sql: Sql): Promise<void> {
  const [row] = await sql`select has_parameter_privilege(${OWNER}, 'session_replication_role', 'set') as may`;
  if (!row?.may) await sql.unsafe(`grant set on parameter session_replication_role to ${OWNER}`);
}

async function ensureRole(sql: Sql, role: string, password: string): Promise<void> {
  const found = await sql`select 1 from pg_roles where rolname = ${role}`;
  if (found.length === 0) await sql.unsafe(`create role ${role} login`);
  // Passwords are base64url and need no quoting.
  await sql.unsafe(`alter role ${role} password '${password}'`);
}

async function addExtensions(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, ssl: false, fetch_types: false, onnotice: () => {} });
  try {
    await sql.unsafe('create extension if not exists pg_trgm; create extension if not exists unaccent;');
  } finally {
    await sql.end({ timeout: 5 });
  }
}
