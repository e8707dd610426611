import type { Records } from '@/db/facts/snapshot.ts';
import { TooMany } from '@/lib/errors.ts';
import { countTurn, QUOTAS, type QuotaKind } from '@/lib/http/quotas.ts';
import { throttledAddress } from '@/lib/sign-in/back-off.ts';
import { type Counter, NO_WAIT, takeTurn } from './counters.ts';
import { sha256 } from './hashes.ts';

/**
 * Counts one request of an account or key against its quota.
 * @param actor as the audit log names it
 * @throws TooMany with the seconds until the next one passes
 */
export async function takeQuota(records: Records, kind: QuotaKind, actor: string, now: Date): Promise<void> {
  const seconds = await takeTurn(records, new Map([[keyOf(kind, actor), countOf(kind, now)]]), now);
  if (seconds > 0) throw new TooMany(seconds);
}

/** The same for a request that nobody stands behind, by the address that it came from. */
export async function takeStrangersQuota(records: Records, address: string | null, now: Date): Promise<void> {
  if (address !== null) await takeQuota(records, 'stranger', throttledAddress(address), now);
}

function keyOf(kind: QuotaKind, who: string): string {
  return sha256(`quota ${kind} ${who}`);
}

function countOf(kind: QuotaKind, now: Date) {
  return ({ failures, lastFailedAt }: Counter): Counter => {
    const before = failures === 0 ? null : { count: failures, since: lastFailedAt };
    const { count, since, waitUntil } = countTurn(before, QUOTAS[kind], now);
    return { failures: count, lastFailedAt: since, waitUntil: waitUntil ?? NO_WAIT };
  };
}
