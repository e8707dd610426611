import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { signInThrottle } from '@/db/schema/accounts.ts';
import { rememberedFailures, type Throttled, throttledAddress, waitSeconds } from '@/lib/sign-in/back-off.ts';
import { type Counter, NO_WAIT, takeTurn } from './counters.ts';
import { sha256 } from './hashes.ts';

/** Who tries to sign in, and from where. Whether the account exists makes no difference. */
export interface Attempter {
  email: string;
  /** Of the socket; null where there is none. */
  address: string | null;
}

/**
 * Counts an attempt as a failure before the password is looked at, so that many at once cannot all go first, and says
 * how many seconds it has to wait instead: 0 lets it pass. An attempt that must wait is not counted.
 */
export function takeAttempt(records: Records, attempter: Attempter, now: Date): Promise<number> {
  const counts = [...keysOf(attempter)].map(([key, of]) => [key, failureOf(of, now)] as const);
  return takeTurn(records, new Map(counts), now);
}

function failureOf(of: Throttled, now: Date) {
  return (before: Counter): Counter => {
    const failures = rememberedFailures(before, now) + 1;
    const wait = waitSeconds(failures, of);
    const waitUntil = wait > 0 ? new Date(now.getTime() + wait * 1000) : NO_WAIT;
    return { failures, lastFailedAt: now, waitUntil };
  };
}

/**
 * Takes back what `takeAttempt` counted, after the password was right: the account starts anew, the address loses this
 * one failure only, or somebody with an account of their own could try others for ever.
 */
export async function forgiveAttempt(records: Records, attempter: Attempter): Promise<void> {
  const keys = keysOf(attempter);
  await records.transaction(async (transaction) => {
    for (const [key, of] of [...keys].sort()) {
      const left = of === 'account' ? sql`0` : sql`greatest(0, ${signInThrottle.failures} - 1)`;
      await transaction
        .update(signInThrottle)
        .set({ failures: left, waitUntil: NO_WAIT })
        .where(eq(signInThrottle.key, key));
    }
    await transaction.delete(signInThrottle).where(isForgotten([...keys.keys()]));
  });
}

const isForgotten = (keys: string[]) =>
  and(inArray(signInThrottle.key, keys), eq(signInThrottle.failures, 0));

function keysOf({ email, address }: Attempter): Map<string, Throttled> {
  const keys = new Map<string, Throttled>([[sha256(`account ${email}`), 'account']]);
  if (address) keys.set(sha256(`address ${throttledAddress(address)}`), 'address');
  return keys;
}
