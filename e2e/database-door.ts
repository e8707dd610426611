import { createServer, connect as open, type Server, type Socket } from 'node:net';
import { type Embedded, startEmbedded } from '@/db/embedded.ts';

/** A database behind an address that stays, while the server behind it is stopped and started again. */
export interface DatabaseDoor {
  appUrl: string;
  ownerUrl: string;
  /** Stops the server: whoever asks is refused. */
  stop(): Promise<void>;
  /** Starts it again on the same data. */
  start(): Promise<void>;
}

/** Starts an embedded server on a home of its own and gives it an address on 127.0.0.1. */
export async function openDatabaseDoor(home: string): Promise<DatabaseDoor> {
  let database: Embedded | null = await startEmbedded(home);
  const sockets = new Set<Socket>();
  const door: Server = createServer((caller) => {
    if (!database) return caller.destroy();
    const server = open(Number(new URL(database.appUrl).port), '127.0.0.1');
    for (const [socket, other] of [
      [caller, server],
      [server, caller],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    caller.pipe(server).pipe(caller);
  });
  const port = await new Promise<number>((resolve) => {
    door.listen(0, '127.0.0.1', () => {
      const address = door.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const through = (url: string) => Object.assign(new URL(url), { port: String(port) }).href;
  return {
    appUrl: through(database.appUrl),
    ownerUrl: through(database.ownerUrl),
    async stop() {
      const going = database;
      database = null;
      for (const socket of sockets) socket.destroy();
      await going?.leave();
    },
    async start() {
      database = await startEmbedded(home);
    },
  };
}
