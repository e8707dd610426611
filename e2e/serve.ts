import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from './server.ts';

/** One server for the whole run; the workers learn its address and where it writes from their environment. */
export default async function serve(): Promise<() => Promise<void>> {
  const server = await startServer();
  const log = join(server.home, 'first-output.log');
  writeFileSync(log, server.output());
  process.env.LOOKBACK_TEST_URL = server.url;
  process.env.LOOKBACK_TEST_OUTPUT = log;
  return server.stop;
}
