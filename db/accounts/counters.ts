import { eq, inArray, lt } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { signInThrottle } from '@/db/schema/accounts.ts';

/** What is kept of one that is counted: how often, as of when, and until when it has to wait. */
export interface Counter {
  failures: number;
  lastFailedAt: Date;
  waitUntil: Date;
}

/** What a counter becomes by one more. */
export type CountOne = (before: Counter) => Counter;

// Not the moment itself: one that began a little earlier but came to the row later would wait for it.
export const NO_WAIT = new Date(0);

/**
 * Counts one under each of these keys, and says how many seconds it has to wait instead: 0 lets it pass. Whatever has to
 * wait is not counted. In the database, so that several processes count together and a restart forgives nothing.
 */
export function takeTurn(
  records: Records,
  counts: ReadonlyMap<string, CountOne>,
  now: Date,
): Promise<number> {
  return records.transaction(async (tx) => {
    const counted = await lockRows(tx, [...counts.keys()], now);
    const waits = counted.map(({ waitUntil }) => (waitUntil.getTime() - now.getTime()) / 1000);
    const longest = Math.ceil(Math.max(0, ...waits));
    if (longest > 0) return longest;
    for (const { key, ...before } of counted) {
      const next = counts.get(key)?.(before);
      if (next) await tx.update(signInThrottle).set(next).where(eq(signInThrottle.key, key));
    }
    return 0;
  });
}

/** Forgets what was counted last before this moment. */
export async function forgetCounters(records: Records, before: Date): Promise<void> {
  await records.delete(signInThrottle).where(lt(signInThrottle.lastFailedAt, before));
}

/** In one order, so that two never wait for each other. */
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
