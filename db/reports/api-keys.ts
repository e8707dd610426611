import { nameActors } from '@/db/queries/actor-names.ts';
import { listApiKeys } from '@/db/queries/api-keys.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, KEY_SCOPES, type KeyScope, type Viewer } from '@/lib/access.ts';

/** A key of the API as a row of the list. Times are milliseconds since 1970. */
export interface ApiKeyRow {
  id: number;
  name: string;
  scopes: readonly KeyScope[];
  madeBy: string;
  madeAt: number;
  expiresAt: number | null;
  lastUsedAt: number | null;
  state: 'valid' | 'expired' | 'revoked';
}

/** Every key that was made. */
export async function apiKeysReport(
  viewer: Viewer,
  options: { record?: RecordDatabase; now?: Date } = {},
): Promise<{ keys: ApiKeyRow[]; timeZone: string }> {
  demand(viewer, 'administer');
  const record = options.record ?? (await theRecord());
  const now = options.now ?? new Date();
  const [rows, workspace] = await Promise.all([listApiKeys(record, viewer), findWorkspace(record)]);
  const names = await nameActors(
    record,
    rows.map(({ madeBy }) => madeBy),
  );
  const keys = rows.map(({ madeBy, madeAt, expiresAt, lastUsedAt, revokedAt, scopes, ...row }) => ({
    ...row,
    scopes: KEY_SCOPES.filter((scope) => scopes.includes(scope)),
    madeBy: names.get(madeBy) ?? madeBy,
    madeAt: madeAt.getTime(),
    expiresAt: expiresAt?.getTime() ?? null,
    lastUsedAt: lastUsedAt?.getTime() ?? null,
    state: toState(revokedAt, expiresAt, now),
  }));
  return { keys, timeZone: workspace?.timeZone ?? 'UTC' };
}

function toState(revokedAt: Date | null, expiresAt: Date | null, now: Date): ApiKeyRow['state'] {
  if (revokedAt) return 'revoked';
  return expiresAt && expiresAt <= now ? 'expired' : 'valid';
}
