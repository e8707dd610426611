import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
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
  const server = await makeTemplate(superuserUrl, seed);
  project.provide('testServer', server);
  return async () => {
    await removeTemplate(server);
    await stop();
  };
}

async function seed(): Promise<void> {}

const HOME_PREFIX = 'lookback-test-';

async function startScratchServer(): Promise<{ superuserUrl: string; stop: () => Promise<void> }> {
  await removeAbandonedHomes();
  const home = mkdtempSync(join(tmpdir(), HOME_PREFIX));
  const { superuserUrl, leave } = await startEmbedded(home, { settings: CARELESS });
  const stop = async () => {
    await leave();
    rmSync(home, { recursive: true, force: true });
  };
  return { superuserUrl, stop };
}

/** Nothing of a run has to outlive a power failure. */
const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** A run that was killed leaves its server running: attaching adopts it and leaving stops it. */
async function removeAbandonedHomes(): Promise<void> {
  const hourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(HOME_PREFIX))) {
    const home = join(tmpdir(), name);
    const { mtimeMs, uid } = statSync(home);
    if (mtimeMs > hourAgo || uid !== process.getuid?.()) continue;
    const embedded = await startEmbedded(home, { settings: CARELESS });
    if (await embedded.leave()) rmSync(home, { recursive: true, force: true });
  }
}
