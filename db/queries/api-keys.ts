import { desc } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { apiKey } from '@/db/schema/accounts.ts';
import { whereHousekeeping } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';

/** The keys of the API without their hashes, the newest first. */
export async function listApiKeys(records: Records, viewer: Viewer) {
  return records
    .select({
      id: apiKey.apiKeyId,
      name: apiKey.name,
      scopes: apiKey.scopes,
      madeBy: apiKey.madeBy,
      madeAt: apiKey.madeAt,
      expiresAt: apiKey.expiresAt,
      revokedAt: apiKey.revokedAt,
      lastUsedAt: apiKey.lastUsedAt,
    })
    .from(apiKey)
    .where(whereHousekeeping(viewer))
    .orderBy(desc(apiKey.apiKeyId));
}
