import { randomBytes } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { migrate } from '@/db/migrate.ts';

/** What a test file needs to make its own database: plain values, for they travel from the set-up to the workers. */
export interface TestServer {
  /** May create databases and roles. */
  superuserUrl: string;
  owner: Role;
  app: Role;
  /** Migrated and seeded, and never connected to again. */
  template: string;
}

interface Role {
  name: string;
  password: string;
}

/** Makes the roles of a run and the database that every test file gets a copy of. */
export async function makeTemplate(
  superuserUrl: string,
  seed: (appUrl: string) => Promise<void>,
): Promise<TestServer> {
  const run = randomBytes(4).toString('hex');
  const server: TestServer = {
    superuserUrl,
    owner: { name: `test_owner_${run}`, password: randomBytes(12).toString('hex') },
    app: { name: `test_app_${run}`, password: randomBytes(12).toString('hex') },
    template: `test_template_${run}`,
  };
  await asSuperuser(superuserUrl, async (sql) => {
    for (const { name, password } of [server.owner, server.app]) {
      await sql.unsafe(`create role ${name} login password '${password}'`);
    }
    await sql.unsafe(`grant set on parameter session_replication_role to ${server.owner.name}`);
    await sql.unsafe(
      `create database ${server.template} owner ${server.owner.name} template template0 encoding 'UTF8'`,
    );
  });
  const appUrl = urlOf(server, server.app, server.template);
  await migrate({ ownerUrl: urlOf(server, server.owner, server.template), appUrl });
  await seed(appUrl);
  return server;
}

/** Leaves nothing of the run on a server that outlives it. */
export async function removeTemplate({ superuserUrl, owner, app }: TestServer): Promise<void> {
  await asSuperuser(superuserUrl, async (sql) => {
    const left = await sql`select datname from pg_database where datdba = ${owner.name}::regrole`;
    for (const { datname } of left) await sql.unsafe(`drop database ${datname} with (force)`);
    await sql.unsafe(`revoke set on parameter session_replication_role from ${owner.name}`);
    for (const { name } of [owner, app]) await sql.unsafe(`drop role ${name}`);
  });
}

export async function asSuperuser(url: string, work: (sql: Sql) => Promise<void>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, fetch_types: false });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

export function urlOf(server: TestServer, role: Role, database: string): string {
  const url = new URL(server.superuserUrl);
  url.username = role.name;
  url.password = role.password;
  url.pathname = `/${database}`;
  return url.href;
}
