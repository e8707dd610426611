import { and, eq, gt, isNull, lt, or } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { apiKey } from '@/db/schema/accounts.ts';
import { KEY_SCOPES } from '@/lib/access.ts';
import { SEEN_SECONDS } from '@/lib/sign-in/session-life.ts';
import { accounts } from './accounts.ts';
import { isSameHash, sha256 } from './hashes.ts';
import type { SignedIn } from './viewer.ts';

/** Who asks, by the `Authorization` header of a request; null without a key, or with one that is not known. */
export async function viewerOfKey(authorization: string | null): Promise<SignedIn | null> {
  const { records } = await accounts();
  return findViewerOfKey(records, authorization, new Date());
}

/** Whose key `Bearer KEY` is at this moment. A key that was revoked or has run out is nobody's. */
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
    .where(and(eq(apiKey.hash, hash), isValid(now)));
  if (!row || !isSameHash(row.hash, hash)) return null;
  await markUsed(records, row.apiKeyId, now);
  return toKeyViewer(row);
}

/** The viewer behind the key of this number, as it is now; null when it was revoked or has run out. */
export async function findViewerOfKeyId(
  records: Records,
  apiKeyId: number,
  now: Date,
): Promise<SignedIn | null> {
  if (!Number.isSafeInteger(apiKeyId)) return null;
  const [row] = await records
    .select()
    .from(apiKey)
    .where(and(eq(apiKey.apiKeyId, apiKeyId), isValid(now)));
  return row ? toKeyViewer(row) : null;
}

/** Makes a key that reads figures and incidents, unless it is there already. A key that was revoked stays so. */
export async function ensureApiKey(
  records: Records,
  { key, name, madeBy }: { key: string; name: string; madeBy: string },
  now: Date,
): Promise<void> {
  await records
    .insert(apiKey)
    .values({ name, hash: sha256(key), scopes: ['read_reports', 'read_incidents'], madeBy, madeAt: now })
    .onConflictDoNothing();
}

function toKeyViewer({ apiKeyId, name, scopes }: typeof apiKey.$inferSelect): SignedIn {
  const known = KEY_SCOPES.filter((scope) => scopes.includes(scope));
  return { actor: `key:${apiKeyId}`, name, sessionId: null, roles: [], scopes: known, teams: 'all' };
}

const isValid = (now: Date) =>
  and(isNull(apiKey.revokedAt), or(isNull(apiKey.expiresAt), gt(apiKey.expiresAt, now)));

async function markUsed(records: Records, apiKeyId: number, now: Date): Promise<void> {
  const aMinuteAgo = new Date(now.getTime() - SEEN_SECONDS * 1000);
  const notLately = or(isNull(apiKey.lastUsedAt), lt(apiKey.lastUsedAt, aMinuteAgo));
  await records
    .update(apiKey)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKey.apiKeyId, apiKeyId), notLately));
}
