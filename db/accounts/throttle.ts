import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { signInThrottle } from '@/db/schema/accounts.ts';
import { rememberedFailures, type Throttled, throttledAddress, waitSeconds } from '@/lib/sign-in/back-off.ts';
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
  return records.transaction(async (transaction) => {
    const keys = keysOf(attempter);
    const counted = await lockRows(transaction, [...keys.keys()], now);
    const waits = counted.map((row) => (row.waitUntil.getTime() - now.getTime()) / 1000);
    const longest = Math.ceil(Math.max(0, ...waits));
    if (longest > 0) return longest;
    for (const row of counted) {
      const failures = rememberedFailures(row, now) + 1;
      const wait = waitSeconds(failures, keys.get(row.key) ?? 'account');
      const waitUntil = wait > 0 ? new Date(now.getTime() + wait * 1000) : NO_WAIT;
      await transaction
        .update(signInThrottle)
        .set({ failures, lastFailedAt: now, waitUntil })
        .where(eq(signInThrottle.key, row.key));
    }
    return 0;
  });
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

// Not the moment itself: an attempt that began a little earlier but came to the row later would wait for it.
const NO_WAIT = new Date(0);

function keysOf({ email, address }: Attempter): Map<string, Throttled> {
  const keys = new Map<string, Throttled>([[sha256(`account ${email}`), 'account']]);
  if (address) keys.set(sha256(`address ${throttledAddress(address)}`), 'address');
  return keys;
}

/** In one order, so that two attempts never wait for each other. */
async function lockRows(records: Records, keys: string[], now: Date) {
  const sorted = keys.sort();
  const rows = sorted.map((key) => ({ key, failures: 0, lastFailedAt: now, waitUntil: NO_WAIT }));
  await records.insert(signInThrottle).values(rows).onConflictDoNothing();
  return records
    .select()
    .from(signInThrottle)
    .where(inArray(signInThrottle.key, sorted))
    .orderBy(signInThrottle.key)
    .for('update');
}
