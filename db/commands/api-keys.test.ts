import { desc } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { findViewerOfKey } from '@/db/accounts/api-keys.ts';
import { accountActor } from '@/db/accounts/scope.ts';
import { apiKeysReport } from '@/db/reports/api-keys.ts';
import { apiKey } from '@/db/schema/accounts.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { makeAccount } from '@/db/testing/accounts.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import { makeApiKey } from './make-api-key.ts';
import { revokeApiKey } from './revoke-api-key.ts';

const { records } = await testDatabase();
const NOW = new Date('2026-11-03T10:00:00Z');
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);
const admin: Viewer = { actor: 'command line', roles: ['admin'], teams: [] };
const asked = { name: 'Nightly report', scopes: ['read_reports' as const], days: 30 as const };

it('a key of 43 random characters asks within its scopes for 30 days, and is kept nowhere', async () => {
  const { key } = await makeApiKey(records, admin, asked, NOW);
  expect(key).toMatch(/^lookback_[\w-]{43}$/);
  const ask = (when: Date) => findViewerOfKey(records, `Bearer ${key}`, when);
  expect(await ask(NOW)).toMatchObject({ roles: [], scopes: ['read_reports'], teams: 'all' });
  expect(await ask(days(29))).not.toBeNull();
  expect(await ask(days(30))).toBeNull();
  const kept = JSON.stringify([await records.select().from(apiKey), await records.select().from(auditLog)]);
  expect(kept).not.toContain(key.slice(9));
});

it('a revoked key is worth nothing at once, and is revoked once', async () => {
  const { key, apiKeyId } = await makeApiKey(records, admin, { ...asked, days: null }, NOW);
  await revokeApiKey(records, admin, apiKeyId, NOW);
  expect(await findViewerOfKey(records, `Bearer ${key}`, NOW)).toBeNull();
  await expect(revokeApiKey(records, admin, apiKeyId, NOW)).rejects.toThrow(Conflict);
});

it('the list names who made each, when it was used, and what became of it, without hashes', async () => {
  const { id } = await makeAccount(records, ['admin']);
  const maker: Viewer = { actor: accountActor(id), roles: ['admin'], teams: [] };
  const { key, apiKeyId } = await makeApiKey(records, maker, { ...asked, name: 'Import', days: null }, NOW);
  await findViewerOfKey(records, `Bearer ${key}`, days(1));
  const { keys } = await apiKeysReport(admin, { record: records, now: days(40) });
  expect(keys[0]).toEqual({
    id: apiKeyId,
    name: 'Import',
    scopes: ['read_reports'],
    madeBy: expect.stringMatching(/^Person \d+$/),
    madeAt: NOW.getTime(),
    expiresAt: null,
    lastUsedAt: days(1).getTime(),
    state: 'valid',
  });
  expect(keys.map(({ state }) => state)).toEqual(['valid', 'revoked', 'expired']);
});

it('the audit log tells of both, with the scopes', async () => {
  const { apiKeyId } = await makeApiKey(records, admin, asked, NOW);
  await revokeApiKey(records, admin, apiKeyId, NOW);
  const rows = await records.select().from(auditLog).orderBy(desc(auditLog.auditId)).limit(2);
  expect(rows.map(({ action, subject, detail }) => ({ action, subject, detail }))).toEqual([
    { action: 'key_revoked', subject: `key:${apiKeyId}`, detail: {} },
    { action: 'key_made', subject: `key:${apiKeyId}`, detail: { scopes: ['read_reports'], days: 30 } },
  ]);
});
