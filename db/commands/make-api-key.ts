import { randomBytes } from 'node:crypto';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { sha256 } from '@/db/accounts/hashes.ts';
import { apiKey } from '@/db/schema/accounts.ts';
import { demand, KEY_SCOPES, type Viewer } from '@/lib/access.ts';
import type { KeyEntry } from '@/lib/sign-in/key-form.ts';
import { writeAudit } from './write-audit.ts';

const DAY_MS = 86_400_000;

/** Makes a key of the API, to be shown once: only its hash is kept. Throws Forbidden without the right. */
export async function makeApiKey(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { name, scopes, days }: KeyEntry,
  now: Date,
): Promise<{ apiKeyId: number; key: string }> {
  demand(viewer, 'administer', 'Only an administrator may make keys.');
  const key = `lookback_${randomBytes(32).toString('base64url')}`;
  const expiresAt = days === null ? null : new Date(now.getTime() + days * DAY_MS);
  const known = KEY_SCOPES.filter((scope) => scopes.includes(scope));
  return records.transaction(async (tx) => {
    const made = { name, hash: sha256(key), scopes: known, madeBy: viewer.actor, madeAt: now, expiresAt };
    const [row] = await tx.insert(apiKey).values(made).returning({ apiKeyId: apiKey.apiKeyId });
    if (!row) throw new Error('the key was not written');
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'key_made',
      subject: `key:${row.apiKeyId}`,
      detail: { scopes: known, days },
    });
    return { apiKeyId: row.apiKeyId, key };
  });
}
