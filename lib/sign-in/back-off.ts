/** How many failures cost nothing. An address may stand for a whole office, so it is given more. */
export const FREE_FAILURES = { account: 5, address: 20 } as const;
export type Throttled = keyof typeof FREE_FAILURES;

export const LONGEST_WAIT_SECONDS = 300;
const FORGOTTEN_AFTER_SECONDS = 3600;

/** Failed sign-ins that were counted, and when the last was. */
export interface Failures {
  failures: number;
  lastFailedAt: Date;
}

/**
 * How long the next attempt must wait after so many failures, in seconds: nothing while they are free, then 2, 4, 8 …
 * up to five minutes. It never grows beyond that, so nobody is locked out by others who guess.
 */
export function waitSeconds(failures: number, of: Throttled): number {
  const beyond = failures - FREE_FAILURES[of];
  if (beyond < 0) return 0;
  return Math.min(LONGEST_WAIT_SECONDS, 2 ** Math.min(beyond + 1, 10));
}

/** The failures that still count: none after an hour without one. */
export function rememberedFailures(counted: Failures | null, now: Date): number {
  if (!counted) return 0;
  const seconds = (now.getTime() - counted.lastFailedAt.getTime()) / 1000;
  return seconds >= FORGOTTEN_AFTER_SECONDS ? 0 : counted.failures;
}

/**
 * The part of an address that one person holds: an IPv4 address, also where it is written inside an IPv6 one, or the
 * first 64 bits of an IPv6 address, whose other half a machine changes as it likes.
 */
export function throttledAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(':')) return address;
  return `${networkHalf(address.toLowerCase()).join(':')}::/64`;
}

function networkHalf(address: string): string[] {
  const [head = '', tail] = address.split('%', 1).join('').split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
}
