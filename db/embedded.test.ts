import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, onTestFinished, test, vi } from 'vitest';
import { attachProgram } from '@/db/testing/programs.ts';
import { CARELESS, homeWithCluster, killServer, scratchFolder, serverOf } from '@/db/testing/scratch-home.ts';
import { type Embedded, startEmbedded } from './embedded.ts';

test('an empty home gets a cluster whose server listens on 127.0.0.1 alone and keeps its passwords to itself', async () => {
  const home = join(scratchFolder(), 'home');
  const { superuserUrl } = await start(home, [], {});
  expect(await settingsOf(superuserUrl)).toEqual({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    TimeZone: 'UTC',
    server_encoding: 'UTF8',
    fsync: 'on',
  });
  expect(statSync(join(home, 'postgres', 'passwords.json')).mode & 0o777).toBe(0o600);
  const hba = await ask(superuserUrl, `select distinct auth_method from pg_hba_file_rules`);
  expect(hba).toEqual([{ auth_method: 'scram-sha-256' }]);
});

test('the database sorts and cases by the locale C.UTF-8 of PostgreSQL itself, the same on every system', async () => {
  const { appUrl } = await start(await homeWithCluster());
  const [row] = await ask(
    appUrl,
    `select datlocprovider, datlocale, upper('é') as upper from pg_database where datname = 'lookback'`,
  );
  expect(row).toEqual({ datlocprovider: 'b', datlocale: 'C.UTF-8', upper: 'É' });
});

test('the owner may make tables, the program may not, and neither is a superuser', async () => {
  const { ownerUrl, appUrl } = await start(await homeWithCluster());
  const who = `select current_user::text as role, usesuper from pg_user where usename = current_user`;
  expect(await ask(ownerUrl, who)).toEqual([{ role: 'lookback_owner', usesuper: false }]);
  expect(await ask(appUrl, who)).toEqual([{ role: 'lookback_app', usesuper: false }]);
  await ask(ownerUrl, 'create table probe (id int)');
  await expect(ask(appUrl, 'create table other (id int)')).rejects.toThrow(
    'permission denied for schema public',
  );
});

test('the owner may check keys for many rows at once, the program may not; a cluster of before learns it', async () => {
  const home = await homeWithCluster();
  const { superuserUrl } = await start(home);
  await ask(superuserUrl, 'revoke set on parameter session_replication_role from lookback_owner');
  const may = `select has_parameter_privilege('session_replication_role', 'set') as may`;
  const { ownerUrl, appUrl } = await start(home);
  expect(await ask(ownerUrl, may)).toEqual([{ may: true }]);
  expect(await ask(appUrl, may)).toEqual([{ may: false }]);
});

test('searching by similarity and without accents is there', async () => {
  const { appUrl } = await start(await homeWithCluster());
  expect(await ask(appUrl, `select unaccent('Hôtel') as plain, similarity('abc', 'abc') as alike`)).toEqual([
    { plain: 'Hotel', alike: 1 },
  ]);
});

test('a second program attaches to the server of the first; that stays for it, and stops with the last', async () => {
  const home = await homeWithCluster();
  const web = await attachProgram(home);
  const job = await attachProgram(home);
  expect(job.appUrl).toBe(web.appUrl);
  const server = serverOf(home);
  expect(await web.leave()).toBe(false);
  expect(serverOf(home)?.pid).toBe(server?.pid);
  expect(await ask(job.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(await job.leave()).toBe(true);
  expect(serverOf(home)).toBeNull();
});

test('a program that was killed leaves its server; the next one adopts it, and stops it when it leaves', async () => {
  const home = await homeWithCluster();
  const killed = await attachProgram(home);
  const orphan = serverOf(home);
  await killed.kill();
  expect(serverOf(home)?.pid).toBe(orphan?.pid);
  const { leave, appUrl } = await start(home);
  expect(serverOf(home)?.pid).toBe(orphan?.pid);
  expect(appUrl).toBe(killed.appUrl);
  expect(await leave()).toBe(true);
  expect(serverOf(home)).toBeNull();
});

test('two programs that start at once on an empty home get the same one server', async () => {
  const home = join(scratchFolder(), 'home');
  const [one, other] = await Promise.all([attachProgram(home), attachProgram(home)]);
  expect(one.refusal ?? other.refusal).toBeUndefined();
  expect(one.appUrl).toBe(other.appUrl);
  expect(readdirSync(home).sort()).toEqual(['postgres', 'starting']);
  expect([await one.leave(), await other.leave()]).toEqual([false, true]);
});

test('a server that is killed under two programs is started once, on its old port, with all that was committed', async () => {
  const home = await homeWithCluster();
  const said: string[] = [];
  const web = await start(home, said, {});
  const job = await attachProgram(home);
  await ask(web.ownerUrl, 'create table kept (id int); insert into kept values (1), (2);');
  const dead = await killServer(home);
  await vi.waitFor(() => expect(said).toContain('The embedded database runs again.'), 10_000);
  expect(said[0]).toBe('The embedded database has stopped. Starting it again.');
  expect(serverOf(home)?.port).toBe(dead.port);
  expect(await ask(web.ownerUrl, 'select count(*)::int as rows from kept')).toEqual([{ rows: 2 }]);
  await vi.waitFor(async () => expect(await leases(web)).toBe(2), 10_000);
  expect(await web.leave()).toBe(false);
  expect(await job.leave()).toBe(true);
});

test('leaving while the server is being started again still leaves nothing running', async () => {
  const home = await homeWithCluster();
  const { leave } = await start(home);
  await killServer(home);
  await leave();
  expect(serverOf(home)).toBeNull();
});

test('leaving twice is leaving once', async () => {
  const { leave } = await start(await homeWithCluster());
  expect(await Promise.all([leave(), leave()])).toEqual([true, true]);
});

test('a broken locale, variables of PostgreSQL and a missing HOME in the environment change nothing', async () => {
  const env = {
    LC_ALL: 'xx_YY.garbage',
    LANG: '',
    PGDATA: '/nowhere',
    PGPORT: '1',
    PGOPTIONS: '-c x',
    HOME: '/nowhere',
  };
  const home = join(scratchFolder(), 'home');
  const program = await attachProgram(home, { env });
  expect(program.refusal).toBeUndefined();
  expect((await settingsOf(program.superuserUrl)).TimeZone).toBe('UTC');
  expect(await program.leave()).toBe(true);
});

test('the log of the server is kept for the user alone', async () => {
  const home = await homeWithCluster();
  await start(home);
  const log = join(home, 'postgres', 'server.log');
  expect(readFileSync(log, 'utf8')).toContain('ready to accept connections');
  expect(statSync(log).mode & 0o077).toBe(0);
});

async function start(
  home: string,
  said: string[] = [],
  settings: Record<string, string> = CARELESS,
): Promise<Embedded> {
  const embedded = await startEmbedded(home, { settings, say: (line) => said.push(line) });
  onTestFinished(async () => {
    await embedded.leave();
  });
  return embedded;
}

async function ask(url: string, question: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(question))];
  } finally {
    await sql.end();
  }
}

async function settingsOf(url: string): Promise<Record<string, unknown>> {
  const rows = await ask(
    url,
    `select name, setting from pg_settings where name in ('listen_addresses', 'unix_socket_directories',
      'password_encryption', 'TimeZone', 'server_encoding', 'fsync')`,
  );
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}

async function leases({ superuserUrl }: Embedded): Promise<number> {
  return (await ask(superuserUrl, `select from pg_locks where locktype = 'advisory' and mode = 'ShareLock'`))
    .length;
}
