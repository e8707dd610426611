import { createServer } from 'node:net';
import { Stop } from './stop.mjs';

/**
 * Stops when nothing can listen on this port, saying why.
 * @param {string} host
 * @param {number} port
 */
export async function checkPort(host, port) {
  const error = await tryListen(host, port);
  if (error === null) return;
  if (error.code === 'EADDRINUSE') {
    throw new Stop(
      `port ${port} on ${host} is in use. Stop the program that uses it or set PORT to another one.`,
    );
  }
  if (error.code === 'EACCES') {
    throw new Stop(
      `port ${port} on ${host} needs more rights than this user has. Set PORT to one above 1023.`,
    );
  }
  throw new Stop(
    `HOST is "${host}", which is no address of this machine (${error.code}). Example: HOST=127.0.0.1`,
  );
}

/**
 * The address to type into a browser on this machine.
 * @param {string} host
 * @param {number} port
 */
export function localAddress(host, port) {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** @returns {Promise<NodeJS.ErrnoException | null>} */
function tryListen(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}
