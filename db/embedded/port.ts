import { createServer } from 'node:net';
import { CannotStart } from '@/db/cannot-start.ts';

/** A free port of 127.0.0.1: the preferred one if it can be had, else any. */
export async function freePort(preferred: number | null): Promise<number> {
  const port = (preferred && (await tryPort(preferred))) || (await tryPort(0));
  if (port) return port;
  throw new CannotStart(
    'No port of 127.0.0.1 is free for the embedded database; end some programs and try again.',
  );
}

/** The port that could be listened on, given up again; null when another program has it. */
function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : null));
    });
  });
}
