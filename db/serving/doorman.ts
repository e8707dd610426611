import { subscribe } from 'node:diagnostics_channel';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import { ADDRESS_HEADER, PATH_HEADER } from '@/lib/http/session-cookie.ts';
import { clientAddress } from '@/lib/http/trusted-proxies.ts';

/** What happens at the socket, before any page or route sees a request. */
export interface Doorman {
  /** Takes no further connections, and resolves when every request has been answered or the time is up. */
  drain(milliseconds: number): Promise<void>;
}

/** Whose words count beside the socket: the public address, where it is set, and trusted proxies. */
export interface DoormanSettings {
  url: string | null;
  trustedProxies: readonly string[];
}

/**
 * From now on every request carries the address that it came from, and none of what a client or a proxy that is not
 * trusted says about that. Where the public address is set, it stands in for `Host`, which a proxy may have changed.
 */
export function postDoorman(settings: DoormanSettings): Doorman {
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
    replaceHeaders(request.headers, request.socket.remoteAddress ?? null, settings);
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

/** Leaves of the headers only what this server knows itself, or was told by a trusted proxy. Changes them in place. */
export function replaceHeaders(
  headers: IncomingHttpHeaders,
  connection: string | null,
  { url, trustedProxies }: DoormanSettings,
): void {
  const said = headers['x-forwarded-for'];
  const forwardedFor = Array.isArray(said) ? said.join(',') : (said ?? null);
  for (const name of Object.keys(headers)) {
    if (name.startsWith('x-forwarded-') || CLAIMED.has(name)) delete headers[name];
  }
  if (connection !== null) headers[ADDRESS_HEADER] = clientAddress(connection, forwardedFor, trustedProxies);
  if (url === null) return;
  const { host, protocol } = new URL(url);
  headers.host = host;
  headers['x-forwarded-proto'] = protocol.slice(0, -1);
}

const CLAIMED: ReadonlySet<string> = new Set(['forwarded', 'x-real-ip', ADDRESS_HEADER, PATH_HEADER]);
