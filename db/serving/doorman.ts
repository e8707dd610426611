import { subscribe } from 'node:diagnostics_channel';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import { ADDRESS_HEADER, PATH_HEADER } from '@/lib/http/session-cookie.ts';

/** What happens at the socket, before any page or route sees a request. */
export interface Doorman {
  /** Takes no further connections, and resolves when every request has been answered or the time is up. */
  drain(milliseconds: number): Promise<void>;
}

/**
 * From now on every request carries the address of its own socket, and none of what a client or a proxy says about
 * where it came from. Where the public address is set, it stands in for `Host`, which a proxy may have changed.
 */
export function postDoorman(url: string | null): Doorman {
  const servers = new Set<Server>();
  let inFlight = 0;
  let onIdle = () => {};
  subscribe('http.server.request.start', (message) => {
    const { request, response, server } = message as RequestStart;
    servers.add(server);
    inFlight += 1;
    response.once('close', () => {
      inFlight -= 1;
      if (inFlight === 0) onIdle();
    });
    replaceHeaders(request.headers, request.socket.remoteAddress ?? null, url);
  });
  return {
    drain: (milliseconds) =>
      new Promise((resolve) => {
        for (const server of servers) server.close();
        onIdle = resolve;
        setTimeout(resolve, milliseconds).unref();
        if (inFlight === 0) resolve();
      }),
  };
}

interface RequestStart {
  request: IncomingMessage;
  response: ServerResponse;
  server: Server;
}

/** Leaves of the headers only what this server knows itself. Changes them in place. */
export function replaceHeaders(
  headers: IncomingHttpHeaders,
  address: string | null,
  url: string | null,
): void {
  for (const name of Object.keys(headers)) {
    if (name.startsWith('x-forwarded-') || CLAIMED.has(name)) delete headers[name];
  }
  if (address !== null) headers[ADDRESS_HEADER] = address;
  if (url === null) return;
  const { host, protocol } = new URL(url);
  headers.host = host;
  headers['x-forwarded-proto'] = protocol.slice(0, -1);
}

const CLAIMED: ReadonlySet<string> = new Set(['forwarded', 'x-real-ip', ADDRESS_HEADER, PATH_HEADER]);
