import { and, eq, isNull } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { apiKey } from '@/db/schema/accounts.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import { writeAudit } from './write-audit.ts';

/** Makes a key worth nothing, for good. Throws Forbidden without the right; Conflict when it is already. */
export async function revokeApiKey(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  apiKeyId: number,
  now: Date,
): Promise<void> {
  demand(viewer, 'administer', 'Only an administrator may revoke keys.');
  await records.transaction(async (tx) => {
    const revoked = await tx
      .update(apiKey)
      .set({ revokedAt: now })
      .where(and(eq(apiKey.apiKeyId, apiKeyId), isNull(apiKey.revokedAt)))
      .returning({ apiKeyId: apiKey.apiKeyId });
    if (revoked.length === 0) throw new Conflict('This key has been revoked already.');
    const entry = { at: now, actor: viewer.actor, action: 'key_revoked', detail: {} };
    await writeAudit(tx, { ...entry, subject: `key:${apiKeyId}` });
  });
}
