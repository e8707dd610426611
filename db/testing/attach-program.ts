import { createInterface } from 'node:readline';
import { startEmbedded } from '@/db/embedded.ts';

/**
 * A program of its own that attaches to a home, says so in a line of JSON, and leaves when it reads a line.
 * Arguments: the home, the binaries, and where root runs it a number of an account to go on as.
 */
const [home = '', native = '', uid] = process.argv.slice(2);
if (uid) {
  process.setgroups?.([]);
  process.setgid?.(Number(uid));
  process.setuid?.(Number(uid));
}

try {
  const { leave, ...addresses } = await startEmbedded(home, {
    native,
    settings: { fsync: 'off' },
    say: () => {},
  });
  console.log(JSON.stringify(addresses));
  for await (const _line of createInterface(process.stdin)) {
    console.log(JSON.stringify({ stopped: await leave() }));
    process.exit();
  }
} catch (error) {
  console.log(
    JSON.stringify({ refusal: error instanceof Error ? `${error.name}: ${error.message}` : error }),
  );
  process.exit(1);
}
