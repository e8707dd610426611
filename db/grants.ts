import postgres, { type Sql } from 'postgres';
import { explainConnection } from './server-address.ts';

/**
 * Gives the app's role what it needs of the owner's schema and no more: rows of all tables, but of the audit log only
 * adding and reading, and to tidy up. Nothing where the app signs in as the owner.
 * @param sql the owner
 */
export async function grantToApp(sql: Sql, appUrl: string): Promise<void> {
  const app = await currentUser(appUrl);
  const [row] = await sql`
    select ${app} = current_user as "isOwner", to_regclass('public.audit_log') as audit,
      current_setting('server_version_num')::integer >= 170000 as "mayMaintain"`;
  if (row?.isOwner) return;
  const role = `"${app.replaceAll('"', '""')}"`;
  await sql.begin(async (transaction) => {
    for (const grant of grantsFor(role, row?.mayMaintain)) await transaction.unsafe(grant);
    if (row?.audit)
      await transaction.unsafe(`revoke update, delete, truncate on public.audit_log from ${role}`);
  });
}

/** To maintain is to tidy up: without it, what was removed stays in the files until the server comes round to it. */
function grantsFor(role: string, mayMaintain: boolean): string[] {
  const rows = `select, insert, update, delete${mayMaintain ? ', maintain' : ''}`;
  return [
    `grant usage on schema public, drizzle to ${role}`,
    `grant ${rows} on all tables in schema public to ${role}`,
    `grant usage on all sequences in schema public to ${role}`,
    `grant select on all tables in schema drizzle to ${role}`,
    `alter default privileges in schema public grant ${rows} on tables to ${role}`,
    `alter default privileges in schema public grant usage on sequences to ${role}`,
  ];
}

/** Poolers may want more in the user name than the role, so the role is asked for. */
async function currentUser(appUrl: string): Promise<string> {
  const sql = postgres(appUrl, { max: 1, prepare: false, connect_timeout: 10, fetch_types: false });
  try {
    const [row] = await sql<[{ name: string }]>`select current_user::text as name`;
    return row.name;
  } catch (error) {
    throw explainConnection(error, 'DATABASE_URL', appUrl);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
