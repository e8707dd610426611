import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from '@/bin/testing/server.ts';
import { complaintsCsv } from './complaints.ts';
import { READY_WORKSPACE } from './people.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * One server for the whole run, with a workspace and some complaints that the import command brought in while it was
 * serving. The workers learn its address from their environment. What needs an empty record starts a server of its own.
 */
export default async function serve(): Promise<() => Promise<void>> {
  const server = await startServer({ env: READY_WORKSPACE });
  try {
    const file = join(server.home, 'complaints.csv');
    writeFileSync(file, complaintsCsv());
    const command = [join(ROOT, 'bin', 'run.mjs'), 'import', file, '--mapping', 'cfpb', '--json'];
    execFileSync(process.execPath, command, {
      env: { ...process.env, ...READY_WORKSPACE, LOOKBACK_HOME: server.home },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    process.env.LOOKBACK_TEST_URL = server.url;
    return server.stop;
  } catch (error) {
    await server.stop();
    throw error;
  }
}
