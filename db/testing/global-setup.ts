import { mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { seedTaxonomies } from '@/db/commands/seed-taxonomies.ts';
import { startEmbedded } from '@/db/embedded.ts';
import { makeTemplate, removeTemplate, type TestServer } from './test-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/**
 * One server for the whole run: an embedded one in a scratch home, else the one that LOOKBACK_TEST_DATABASE_URL names
 * by a superuser's address, which is how the suite is run on other versions of PostgreSQL.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const outer = process.env.LOOKBACK_TEST_DATABASE_URL;
  const { superuserUrl, stop } = outer
    ? { superuserUrl: outer, stop: async () => {} }
    : await startScratchServer();
  try {
    const server = await makeTemplate(superuserUrl, seed);
    project.provide('testServer', server);
    return () => removeTemplate(server).finally(stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function seed(appUrl: string): Promise<void> {
  const sql = postgres(appUrl, { max: 1 });
  await seedTaxonomies(drizzle(sql));
  await sql.end();
}

const HOME_PREFIX = 'lookback-test-';

async function startScratchServer(): Promise<{ superuserUrl: string; stop: () => Promise<void> }> {
  await removeAbandonedHomes();
  const home = mkdtempSync(join(tmpdir(), HOME_PREFIX));
  const { superuserUrl, leave } = await startEmbedded(home, { settings: CARELESS });
  const stop = async () => {
    await leave();
    removeHome(home);
  };
  return { superuserUrl, stop };
}

/** Nothing of a run has to outlive a power failure. */
const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** A run that was killed leaves its server running: attaching adopts it and leaving stops it. */
async function removeAbandonedHomes(): Promise<void> {
  const minuteAgo = Date.now() - 60_000;
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(HOME_PREFIX))) {
    const home = join(tmpdir(), name);
    const { mtimeMs, uid } = statSync(home);
    if (mtimeMs > minuteAgo || uid !== process.getuid?.()) continue;
    const embedded = await startEmbedded(home, { settings: CARELESS });
    if (await embedded.leave()) removeHome(home);
  }
}

/** The cluster may lie behind a link, where the folder for passing files is closed to the account of the server. */
function removeHome(home: string): void {
  rmSync(realpathSync(join(home, 'postgres')), { recursive: true });
  rmSync(home, { recursive: true });
}
