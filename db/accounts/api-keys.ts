import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { apiKey } from '@/db/schema/accounts.ts';
import { SEEN_SECONDS } from '@/lib/sign-in/session-life.ts';
import { accounts } from './accounts.ts';
import { isSameHash, sha256 } from './hashes.ts';
import type { SignedIn } from './viewer.ts';

/** Who asks, by the `Authorization` header of a request; null without a key, or with one that is not known. */
export async function viewerOfKey(authorization: string | null): Promise<SignedIn | null> {
  const { records } = await accounts();
  return findViewerOfKey(records, authorization, new Date());
}

/** Whose key `Bearer KEY` is at this moment. A revoked key is nobody's. */
export async function findViewerOfKey(
  records: Records,
  authorization: string | null,
  now: Date,
): Promise<SignedIn | null> {
  const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (!key) return null;
  const hash = sha256(key);
  const [row] = await records
    .select()
    .from(apiKey)
    .where(and(eq(apiKey.hash, hash), isNull(apiKey.revokedAt)));
  if (!row || !isSameHash(row.hash, hash) || !row.scopes.includes('read')) return null;
  await markUsed(records, row.apiKeyId, now);
  return { actor: `key:${row.apiKeyId}`, name: row.name, roles: ['manager'], teams: 'all' };
}

/** Makes a key that may read, unless it is there already. A key that was revoked stays so. */
export async function ensureApiKey(
  records: Records,
  { key, name, madeBy }: { key: string; name: string; madeBy: string },
  now: Date,
): Promise<void> {
  await records
    .insert(apiKey)
    .values({ name, hash: sha256(key), scopes: ['read'], madeBy, madeAt: now })
    .onConflictDoNothing();
}

async function markUsed(records: Records, apiKeyId: number, now: Date): Promise<void> {
  const aMinuteAgo = new Date(now.getTime() - SEEN_SECONDS * 1000);
  const notLately = or(isNull(apiKey.lastUsedAt), lt(apiKey.lastUsedAt, aMinuteAgo));
  await records
    .update(apiKey)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKey.apiKeyId, apiKeyId), notLately));
}
