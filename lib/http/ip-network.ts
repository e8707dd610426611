/** An address as its bytes: 4 of IPv4, also where it is written inside an IPv6 one, else 16; null for no address. */
export function toAddressBytes(text: string): number[] | null {
  const address = text.replace(/%.*$/, '').toLowerCase();
  const inner = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  return toIpv4(inner ?? address) ?? toIpv6(address);
}

/** Whether an address lies in a network, such as `10.0.0.0/8`, or is the one address that is named. */
export function isInNetwork(address: string, network: string): boolean {
  const [base = '', length] = network.split('/');
  const [one, other] = [toAddressBytes(address), toAddressBytes(base)];
  if (!one || !other || one.length !== other.length) return false;
  const bits = length === undefined ? one.length * 8 : Number(length);
  return one.every((byte, at) => {
    const own = Math.min(8, Math.max(0, bits - at * 8));
    const mask = (0xff << (8 - own)) & 0xff;
    return (byte & mask) === ((other[at] ?? 0) & mask);
  });
}

/** Whether a text names an address or a network. */
export function isNetwork(text: string): boolean {
  const [base = '', length, ...more] = text.split('/');
  const bytes = toAddressBytes(base);
  if (!bytes || more.length > 0) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bytes.length * 8);
}

function toIpv4(text: string): number[] | null {
  const parts = text.split('.');
  const isIt = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
  return isIt ? parts.map(Number) : null;
}

function toIpv6(text: string): number[] | null {
  const halves = text.split('::');
  if (halves.length > 2 || !/^[0-9a-f:]+$/.test(text)) return null;
  const [before = [], after = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - before.length - after.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...before, ...Array<string>(halves.length === 2 ? missing : 0).fill('0'), ...after];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return null;
  return groups.flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}
