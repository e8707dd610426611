import { isInNetwork, toAddressBytes } from './ip-network.ts';

/**
 * Where a request came from: the address of the connection, unless that is a trusted proxy. Then the last address that
 * `X-Forwarded-For` names and that is no trusted proxy itself; what stands before it, anybody may have written.
 * @param forwardedFor the header as it came, or null
 */
export function clientAddress(
  connection: string,
  forwardedFor: string | null,
  trustedProxies: readonly string[],
): string {
  const isTrusted = (address: string) => trustedProxies.some((network) => isInNetwork(address, network));
  if (!isTrusted(connection)) return connection;
  let nearest = connection;
  for (const named of (forwardedFor ?? '').split(',').reverse()) {
    const address = named.trim();
    // A word that is no address ends the chain: the proxy before it did not write it.
    if (!toAddressBytes(address)) return nearest;
    if (!isTrusted(address)) return address;
    nearest = address;
  }
  return nearest;
}
